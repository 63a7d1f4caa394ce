package se.samverkan.access.session;

import java.util.List;

/**
 * A form that was sent after its session had ended, held until its writer is back.
 *
 * @param person who wrote it; nobody else gets it
 * @param page where it was written
 * @param action where it was sent
 * @param fields what was in it, in order; never a password
 * @param files the files that were chosen
 * @param tooLarge the names of files that were too large to hold
 */
record HeldForm(
        long person, String page, String action, List<Field> fields, List<HeldFile> files, List<String> tooLarge) {

    /** One value of one field. */
    record Field(String name, String value) {}

    /**
     * A file as it was chosen.
     *
     * @param field the field it was chosen in
     * @param name what it is called
     * @param type its content type as the browser said
     * @param content its bytes
     */
    @SuppressWarnings("ArrayRecordComponent")
    record HeldFile(String field, String name, String type, byte[] content) {}

    List<String> values(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .toList();
    }
}
