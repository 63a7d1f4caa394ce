package se.samverkan.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something a person did, as the audit log will tell it: what, to which record, and how each value changed.
 *
 * @param what the deed as a key of the message files without its {@code audit.} prefix, for example {@code area.renamed}
 * @param subject the record it was done to
 * @param organisation the organisation whose chain it belongs to, or null for the installation itself
 * @param changes the values that changed, old and new
 */
public record Happening(
        String what, Subject subject, @Nullable Long organisation, List<Change> changes) {

    /**
     * The record a happening concerns.
     *
     * @param type which sort of record, for example {@code area}
     * @param id its id within its sort
     * @param name what people call it, as it was called then; never a personal identity number
     */
    public record Subject(String type, String id, String name) {}

    /**
     * One value that changed.
     *
     * @param field which, as a key of the message files without its {@code audit.field.} prefix
     * @param before what it was, or null where there was nothing
     * @param after what it became, or null where there is nothing now
     */
    public record Change(
            String field, @Nullable String before, @Nullable String after) {}

    public Happening {
        changes = List.copyOf(changes);
    }

    public static Happening of(String what, Subject subject, @Nullable Long organisation) {
        return new Happening(what, subject, organisation, List.of());
    }

    /** The same happening with one more change, unless the two values are equal. */
    public Happening changing(String field, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) {
            return this;
        }
        List<Change> more = new ArrayList<>(changes);
        more.add(new Change(field, text(before), text(after)));
        return new Happening(what, subject, organisation, more);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
