package se.samverkan.selection.candidate;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import se.samverkan.shared.Period;
import se.samverkan.statistics.PublishedFigures.UnitFigure;
import se.samverkan.statistics.estimate.ShareVariance;

/**
 * What the published figures of some years say together of one unit: the mean over the years, weighted by the size of the
 * cohorts where all of them are known, and how much chance there is in it where that can be known. See
 * docs/methods/pooling.md.
 *
 * @param years the years of the window, the newest first
 * @param value the value, in the unit of the indicator; empty where no year has one
 * @param variance the sampling variance of the value; empty where the figures do not carry one
 * @param cohort how many people the years hold together, where that is known
 * @param assumed whether the cohort of some year is not published and another year's stands for it
 */
public record Pooled(
        List<Year> years, OptionalDouble value, OptionalDouble variance, OptionalInt cohort, boolean assumed) {

    private static final double HUNDRED_SQUARED = 100.0 * 100.0;

    /**
     * A year of the window.
     *
     * @param figures what was published, of the whole or of each part
     * @param weights what the parts are put together by
     * @param value the year's value; empty where nothing was published
     * @param cohort the size of the year's cohort in persons, where that is known
     */
    public record Year(
            Period period,
            List<UnitFigure> figures,
            List<UnitFigure> weights,
            OptionalDouble value,
            OptionalInt cohort) {

        /**
         * Puts a year together: the figure of the whole where one is published, else the mean of the parts weighted by
         * their sizes, and plainly where some size is missing.
         *
         * @param cohorts how many year groups the sizes count
         */
        static Year of(Period period, List<UnitFigure> figures, List<UnitFigure> weights, int cohorts) {
            return figures.stream()
                    .filter(figure -> isWhole(figure) && hasValue(figure))
                    .findFirst()
                    .map(whole ->
                            new Year(period, figures, List.of(), whole.figure().value(), whole.n()))
                    .orElseGet(() -> ofParts(period, figures, weights, cohorts));
        }

        private static Year ofParts(Period period, List<UnitFigure> figures, List<UnitFigure> weights, int cohorts) {
            List<UnitFigure> parts = figures.stream().filter(Pooled::hasValue).toList();
            double[] sizes = parts.stream()
                    .mapToDouble(part -> size(part, weights).orElse(Double.NaN))
                    .toArray();
            double all = java.util.Arrays.stream(sizes).sum();
            if (parts.isEmpty()) {
                return new Year(period, figures, List.of(), OptionalDouble.empty(), OptionalInt.empty());
            }
            if (!(all > 0)) {
                return new Year(
                        period,
                        figures,
                        List.of(),
                        parts.stream().mapToDouble(Pooled::number).average(),
                        OptionalInt.empty());
            }
            double sum = 0;
            for (int place = 0; place < sizes.length; place++) {
                sum += sizes[place] * number(parts.get(place));
            }
            return new Year(period, figures, weights, OptionalDouble.of(sum / all), OptionalInt.of((int)
                    Math.max(1, Math.round(all / cohorts))));
        }

        private static OptionalDouble size(UnitFigure part, List<UnitFigure> weights) {
            return weights.stream()
                    .filter(weight -> weight.breakdown().equals(part.breakdown()) && hasValue(weight))
                    .mapToDouble(Pooled::number)
                    .findFirst();
        }

        private static boolean isWhole(UnitFigure figure) {
            return figure.breakdown().dimension().equals("ALL");
        }
    }

    /**
     * Pools the years.
     *
     * @param years the newest first
     * @param share whether the value is a share in per cent, of which chance can be told
     */
    static Pooled of(List<Year> years, boolean share) {
        List<Year> told =
                years.stream().filter(year -> year.value().isPresent()).toList();
        if (told.isEmpty()) {
            return new Pooled(years, OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.empty(), false);
        }
        OptionalInt nearest = told.stream()
                .map(Year::cohort)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
        if (nearest.isEmpty()) {
            return new Pooled(
                    years,
                    told.stream()
                            .mapToDouble(year -> year.value().orElseThrow())
                            .average(),
                    OptionalDouble.empty(),
                    OptionalInt.empty(),
                    false);
        }
        return weighted(years, told, nearest.getAsInt(), share);
    }

    private static Pooled weighted(List<Year> years, List<Year> told, int nearest, boolean share) {
        int all = 0;
        double sum = 0;
        for (Year year : told) {
            int n = year.cohort().orElse(nearest);
            all += n;
            sum += n * year.value().orElseThrow();
        }
        double value = sum / all;
        OptionalDouble variance = share && value >= 0 && value <= 100
                ? OptionalDouble.of(ShareVariance.of(value / 100, all) * HUNDRED_SQUARED)
                : OptionalDouble.empty();
        boolean assumed = told.stream().anyMatch(year -> year.cohort().isEmpty());
        return new Pooled(years, OptionalDouble.of(value), variance, OptionalInt.of(all), assumed);
    }

    /** The figures that the value rests on. */
    Stream<UnitFigure> sources() {
        return years.stream()
                .flatMap(year -> Stream.of(year.figures(), year.weights()).flatMap(Collection::stream));
    }

    private static boolean hasValue(UnitFigure figure) {
        return figure.figure().value().isPresent();
    }

    private static double number(UnitFigure figure) {
        return figure.figure().value().orElseThrow();
    }
}
