package se.samverkan.programme.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import se.samverkan.programme.file.Shape.Group;
import se.samverkan.programme.file.Shape.Part;
import se.samverkan.programme.file.Shape.Things;

/**
 * A group at a place in a whole variant, such as {@code phases/analysis/steps/form-group} or {@code entry}; the whole itself
 * where the path is empty.
 *
 * @param path the keys with strokes between them
 * @param shape what may stand in it
 * @param group what stands in it
 * @param above the groups it is within, from the outside in
 */
public record Spot(String path, Group shape, Map<String, Object> group, List<Spot> above) {

    /** The group at a path; empty where there is none. */
    public static Optional<Spot> find(Map<String, Object> whole, String path) {
        Spot root = new Spot("", Shapes.variant(), whole, List.of());
        return path.isEmpty() ? Optional.of(root) : root.down(List.of(path.split("/")));
    }

    private Optional<Spot> down(List<String> steps) {
        if (steps.isEmpty()) {
            return Optional.of(this);
        }
        Optional<Part> part = shape.part(steps.getFirst());
        if (part.isPresent() && part.get().shape() instanceof Group inner) {
            return within(steps.getFirst(), inner, Tree.map(group.get(steps.getFirst())))
                    .down(steps.subList(1, steps.size()));
        }
        if (part.isPresent() && part.get().shape() instanceof Things things && steps.size() > 1) {
            return Tree.find(things.each(), Tree.things(group.get(steps.getFirst())), steps.get(1))
                    .flatMap(thing -> within(steps.get(0) + "/" + steps.get(1), things.each(), thing)
                            .down(steps.subList(2, steps.size())));
        }
        return Optional.empty();
    }

    private Spot within(String step, Group inner, Map<String, Object> what) {
        List<Spot> around = new ArrayList<>(above);
        around.add(this);
        return new Spot(Tree.under(path, step), inner, what, List.copyOf(around));
    }

    /** The things of one of its lists. */
    public List<Map<String, Object>> things(String list) {
        return Tree.things(group.get(list));
    }

    /** The whole as it is with another group at this place. */
    public Map<String, Object> with(UnaryOperator<Map<String, Object>> edit) {
        Spot root = above.isEmpty() ? this : above.getFirst();
        List<String> steps = path.isEmpty() ? List.of() : Arrays.asList(path.split("/"));
        return changed(root.shape, root.group, steps, edit);
    }

    private static Map<String, Object> changed(
            Group shape, Map<String, Object> group, List<String> steps, UnaryOperator<Map<String, Object>> edit) {
        if (steps.isEmpty()) {
            return edit.apply(group);
        }
        Map<String, Object> changed = new LinkedHashMap<>(group);
        String name = steps.getFirst();
        if (shape.part(name).orElseThrow().shape() instanceof Things things) {
            changed.put(
                    name,
                    Tree.things(group.get(name)).stream()
                            .map(each -> Tree.identity(things.each(), each).equals(steps.get(1))
                                    ? changed(things.each(), each, steps.subList(2, steps.size()), edit)
                                    : each)
                            .toList());
        } else if (shape.part(name).orElseThrow().shape() instanceof Group inner) {
            changed.put(name, changed(inner, Tree.map(group.get(name)), steps.subList(1, steps.size()), edit));
        }
        return changed;
    }
}
