package se.samverkan.programme.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samverkan.programme.file.Difference.Kind;
import se.samverkan.programme.file.Difference.Place;
import se.samverkan.programme.file.Shape.Group;
import se.samverkan.programme.file.Shape.Part;
import se.samverkan.programme.file.Shape.Things;

/** What differs between two whole variants, field by field; lists of things are held together by their keys. */
public final class Differences {

    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    /** From one filled tree to another; their keys are not compared. */
    public static List<Difference> between(Map<String, Object> before, Map<String, Object> after) {
        Differences differences = new Differences();
        differences.group(Shapes.variant(), before, after, List.of());
        differences.found.removeIf(each -> each.path().equals("key"));
        return List.copyOf(differences.found);
    }

    private void group(Group shape, Map<String, Object> before, Map<String, Object> after, List<Place> at) {
        for (Part part : shape.parts()) {
            Object was = before.get(part.name());
            Object is = after.get(part.name());
            if (!Objects.equals(was, is)) {
                part(shape, part, was, is, at);
            }
        }
    }

    private void part(Group shape, Part part, @Nullable Object was, @Nullable Object is, List<Place> at) {
        switch (part.shape()) {
            case Group inner ->
                group(inner, Tree.map(was), Tree.map(is), with(at, new Place(shape.name(), part.name(), null, null)));
            case Things things -> things(shape, part, things.each(), Tree.things(was), Tree.things(is), at);
            default ->
                found.add(new Difference(
                        with(at, new Place(shape.name(), part.name(), null, null)),
                        Kind.CHANGED,
                        part.shape(),
                        was,
                        is));
        }
    }

    private void things(
            Group shape,
            Part part,
            Group each,
            List<Map<String, Object>> was,
            List<Map<String, Object>> is,
            List<Place> at) {
        for (Map<String, Object> old : was) {
            if (Tree.find(each, is, Tree.identity(each, old)).isEmpty()) {
                found.add(new Difference(with(at, place(shape, part, each, old)), Kind.REMOVED, each, old, null));
            }
        }
        for (Map<String, Object> now : is) {
            List<Place> there = with(at, place(shape, part, each, now));
            Optional<Map<String, Object>> old = Tree.find(each, was, Tree.identity(each, now));
            old.ifPresentOrElse(
                    before -> group(each, before, now, there),
                    () -> found.add(new Difference(there, Kind.ADDED, each, null, now)));
        }
        if (!shared(each, was, is).equals(shared(each, is, was))) {
            List<Place> list = with(at, new Place(shape.name(), part.name(), each, null));
            found.add(new Difference(list, Kind.REORDERED, part.shape(), was, is));
        }
    }

    private static Place place(Group shape, Part part, Group each, Map<String, Object> thing) {
        return new Place(shape.name(), part.name(), each, thing);
    }

    /** The keys of one list that are in the other too, in the order of the first. */
    private static List<String> shared(Group each, List<Map<String, Object>> one, List<Map<String, Object>> other) {
        return one.stream()
                .map(thing -> Tree.identity(each, thing))
                .filter(key -> Tree.find(each, other, key).isPresent())
                .toList();
    }

    private static List<Place> with(List<Place> places, Place more) {
        List<Place> all = new ArrayList<>(places);
        all.add(more);
        return List.copyOf(all);
    }
}
