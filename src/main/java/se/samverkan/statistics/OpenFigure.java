package se.samverkan.statistics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A figure for machines: its value, or null with the reason; never a stand-in.
 *
 * @param indicator the code of the indicator
 * @param breakdown the part of the population
 * @param period the time it speaks of, such as 2024/25, 2024, VT25 or, where the source does not tell, ≤2026
 * @param value the value, or null when there is none to compute with
 * @param status EXACT, APPROXIMATE, BOUNDED, MASKED, NOT_APPLICABLE, MISSING or NO_REQUIREMENT
 * @param token what stood in the source, letter by letter
 * @param bound for a bounded figure what the value lies just below, else null
 * @param approximate whether the source has rounded the value
 * @param n the size of the cohort, where that is published
 * @param source whose figure
 * @param fetched the day it was fetched from the source
 * @param importNumber the number of the import that brought it; {@code import} in JSON
 * @param interval what chance may do to it, where that can be told
 */
public record OpenFigure(
        String indicator,
        Breakdown breakdown,
        String period,
        @Nullable Double value,
        String status,
        String token,
        @Nullable Double bound,
        boolean approximate,
        @Nullable Integer n,
        String source,
        LocalDate fetched,

        @com.fasterxml.jackson.annotation.JsonProperty("import")
        int importNumber,

        @Nullable Span interval) {

    /** A part of the population; ALL and ALL for the whole. */
    public record Breakdown(String dimension, String code) {

        static Breakdown of(Observation.Breakdown part) {
            return new Breakdown(part.dimension(), part.code());
        }
    }

    /** An interval with its level and method. */
    public record Span(double low, double high, double level, String method) {}

    static OpenFigure of(
            KnownFigure known, IndicatorView indicator, Breakdown part, Provenances.Provenance provenance) {
        Figure figure = known.figure();
        boolean bounded = figure instanceof Figure.Bounded;
        Double value = figure.value().isPresent() ? figure.value().getAsDouble() : null;
        return new OpenFigure(
                indicator.code(),
                part,
                known.period().toString(),
                bounded ? null : value,
                status(figure),
                figure.token(),
                bounded ? value : null,
                figure instanceof Figure.Approximate,
                known.n(),
                provenance.source(),
                provenance.fetched(),
                provenance.importId(),
                Series.interval(indicator, known)
                        .map(interval -> new Span(rounded(interval.low()), rounded(interval.high()), 0.95, "WILSON"))
                        .orElse(null));
    }

    private static double rounded(double end) {
        return Math.round(end * 1000) / 1000.0;
    }

    private static String status(Figure figure) {
        return switch (figure) {
            case Figure.Exact exact -> "EXACT";
            case Figure.Approximate approximate -> "APPROXIMATE";
            case Figure.Bounded bounded -> "BOUNDED";
            case Figure.Masked masked -> "MASKED";
            case Figure.NotApplicable notApplicable -> "NOT_APPLICABLE";
            case Figure.Missing missing -> "MISSING";
            case Figure.NoRequirement noRequirement -> "NO_REQUIREMENT";
        };
    }
}
