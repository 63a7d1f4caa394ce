package se.samverkan.actionplan.content;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import se.samverkan.shared.Period;

/**
 * A part of a plan.
 *
 * @param upper the part that it stands under; empty where it stands in the plan itself
 * @param number the number of an area or an intervention; 0 for any other part
 * @param title the thing itself in a sentence
 * @param words what more there is to say
 * @param fields what it says beside that; a field that says nothing is not there
 * @param version what a change names as the version it saw
 * @param by who wrote what stands there, by id
 */
public record PlanPart(
        long id,
        PlanPartKind kind,
        Optional<Long> upper,
        int number,
        String title,
        String words,
        Map<PlanField, String> fields,
        int version,
        long by,
        Instant at) {

    public boolean is(PlanPartKind wanted) {
        return kind == wanted;
    }

    /** What a field says; empty where it says nothing. */
    public String text(PlanField field) {
        return fields.getOrDefault(field, "");
    }

    public boolean says(PlanField field) {
        return fields.containsKey(field);
    }

    public OptionalDouble number(PlanField field) {
        return says(field) ? OptionalDouble.of(Double.parseDouble(text(field))) : OptionalDouble.empty();
    }

    public Optional<Period> term(PlanField field) {
        return says(field) ? Optional.of(Period.ofKey(Integer.parseInt(text(field)))) : Optional.empty();
    }

    /** The id of another part or of a person. */
    public OptionalLong reference(PlanField field) {
        return text(field).matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text(field))) : OptionalLong.empty();
    }

    /** Whether an intervention, or other work, goes on in a term; what names no terms goes on in none. */
    public boolean goesOnIn(Period term) {
        Optional<Period> first = term(PlanField.FIRST);
        Optional<Period> last = term(PlanField.LAST).or(() -> first);
        return first.isPresent()
                && first.get().compareTo(term) <= 0
                && last.orElseThrow().compareTo(term) >= 0;
    }

    PlanPartDraft draft() {
        return new PlanPartDraft(kind, title, words, fields);
    }
}
