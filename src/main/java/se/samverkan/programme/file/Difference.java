package se.samverkan.programme.file;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that differs between two whole variants.
 *
 * @param places the way there, from the outside in
 * @param kind what happened
 * @param shape what stands there
 * @param before what stood there; null where nothing did
 * @param after what stands there now; null where nothing does
 */
public record Difference(
        List<Place> places,
        Kind kind,
        Shape shape,
        @Nullable Object before,
        @Nullable Object after) {

    /** What happened. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        REORDERED
    }

    /**
     * A step on the way: a field of a group, and of a list of things the one that is meant.
     *
     * @param group the name of the group
     * @param part the field
     * @param each the shape of the things; null where it is no list
     * @param thing the one that is meant; null where it is the field as a whole
     */
    public record Place(
            String group,
            String part,
            Shape.@Nullable Group each,
            @Nullable Map<String, Object> thing) {}

    /** The same way as keys with strokes between them. */
    public String path() {
        StringBuilder path = new StringBuilder();
        for (Place place : places) {
            path.append(path.isEmpty() ? "" : "/").append(place.part());
            if (place.each() != null && place.thing() != null) {
                path.append('/').append(Tree.identity(place.each(), place.thing()));
            }
        }
        return path.toString();
    }
}
