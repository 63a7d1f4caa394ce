package se.samverkan.selection.candidate;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.samverkan.selection.candidate.Criterion.Needy;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.FigureWords;
import se.samverkan.statistics.IndicatorView;
import se.samverkan.statistics.Indicators;

/** How criteria and their figures are called and written in the reader's language. */
public record Naming(Indicators indicators, Words words) {

    Locale locale() {
        return words.locale();
    }

    IndicatorView indicator(String code) {
        return indicators.find(code).orElseThrow(() -> new IllegalStateException("no indicator is called " + code));
    }

    /** The name of an indicator. */
    public String name(String indicator) {
        return indicator(indicator).name(locale());
    }

    String definition(String indicator) {
        return indicator(indicator).definition(locale());
    }

    /** A value of an indicator with its unit, such as <i>54,2 %</i>. */
    public String value(String indicator, double value) {
        return new FigureWords(words).value(indicator(indicator), value);
    }

    /** A difference between two values of an indicator with its unit; two shares differ in percentage points. */
    String difference(String indicator, double value) {
        return difference(words, indicator(indicator), value);
    }

    static String difference(Words words, IndicatorView indicator, double value) {
        String unit = indicator.unit().equals("PERCENT") ? "PERCENTAGE_POINTS" : indicator.unit();
        return words.number(value, Math.max(1, indicator.decimals())) + words.text("figure.unit." + unit);
    }

    /** What a criterion asks, in a sentence: <i>under 60 % under tre år till och med 2024/25</i>. */
    public String rule(Criterion criterion) {
        String years = words.text(
                "selection.rule.years",
                criterion.years(),
                criterion.lastPeriod().toString());
        if (criterion.isWeighted()) {
            return words.text(
                    criterion.needy() == Needy.LOW ? "selection.rule.weight-low" : "selection.rule.weight-high",
                    CriterionForm.amount(criterion.amount(), locale()),
                    years);
        }
        return words.text(
                criterion.needy() == Needy.LOW ? "selection.rule.under" : "selection.rule.over",
                value(criterion.indicator(), criterion.amount()),
                years);
    }

    /** A number with so many decimals, or a dash where there is none. */
    public String number(java.util.OptionalDouble value, int decimals) {
        return value.isEmpty() ? "–" : words.number(value.getAsDouble(), decimals);
    }

    /** A needs index with how far chance reaches at 95 per cent, or that the figures carry no measure of chance. */
    public static String need(Words words, double index, double error, int decimals) {
        String number = words.number(index, decimals);
        double reach = 1.96 * error;
        return error > 0
                ? words.text(
                        "selection.need.is",
                        number,
                        words.number(index - reach, decimals),
                        words.number(index + reach, decimals))
                : words.text("selection.need.without-chance", number);
    }

    /** What units are matched by, in words. */
    public String covariate(String name) {
        if (name.startsWith("result:")) {
            return words.text("selection.covariate.year", name.substring("result:".length()));
        }
        return words.has("selection.covariate." + name) ? words.text("selection.covariate." + name) : name(name);
    }

    /** How trends are said; null where the form has none. */
    @Nullable
    TrendWords trend(Trends trends) {
        return trends.lead()
                .map(lead -> new TrendWords(words, indicator(lead.indicator()), lead.needy()))
                .orElse(null);
    }

    /** A probability as people say it: <i>7 av 10</i>, or that it is less or more than can be told. */
    String chance(double probability) {
        long ofTen = Math.round(probability * 10);
        if (ofTen == 0) {
            return words.text("selection.chance.hardly");
        }
        return ofTen == 10 ? words.text("selection.chance.nearly") : words.text("selection.chance", ofTen);
    }
}
