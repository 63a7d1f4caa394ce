package se.samverkan.shared.page;

/**
 * A field of a form that two people can have written differently.
 *
 * @param field its name
 * @param words the beginning of the keys of its values' words, for a field whose values are chosen; empty for text
 */
public record Compared(String field, String words) {

    /** A field in which people write. */
    public static Compared text(String field) {
        return new Compared(field, "");
    }

    /** A field in which people choose; a value {@code A} is called what the key {@code words + "A"} says. */
    public static Compared choice(String field, String words) {
        return new Compared(field, words);
    }
}
