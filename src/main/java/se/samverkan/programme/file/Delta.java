package se.samverkan.programme.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.samverkan.programme.file.Shape.Group;
import se.samverkan.programme.file.Shape.Part;
import se.samverkan.programme.file.Shape.Things;

/**
 * What a variant must say itself so that it and its parent make a given whole: only what differs, with a mark on what is
 * taken away or has another place.
 */
public final class Delta {

    private Delta() {}

    /** @return what differs; its key always */
    public static Map<String, Object> of(Map<String, Object> parent, Map<String, Object> whole) {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("key", Objects.requireNonNull(whole.get("key")));
        own.putAll(group(Shapes.variant(), parent, whole));
        return own;
    }

    private static Map<String, Object> group(Group shape, Map<String, Object> parent, Map<String, Object> whole) {
        Map<String, Object> own = new LinkedHashMap<>();
        for (Part part : shape.parts()) {
            part(part.shape(), parent.get(part.name()), Objects.requireNonNull(whole.get(part.name())))
                    .ifPresent(value -> own.put(part.name(), value));
        }
        return own;
    }

    private static Optional<Object> part(Shape shape, @Nullable Object parent, Object whole) {
        if (whole.equals(parent)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (shape) {
                    case Group group -> group(group, Tree.map(parent), Tree.map(whole));
                    case Things things -> things(things.each(), Tree.things(parent), Tree.things(whole));
                    default -> whole;
                });
    }

    private static List<Map<String, Object>> things(
            Group shape, List<Map<String, Object>> parent, List<Map<String, Object>> whole) {
        List<String> before = keys(shape, parent);
        List<String> after = keys(shape, whole);
        Set<String> staying = staying(before, after);
        List<Map<String, Object>> own = new ArrayList<>();
        for (String key : before) {
            if (!after.contains(key)) {
                own.add(named(shape, key, Map.of(Inheritance.REMOVED, true)));
            }
        }
        for (int i = 0; i < after.size(); i++) {
            String key = after.get(i);
            Map<String, Object> inherited = Tree.find(shape, parent, key).orElse(Map.of());
            Map<String, Object> differs = new LinkedHashMap<>(place(before, after, staying, i));
            differs.putAll(group(shape, inherited, whole.get(i)));
            if (!differs.isEmpty()) {
                own.add(named(shape, key, differs));
            }
        }
        return own;
    }

    private static List<String> keys(Group shape, List<Map<String, Object>> things) {
        return things.stream().map(thing -> Tree.identity(shape, thing)).toList();
    }

    /** Those that keep their place: of the shared ones, the longest row that stands in the same order in both. */
    private static Set<String> staying(List<String> before, List<String> after) {
        List<List<String>> best = new ArrayList<>();
        List<String> longest = List.of();
        List<String> shared = after.stream().filter(before::contains).toList();
        for (int i = 0; i < shared.size(); i++) {
            List<String> row = new ArrayList<>();
            for (int j = 0; j < i; j++) {
                boolean follows = before.indexOf(shared.get(j)) < before.indexOf(shared.get(i));
                if (follows && best.get(j).size() > row.size()) {
                    row = new ArrayList<>(best.get(j));
                }
            }
            row.add(shared.get(i));
            best.add(row);
            longest = row.size() > longest.size() ? row : longest;
        }
        return new HashSet<>(longest);
    }

    /** Where one stands, unless it stays, or is new and stands at the end, where new ones come. */
    private static Map<String, Object> place(List<String> before, List<String> after, Set<String> staying, int index) {
        boolean isAtTheEnd = after.subList(index, after.size()).stream().noneMatch(before::contains);
        if (staying.contains(after.get(index)) || isAtTheEnd) {
            return Map.of();
        }
        return index == 0 ? Map.of(Inheritance.FIRST, true) : Map.of(Inheritance.AFTER, after.get(index - 1));
    }

    private static Map<String, Object> named(Group shape, String key, Map<String, Object> more) {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put(shape.identity(), key);
        thing.putAll(more);
        return thing;
    }
}
