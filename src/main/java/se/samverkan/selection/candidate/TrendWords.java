package se.samverkan.selection.candidate;

import se.samverkan.selection.candidate.Criterion.Needy;
import se.samverkan.selection.candidate.Trend.Change;
import se.samverkan.selection.candidate.Trend.Slope;
import se.samverkan.selection.candidate.Trend.TooFew;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.FigureWords;
import se.samverkan.statistics.IndicatorView;

/**
 * How a trend is said, never surer than its figures: that a value rises or sinks only where its interval leaves out
 * standing still, and then whether that is for the better.
 *
 * @param indicator whose values they are
 * @param needy which of its ends means need
 */
record TrendWords(Words words, IndicatorView indicator, Needy needy) {

    /** Such as <i>Sjunker, åt fel håll: −2,1 procentenheter om året (−3,9 till −0,3)</i>. */
    String says(Trend trend) {
        return switch (trend) {
            case TooFew few ->
                words.text(
                        "selection.trend.too-few",
                        few.told().size(),
                        few.years().size());
            case Change change ->
                words.text(
                        "selection.trend.change",
                        value(change.from()),
                        value(change.to()),
                        difference(change.to() - change.from()));
            case Slope slope ->
                words.text(key(slope), difference(slope.perYear()), number(slope.low()), number(slope.high()));
        };
    }

    private String key(Slope slope) {
        return switch (slope.way()) {
            case UNSURE -> "selection.trend.UNSURE";
            case RISES, SINKS ->
                "selection.trend." + slope.way() + (slope.isForTheBetter(needy) ? ".better" : ".worse");
        };
    }

    /** The arrow beside the words: up or down where it is told that a value moves, else none. */
    String arrow(Trend trend) {
        if (!(trend instanceof Slope slope)) {
            return "";
        }
        return switch (slope.way()) {
            case RISES -> "arrow-up";
            case SINKS -> "arrow-down";
            case UNSURE -> "";
        };
    }

    /** A difference between two values with its unit; that between two shares is told in percentage points. */
    String difference(double value) {
        return Naming.difference(words, indicator, value);
    }

    private String value(double value) {
        return new FigureWords(words).value(indicator, value);
    }

    private String number(double value) {
        return words.number(value, Math.max(1, indicator.decimals()));
    }
}
