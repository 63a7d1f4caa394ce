package se.samverkan.records.document;

/**
 * The record of another room that a document belongs to, in that room's own words; this room only compares them. Documents
 * of one record have one case number with each organisation.
 *
 * @param room the room, such as {@code selection}; empty where the document stands by itself
 * @param id the record's id there
 */
public record RecordRef(String room, String id) {

    public static final RecordRef NONE = new RecordRef("", "");

    public RecordRef {
        if (room.isBlank() != id.isBlank()) {
            throw new IllegalArgumentException("A record has a room and an id: " + room + " " + id);
        }
    }
}
