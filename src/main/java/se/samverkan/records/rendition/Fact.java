package se.samverkan.records.rendition;

/**
 * A label and its value, such as a case number.
 *
 * @param label what it is, without a colon
 * @param value what it says
 */
public record Fact(String label, String value) {

    /** @throws IllegalArgumentException when either is empty */
    public Fact {
        label = Plain.line(label, "label of a fact");
        value = Plain.line(value, "value of \"" + label + "\"");
    }
}
