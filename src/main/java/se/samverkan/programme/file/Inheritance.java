package se.samverkan.programme.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.samverkan.programme.file.Shape.Group;
import se.samverkan.programme.file.Shape.Part;
import se.samverkan.programme.file.Shape.Things;

/**
 * A variant that inherits: the whole that comes of its parent and what it says itself. Groups are put together field by
 * field and lists of things by their keys, in the parent's order; words, numbers and plain lists are replaced. {@link Delta}
 * goes the other way.
 */
public final class Inheritance {

    static final String INHERITS = "inherits";
    static final String REMOVED = "removed";
    static final String AFTER = "after";
    static final String FIRST = "first";
    static final Set<String> MARKS = Set.of(REMOVED, AFTER, FIRST);

    private final Consumer<Complaint> complaints;

    private Inheritance(Consumer<Complaint> complaints) {
        this.complaints = complaints;
    }

    /**
     * The whole of a variant that inherits, filled.
     *
     * @param parent the parent's filled tree
     * @param own what the variant says itself
     * @param complaints told of what it takes away or stands behind that is not there
     */
    public static Map<String, Object> whole(
            Map<String, Object> parent, Map<String, Object> own, Consumer<Complaint> complaints) {
        Group shape = Shapes.variant();
        return Tree.filled(shape, new Inheritance(complaints).group(shape, parent, own, ""));
    }

    private Map<String, Object> group(Group shape, Map<String, Object> parent, Map<String, Object> own, String path) {
        Map<String, Object> whole = new LinkedHashMap<>();
        for (Part part : shape.parts()) {
            String name = part.name();
            Object inherited = parent.get(name);
            Object said = own.get(name);
            Object value = said == null ? inherited : part(part.shape(), inherited, said, Tree.under(path, name));
            if (value != null) {
                whole.put(name, value);
            }
        }
        return whole;
    }

    private Object part(Shape shape, @Nullable Object inherited, Object own, String path) {
        return switch (shape) {
            case Group group -> group(group, Tree.map(inherited), Tree.map(own), path);
            case Things things -> things(things.each(), Tree.things(inherited), Tree.things(own), path);
            default -> own;
        };
    }

    private List<Map<String, Object>> things(
            Group shape, List<Map<String, Object>> parent, List<Map<String, Object>> own, String path) {
        Map<String, Map<String, Object>> whole = new LinkedHashMap<>();
        parent.forEach(thing -> whole.put(Tree.identity(shape, thing), thing));
        List<String> order = new ArrayList<>(whole.keySet());
        for (Map<String, Object> each : own) {
            String identity = Tree.identity(shape, each);
            String at = Tree.under(path, identity);
            if (Boolean.TRUE.equals(each.get(REMOVED))) {
                remove(order, identity, at);
            } else {
                whole.put(identity, group(shape, whole.getOrDefault(identity, Map.of()), each, at));
                place(order, identity, each, at);
            }
        }
        return order.stream().map(key -> Objects.requireNonNull(whole.get(key))).toList();
    }

    private void remove(List<String> order, String identity, String path) {
        if (!order.remove(identity)) {
            complaints.accept(Complaint.wrong(path, "removes-nothing", identity));
        }
    }

    private void place(List<String> order, String identity, Map<String, Object> own, String path) {
        if (Boolean.TRUE.equals(own.get(FIRST))) {
            order.remove(identity);
            order.addFirst(identity);
        } else if (own.containsKey(AFTER)) {
            String after = Objects.toString(own.get(AFTER), "");
            order.remove(identity);
            if (!order.contains(after)) {
                complaints.accept(Complaint.wrong(path, "after-nothing", after));
            }
            order.add(order.contains(after) ? order.indexOf(after) + 1 : order.size(), identity);
        } else if (!order.contains(identity)) {
            order.add(identity);
        }
    }
}
