package se.samverkan.statistics;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.Figure.Absent;
import se.samverkan.statistics.Figure.Approximate;
import se.samverkan.statistics.Figure.Bounded;
import se.samverkan.statistics.Figure.Exact;
import se.samverkan.statistics.Observation.Breakdown;

/**
 * Writes figures in one language: numbers with their unit, reasons in words, periods and parts as people say them. A page
 * writes a thousand numbers, so that they are written here without a formatter, the same as {@link Words#number} does.
 */
public final class FigureWords {

    private static final long[] POWERS = {1, 10, 100, 1000};
    private static final Pattern YEAR_OF_PLAN = Pattern.compile("\\d{2}$");

    private final Words words;
    private final char point;
    private final char thousands;
    private final Map<String, String> sentences = new HashMap<>();

    public FigureWords(Words words) {
        this.words = words;
        boolean english = words.locale().getLanguage().equals("en");
        this.point = english ? '.' : ',';
        this.thousands = english ? ',' : '\u202f';
    }

    Words words() {
        return words;
    }

    /** A sentence without details; each is looked up once. */
    String text(String key) {
        return sentences.computeIfAbsent(key, words::text);
    }

    /** A number with so many decimals, 0 to 3. */
    String number(double value, int decimals) {
        long scaled = Math.round(Math.abs(value) * POWERS[decimals]);
        StringBuilder out = new StringBuilder(12);
        if (value < 0 && scaled != 0) {
            out.append('\u2212');
        }
        String whole = Long.toString(scaled / POWERS[decimals]);
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                out.append(thousands);
            }
            out.append(whole.charAt(i));
        }
        if (decimals > 0) {
            String rest = Long.toString(scaled % POWERS[decimals]);
            out.append(point).append("0".repeat(decimals - rest.length())).append(rest);
        }
        return out.toString();
    }

    /** A value with its unit: <i>78,0 %</i>. */
    public String value(IndicatorView indicator, double value) {
        return number(value, indicator.decimals()) + text("figure.unit." + indicator.unit());
    }

    /** A figure as it stands in a table: its value, or the reason there is none in a few words. */
    public String figure(IndicatorView indicator, Figure figure) {
        return written(indicator, figure, text("figure.unit." + indicator.unit()));
    }

    /** The same without its unit, where the heading of the row says it. */
    public String bare(IndicatorView indicator, Figure figure) {
        return written(indicator, figure, "");
    }

    /** The unit that values of an indicator have; empty where they need none. */
    public String unit(IndicatorView indicator) {
        return text("figure.unit." + indicator.unit()).strip().replace("\u00a0", "");
    }

    private String written(IndicatorView indicator, Figure figure, String unit) {
        int decimals = indicator.decimals();
        return switch (figure) {
            case Exact exact -> number(exact.number(), decimals) + unit;
            case Approximate about -> text("figure.about") + number(about.number(), decimals) + unit;
            case Bounded bounded -> text("figure.nearly") + number(bounded.bound(), decimals) + unit;
            case Absent absent -> text("figure.short." + kind(absent));
        };
    }

    /** Why there is no value, as a sentence. */
    public String reason(Absent absent, IndicatorView indicator) {
        boolean survey = indicator.source().equals("SCHOOL_INSPECTORATE");
        String kind = kind(absent);
        return text("figure.reason." + kind + (survey && kind.equals("masked") ? ".survey" : ""));
    }

    private static String kind(Absent absent) {
        return switch (absent) {
            case Figure.Masked masked -> "masked";
            case Figure.NotApplicable notApplicable -> "not-applicable";
            case Figure.Missing missing -> "missing";
            case Figure.NoRequirement noRequirement -> "no-requirement";
        };
    }

    /** Two ends with one unit: <i>61–72 %</i>. */
    public String range(IndicatorView indicator, double low, double high) {
        return number(low, indicator.decimals()) + "\u2013" + value(indicator, high);
    }

    /** A period with its kind: <i>läsåret 2024/25</i>. */
    public String inPeriod(Period period) {
        return text("figure.in." + period.kind()) + period;
    }

    /**
     * A part of the population, or its code where nobody has given it a name. A programme keeps its name when its plan is
     * renewed, so that the year at the end of the code is left out: EK25 is EK.
     */
    public String part(Breakdown breakdown) {
        String key = "breakdown." + breakdown.dimension() + "."
                + YEAR_OF_PLAN.matcher(breakdown.code()).replaceFirst("");
        return words.has(key) ? text(key) : breakdown.code();
    }

    /** The name of an indicator, with its part where it is about one. */
    String name(IndicatorView indicator, Breakdown breakdown) {
        String name = indicator.name(words.locale());
        return breakdown.equals(Breakdown.ALL) ? name : name + ", " + part(breakdown);
    }
}
