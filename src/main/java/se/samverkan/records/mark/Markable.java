package se.samverkan.records.mark;

import java.util.Optional;

/**
 * Records of a room that have a field to mark: implemented as a bean by the room, which keeps the field in a row of its own
 * under {@code records.shut_fields} and opens its kind with {@code records.open_marks} in a migration.
 */
public interface Markable {

    /** What the room's records are called among all kinds, such as {@code comment}. */
    String kind();

    /** The field that can be marked. */
    String field();

    /** A record that the actor may mark, or whose mark the actor may lift; empty where there is none. */
    Optional<Record> find(long about);

    /**
     * A record with a field to mark.
     *
     * @param about its id in its room
     * @param organisation the organisation whose log tells of the mark
     * @param name what people call it; never what the field says
     * @param address the path of the page where it stands
     */
    record Record(long about, long organisation, String name, String address) {}
}
