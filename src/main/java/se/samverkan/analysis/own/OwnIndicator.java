package se.samverkan.analysis.own;

import java.util.List;
import java.util.Optional;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Words;

/**
 * An indicator of a unit's own.
 *
 * @param words what is counted, and how
 * @param values the newest first
 */
public record OwnIndicator(long id, String name, Measure measure, String words, List<OwnValue> values) {

    Optional<OwnValue> in(Period term) {
        return values.stream().filter(each -> each.term().equals(term)).findFirst();
    }

    /** A value as it is written: <i>12,5 %</i>. */
    String written(OwnValue value, Words words) {
        double number = value.value().doubleValue();
        int decimals = value.value().stripTrailingZeros().scale() > 0 ? 1 : 0;
        return words.number(number, decimals) + (measure == Measure.PERCENT ? " %" : "");
    }

    /** A value as evidence, in a sentence. */
    String sentence(OwnValue value, Words words) {
        return words.text(
                "analysis.own.sentence", name, words.term(value.term()), written(value, words), value.people());
    }
}
