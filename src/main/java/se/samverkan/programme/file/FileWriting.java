package se.samverkan.programme.file;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
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
import se.samverkan.programme.file.Shape.Part;
import se.samverkan.programme.file.Shape.Things;
import se.samverkan.programme.file.Shape.Whole;
import se.samverkan.programme.file.Shape.Words;
import se.samverkan.programme.file.Shape.YesNo;
import se.samverkan.programme.file.VariantFile.Parent;

/** Writes a variant as the file that {@link FileReading} reads: in the order of the shape, without what goes without saying. */
public final class FileWriting {

    private static final int WIDTH = 120;

    private FileWriting() {}

    /**
     * @param parent what it inherits from; then the tree says only what differs
     * @param tree what the file says
     */
    public static String text(Optional<Parent> parent, Map<String, Object> tree) {
        List<NodeTuple> fields = new ArrayList<>(fields(Shapes.variant(), tree, parent.isPresent()));
        parent.ifPresent(from -> fields.add(
                Math.min(1, fields.size()),
                field(
                        Inheritance.INHERITS,
                        mapping(
                                List.of(
                                        field("variant", string(from.variant())),
                                        field("version", scalar(Tag.INT, Integer.toString(from.version())))),
                                FlowStyle.FLOW))));
        StringWriter text = new StringWriter();
        yaml().serialize(mapping(fields, FlowStyle.BLOCK), text);
        return text.toString();
    }

    private static Yaml yaml() {
        DumperOptions options = new DumperOptions();
        options.setWidth(WIDTH);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        return new Yaml(options);
    }

    private static List<NodeTuple> fields(Group shape, Map<String, Object> tree, boolean inherits) {
        List<NodeTuple> fields = new ArrayList<>();
        for (Part part : shape.parts()) {
            Object value = tree.get(part.name());
            if (value != null && (inherits || !goesWithoutSaying(part, value))) {
                fields.add(field(part.name(), node(part.shape(), value, inherits)));
            }
        }
        return fields;
    }

    private static boolean goesWithoutSaying(Part part, Object value) {
        return switch (part.shape()) {
            case Words words ->
                Tree.map(value).get("sv").equals("")
                        && Tree.map(value).get("en").equals("");
            case YesNo yesNo -> value.equals(false);
            case Many many -> ((List<?>) value).isEmpty();
            case Things things -> ((List<?>) value).isEmpty();
            case Dictionary dictionary -> Tree.map(value).isEmpty();
            case Line line -> value.equals("");
            default -> false;
        };
    }

    private static Node node(Shape shape, Object value, boolean inherits) {
        return switch (shape) {
            case Words words -> words(Tree.map(value));
            case Line line -> string(value.toString());
            case Choice choice -> string(value.toString());
            case Whole whole -> scalar(Tag.INT, value.toString());
            case YesNo yesNo -> scalar(Tag.BOOL, value.toString());
            case Many many -> many(many, (List<?>) value, inherits);
            case Dictionary dictionary -> dictionary(Tree.map(value));
            case Group group -> mapping(fields(group, Tree.map(value), inherits), FlowStyle.BLOCK);
            case Things things ->
                new SequenceNode(
                        Tag.SEQ,
                        Tree.things(value).stream()
                                .map(each -> thing(things.each(), each, inherits))
                                .toList(),
                        FlowStyle.BLOCK);
        };
    }

    /** Swedish alone is a plain text; both languages are two fields. */
    private static Node words(Map<String, Object> words) {
        String swedish = Objects.toString(words.get("sv"), "");
        String english = Objects.toString(words.get("en"), "");
        return english.isEmpty()
                ? string(swedish)
                : mapping(List.of(field("sv", string(swedish)), field("en", string(english))), FlowStyle.BLOCK);
    }

    private static Node many(Many many, List<?> values, boolean inherits) {
        boolean isWords = many.each() instanceof Words;
        List<Node> nodes = new ArrayList<>();
        for (Object value : values) {
            nodes.add(node(many.each(), value, inherits));
        }
        return new SequenceNode(Tag.SEQ, nodes, isWords ? FlowStyle.BLOCK : FlowStyle.FLOW);
    }

    private static Node dictionary(Map<String, Object> all) {
        return mapping(
                all.entrySet().stream()
                        .map(each -> field(each.getKey(), words(Tree.map(each.getValue()))))
                        .toList(),
                FlowStyle.BLOCK);
    }

    private static Node thing(Group shape, Map<String, Object> thing, boolean inherits) {
        List<NodeTuple> fields = new ArrayList<>(fields(shape, thing, inherits && isDelta(shape, thing)));
        for (String mark : List.of(Inheritance.REMOVED, Inheritance.FIRST)) {
            if (Boolean.TRUE.equals(thing.get(mark))) {
                fields.add(1, field(mark, scalar(Tag.BOOL, "true")));
            }
        }
        if (thing.containsKey(Inheritance.AFTER)) {
            fields.add(1, field(Inheritance.AFTER, string(Objects.toString(thing.get(Inheritance.AFTER)))));
        }
        return mapping(fields, FlowStyle.BLOCK);
    }

    /** Whether it says only what differs; one that says everything is new, and may leave out what goes without saying. */
    private static boolean isDelta(Group shape, Map<String, Object> thing) {
        return shape.parts().stream().anyMatch(part -> !thing.containsKey(part.name()));
    }

    private static NodeTuple field(String name, Node value) {
        return new NodeTuple(string(name), value);
    }

    private static MappingNode mapping(List<NodeTuple> fields, FlowStyle style) {
        return new MappingNode(Tag.MAP, fields, style);
    }

    private static ScalarNode string(String text) {
        return scalar(Tag.STR, text);
    }

    private static ScalarNode scalar(Tag tag, String text) {
        return new ScalarNode(tag, text, null, null, ScalarStyle.PLAIN);
    }
}
