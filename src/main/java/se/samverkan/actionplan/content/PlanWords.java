package se.samverkan.actionplan.content;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.FigureWords;
import se.samverkan.statistics.IndicatorView;

/** How what a part says reads, in the reader's language: on pages, in documents, and where two versions are compared. */
public final class PlanWords {

    private final Words words;
    private final PlanParts parts;
    private final Map<String, String> people;
    private final Function<String, Optional<IndicatorView>> indicators;

    /** @param people what people are called, by their id */
    public PlanWords(
            Words words,
            PlanParts parts,
            Map<String, String> people,
            Function<String, Optional<IndicatorView>> indicators) {
        this.words = words;
        this.parts = parts;
        this.people = people;
        this.indicators = indicators;
    }

    /** What a field says; empty where it says nothing. */
    public String says(PlanPart part, PlanField field) {
        String text = part.text(field);
        if (text.isEmpty()) {
            return "";
        }
        return switch (field.type()) {
            case LINE, WORDS -> text;
            case NUMBER -> number(part, field);
            case DAY -> words.day(LocalDate.parse(text));
            case TERM -> words.term(Period.ofKey(Integer.parseInt(text)));
            case FROZEN ->
                field == PlanField.BASELINE_IMPORT
                        ? text
                        : Period.ofKey(Integer.parseInt(text)).toString();
            case CHOICE -> words.text("actionplan.choice." + field.key() + "." + text);
            case REFERENCE -> reference(part, field, text);
        };
    }

    private String number(PlanPart part, PlanField field) {
        double value = part.number(field).orElseThrow();
        Optional<IndicatorView> indicator = measure(part);
        if (indicator.isPresent()) {
            return new FigureWords(words).value(indicator.get(), value);
        }
        return field == PlanField.COST
                ? words.text("actionplan.kronor", words.number(value, 0))
                : words.number(value, value == Math.rint(value) ? 0 : 1);
    }

    private Optional<IndicatorView> measure(PlanPart part) {
        PlanPart goal = part.is(PlanPartKind.MILESTONE)
                ? part.upper().flatMap(parts::find).orElse(part)
                : part;
        return goal.says(PlanField.INDICATOR) ? indicators.apply(goal.text(PlanField.INDICATOR)) : Optional.empty();
    }

    private String reference(PlanPart part, PlanField field, String text) {
        return switch (field) {
            case INDICATOR ->
                indicators.apply(text).map(each -> each.name(words.locale())).orElse(text);
            case RESPONSIBLE -> people.getOrDefault(text, words.text("actionplan.somebody-gone"));
            default -> parts.referred(part, field).map(PlanPart::title).orElse("");
        };
    }

    /** How a goal is measured, in one sentence; empty where it is not. */
    public String measured(PlanPart goal) {
        String what = goal.says(PlanField.INDICATOR) ? says(goal, PlanField.INDICATOR) : goal.text(PlanField.SCALE);
        if (what.isEmpty()) {
            return "";
        }
        String from = says(goal, PlanField.BASELINE);
        String when = says(goal, PlanField.BASELINE_PERIOD);
        String to = says(goal, PlanField.TARGET);
        String by = says(goal, PlanField.BY);
        StringBuilder sentence = new StringBuilder(what);
        if (!from.isEmpty()) {
            sentence.append(words.text(
                    when.isEmpty() ? "actionplan.measured.from" : "actionplan.measured.from-period", from, when));
        }
        if (!to.isEmpty()) {
            sentence.append(words.text("actionplan.measured.to", to));
        }
        if (!by.isEmpty()) {
            sentence.append(words.text("actionplan.measured.by", by));
        }
        return sentence.toString();
    }

    /** Whom a goal is for and in how long, in a few words; empty where nobody has said. */
    public String scope(PlanPart goal) {
        return Stream.of(PlanField.CONCERNS, PlanField.HORIZON)
                .map(field -> says(goal, field))
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** The terms that something goes on in; empty where nobody has said. */
    public String terms(PlanPart part) {
        String first = says(part, PlanField.FIRST);
        String last = says(part, PlanField.LAST);
        return last.isEmpty() || last.equals(first) ? first : first + "–" + last;
    }
}
