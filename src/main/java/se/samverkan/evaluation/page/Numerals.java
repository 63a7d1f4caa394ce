package se.samverkan.evaluation.page;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samverkan.evaluation.method.Group;
import se.samverkan.evaluation.method.Interval;
import se.samverkan.evaluation.method.Note;
import se.samverkan.evaluation.page.Told.Grouped;
import se.samverkan.evaluation.page.Told.Line;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.IndicatorView;

/** How effects, intervals and chances are written, in one language and the unit of one indicator. */
final class Numerals {

    static final double DOUBT = 0.05;

    private static final int CHANCE_DECIMALS = 3;
    private static final int DECIMALS = 1;

    private final Words words;
    private final String unit;

    Numerals(Words words, Optional<IndicatorView> indicator) {
        this.words = words;
        String key = "evaluation.unit." + indicator.map(IndicatorView::unit).orElse("NONE");
        this.unit = words.has(key) ? words.text(key) : "";
    }

    Words words() {
        return words;
    }

    /** What the indicator is counted in. */
    String unit() {
        return unit;
    }

    String sentence(Note note) {
        return words.text(note.key(), note.details().toArray());
    }

    Line line(String what, Interval told) {
        return new Line(what, signed(told.estimate()), interval(told.lower(), told.upper()));
    }

    /** The same with decimals more, for what is counted by the hour. */
    Line fine(String what, Interval told) {
        Double lower = told.lower();
        Double upper = told.upper();
        return new Line(
                what,
                signed(told.estimate(), 2),
                lower == null || upper == null
                        ? ""
                        : words.text("evaluation.between", signed(lower, 2), signed(upper, 2)));
    }

    Grouped grouped(Group group) {
        return new Grouped(words.number(group.along(), DECIMALS), signed(group.outcome()), words.count(group.units()));
    }

    String interval(@Nullable Double lower, @Nullable Double upper) {
        return lower == null || upper == null ? "" : words.text("evaluation.between", signed(lower), signed(upper));
    }

    String number(double value) {
        return number(value, DECIMALS);
    }

    private String number(double value, int decimals) {
        double shift = Math.pow(10, decimals);
        double rounded = Math.rint(value * shift) / shift;
        return words.number(rounded == 0 ? 0 : rounded, decimals);
    }

    String signed(double value) {
        return signed(value, DECIMALS);
    }

    String signed(double value, int decimals) {
        String number = number(value, decimals);
        return value > 0 && !number.equals(number(0, decimals)) ? "+" + number : number;
    }

    /** The words as a sentence or a label begins. */
    static String capital(String words, Locale locale) {
        return words.substring(0, 1).toUpperCase(locale) + words.substring(1);
    }

    String chance(double p) {
        return p < 0.001 ? words.text("evaluation.chance.least") : words.number(p, CHANCE_DECIMALS);
    }
}
