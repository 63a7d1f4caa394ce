package se.samverkan.programme.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import se.samverkan.programme.file.Shape.Choice;
import se.samverkan.programme.file.Shape.Dictionary;
import se.samverkan.programme.file.Shape.Group;
import se.samverkan.programme.file.Shape.Line;
import se.samverkan.programme.file.Shape.Many;
import se.samverkan.programme.file.Shape.Names;
import se.samverkan.programme.file.Shape.Part;
import se.samverkan.programme.file.Shape.Things;
import se.samverkan.programme.file.Shape.Whole;
import se.samverkan.programme.file.Shape.Words;
import se.samverkan.programme.file.Shape.YesNo;
import se.samverkan.programme.file.VariantFile.Parent;

/** Reads the nodes of one file along the shape of a variant, noting the line of everything and all that is wrong. */
final class NodeReading {

    private static final String KEY = "[a-z][a-z0-9-]{0,39}";
    private static final String CODE = "[A-Za-z][A-Za-z0-9_-]{0,59}";
    private static final Set<String> YES = Set.of("true", "yes", "ja");
    private static final Set<String> NO = Set.of("false", "no", "nej");

    private final Known known;
    private final NodeNotes notes = new NodeNotes();
    private Optional<Parent> parent = Optional.empty();

    NodeReading(Known known) {
        this.known = known;
    }

    VariantFile read(MappingNode root) {
        root.getValue().stream()
                .filter(field -> NodeNotes.scalar(field.getKeyNode()).equals(Inheritance.INHERITS))
                .findFirst()
                .ifPresent(field -> parent = parent(field.getValueNode()));
        Map<String, Object> tree = group(Shapes.variant(), root, "", Set.of(Inheritance.INHERITS));
        if (!tree.containsKey("key")) {
            notes.complain(root, "key", "no-key");
        }
        return new VariantFile(parent, tree, notes.lines(), notes.complaints());
    }

    private Optional<Parent> parent(Node node) {
        Map<String, String> said = new HashMap<>();
        fields(
                node,
                Inheritance.INHERITS,
                Set.of("variant", "version"),
                (name, value) -> said.put(name, NodeNotes.scalar(value)));
        String variant = said.getOrDefault("variant", "");
        String version = said.getOrDefault("version", "");
        if (variant.matches(KEY) && version.matches("[1-9]\\d{0,5}")) {
            return Optional.of(new Parent(variant, Integer.parseInt(version)));
        }
        notes.complain(node, Inheritance.INHERITS, "inherits");
        return Optional.empty();
    }

    private Map<String, Object> group(Group shape, Node node, String path, Set<String> besides) {
        Map<String, Object> tree = new LinkedHashMap<>();
        Set<String> names = new HashSet<>(besides);
        shape.parts().forEach(part -> names.add(part.name()));
        fields(
                node,
                path,
                names,
                (name, value) -> shape.part(name)
                        .ifPresent(part ->
                                part(part, value, Tree.under(path, name)).ifPresent(read -> tree.put(name, read))));
        return tree;
    }

    /** Every field of a mapping that is known, once; of the others it is said that they are not. */
    private void fields(Node node, String path, Set<String> names, BiConsumer<String, Node> reader) {
        notes.note(node, path);
        if (!(node instanceof MappingNode mapping)) {
            notes.complain(node, path, "not-fields");
            return;
        }
        Set<String> seen = new HashSet<>();
        for (NodeTuple field : mapping.getValue()) {
            String name = NodeNotes.scalar(field.getKeyNode());
            if (!names.contains(name)) {
                notes.unknown(field.getKeyNode(), path, "field", name, names);
            } else if (!seen.add(name)) {
                notes.complain(field.getKeyNode(), path, "twice", name);
            } else {
                notes.note(field.getKeyNode(), Tree.under(path, name));
                reader.accept(name, field.getValueNode());
            }
        }
    }

    private Optional<Object> part(Part part, Node node, String path) {
        return value(part.shape(), node, path);
    }

    private Optional<Object> value(Shape shape, Node node, String path) {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL)) {
            return Optional.empty();
        }
        return switch (shape) {
            case Words words -> words(node, path);
            case Line line -> line(line, node, path);
            case Whole whole -> whole(node, path);
            case YesNo yesNo -> yesNo(node, path);
            case Choice choice -> choice(choice, node, path);
            case Many many -> many(many, node, path);
            case Dictionary dictionary -> dictionary(node, path);
            case Group group -> Optional.of(group(group, node, path, Set.of()));
            case Things things -> things(things.each(), node, path);
        };
    }

    private Optional<Object> words(Node node, String path) {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(Tree.words(scalar.getValue().strip(), ""));
        }
        Map<String, String> said = new HashMap<>();
        fields(
                node,
                path,
                Set.of("sv", "en"),
                (name, value) -> text(value, Tree.under(path, name)).ifPresent(text -> said.put(name, text)));
        return Optional.of(Tree.words(said.getOrDefault("sv", ""), said.getOrDefault("en", "")));
    }

    private Optional<String> text(Node node, String path) {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(
                    scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue().strip());
        }
        notes.complain(node, path, "not-text-here");
        return Optional.empty();
    }

    private Optional<Object> line(Line line, Node node, String path) {
        Optional<String> text = text(node, path);
        return text.filter(written -> isKnown(line.names(), written, node, path))
                .map(Object.class::cast);
    }

    private boolean isKnown(Names names, String written, Node node, String path) {
        return switch (names) {
            case ROLE -> among(known.roles(), "role", written, node, path);
            case SCHOOL_FORM -> among(known.schoolForms(), "school-form", written, node, path);
            case KEY, PHASE -> written.matches(KEY) || notes.complain(node, path, "key", written);
            case CODE -> written.matches(CODE) || notes.complain(node, path, "code", written);
        };
    }

    private boolean among(Collection<String> all, String what, String written, Node node, String path) {
        return all.contains(written) || notes.unknown(node, path, what, written, all);
    }

    private Optional<Object> whole(Node node, String path) {
        String written = NodeNotes.scalar(node);
        if (written.matches("-?\\d{1,6}")) {
            return Optional.of(Integer.valueOf(written));
        }
        notes.complain(node, path, "not-number", written);
        return Optional.empty();
    }

    private Optional<Object> yesNo(Node node, String path) {
        String written = NodeNotes.scalar(node);
        if (YES.contains(written) || NO.contains(written)) {
            return Optional.of(YES.contains(written));
        }
        notes.complain(node, path, "not-yes-no", written);
        return Optional.empty();
    }

    private Optional<Object> choice(Choice choice, Node node, String path) {
        String written = NodeNotes.scalar(node);
        String what = path.contains("/levels") || path.startsWith("levels") ? "level" : "choice";
        return among(choice.values(), what, written, node, path) ? Optional.of(written) : Optional.empty();
    }

    private Optional<Object> many(Many many, Node node, String path) {
        List<Object> all = new ArrayList<>();
        for (Node each : sequence(node, path)) {
            String at = Tree.under(path, Integer.toString(all.size()));
            notes.note(each, at);
            value(many.each(), each, at).ifPresent(all::add);
        }
        return Optional.of(all);
    }

    private Optional<Object> dictionary(Node node, String path) {
        Map<String, Object> all = new LinkedHashMap<>();
        fields(
                node,
                path,
                Set.copyOf(known.roles()),
                (name, value) -> words(value, Tree.under(path, name)).ifPresent(words -> all.put(name, words)));
        return Optional.of(all);
    }

    private Optional<Object> things(Group shape, Node node, String path) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Node each : sequence(node, path)) {
            thing(shape, each, path, all);
        }
        return Optional.of(new ArrayList<>(all.values()));
    }

    private void thing(Group shape, Node node, String path, Map<String, Object> all) {
        String identity = identity(shape, node);
        if (identity.isEmpty()) {
            notes.complain(node, path, "no-identity", shape.identity());
            return;
        }
        String at = Tree.under(path, identity);
        Map<String, Object> thing = group(shape, node, at, parent.isPresent() ? Inheritance.MARKS : Set.of());
        if (all.containsKey(identity)) {
            notes.complain(node, path, "same-key", identity);
            return;
        }
        marks(node, at).forEach(thing::put);
        all.put(identity, thing);
    }

    private String identity(Group shape, Node node) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(field -> NodeNotes.scalar(field.getKeyNode()).equals(shape.identity()))
                        .map(field -> NodeNotes.scalar(field.getValueNode()))
                        .findFirst()
                        .orElse("")
                : "";
    }

    /** What only a file that inherits can say of one in a list: that it is taken away, or where it stands. */
    private Map<String, Object> marks(Node node, String path) {
        Map<String, Object> marks = new LinkedHashMap<>();
        if (parent.isEmpty()) {
            return marks;
        }
        for (NodeTuple field : ((MappingNode) node).getValue()) {
            String name = NodeNotes.scalar(field.getKeyNode());
            if (name.equals(Inheritance.AFTER)) {
                text(field.getValueNode(), path).ifPresent(after -> marks.put(name, after));
            } else if (Inheritance.MARKS.contains(name)) {
                yesNo(field.getValueNode(), Tree.under(path, name)).ifPresent(mark -> marks.put(name, mark));
            }
        }
        return marks;
    }

    private List<Node> sequence(Node node, String path) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        notes.complain(node, path, "not-list");
        return List.of();
    }
}
