package se.samverkan.selection.candidate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import se.samverkan.selection.candidate.Pooled.Year;
import se.samverkan.shared.Period;
import se.samverkan.statistics.IndicatorView;
import se.samverkan.statistics.estimate.Estimate;
import se.samverkan.statistics.estimate.ShareVariance;
import se.samverkan.statistics.estimate.Slopes;

/**
 * How the units of a school form have moved over five years, by the one criterion of results that leads the round. Made for
 * all units at once, since how much figures vary from year to year beyond chance is learnt from all of them. See
 * docs/methods/trend.md.
 *
 * @param lead the criterion that leads, over the years that are looked at; empty where the form has none of results
 * @param byUnit by the key of the unit
 * @param yearly the standard deviation from year to year beyond chance, in the indicator's unit
 * @param units how many units that is learnt from
 */
record Trends(Optional<Criterion> lead, Map<String, Trend> byUnit, double yearly, int units) {

    /** Where a form is chosen on conditions only. */
    static final Trends NONE = new Trends(Optional.empty(), Map.of(), 0, 0);

    private static final int YEARS = 5;
    private static final int FEWEST = 3;
    private static final double HUNDRED_SQUARED = 100.0 * 100.0;

    /** The criterion that leads: the one of results that weighs most, the first of equals; else the first threshold. */
    static Optional<Criterion> leading(List<Criterion> criteria) {
        Predicate<Criterion> ofResults = criterion -> criterion.kind().isResult();
        List<Criterion> weighed = criteria.stream()
                .filter(ofResults.and(Criterion::isWeighted))
                .sorted(Comparator.comparingDouble(criterion -> -criterion.amount()))
                .toList();
        return weighed.stream()
                .findFirst()
                .or(() -> criteria.stream().filter(ofResults).findFirst())
                .map(criterion -> criterion.over(YEARS));
    }

    /** @param years of each unit, by its key, the newest first */
    static Trends of(Criterion lead, IndicatorView indicator, Map<String, List<Year>> years) {
        Map<String, List<Year>> counted = new LinkedHashMap<>();
        years.forEach((unit, all) -> counted.put(unit, counting(lead.lastPeriod(), indicator, all)));
        Map<String, Weighed> weighed = new LinkedHashMap<>();
        if (indicator.unit().equals("PERCENT")) {
            counted.forEach((unit, own) -> Weighed.of(own).ifPresent(one -> weighed.put(unit, one)));
        }
        Slopes.Fit fit = Slopes.fit(weighed.entrySet().stream()
                .map(each -> each.getValue().series(each.getKey()))
                .toList());
        Map<String, Trend> trends = new HashMap<>();
        counted.forEach((unit, own) ->
                trends.put(unit, told(own).size() < FEWEST ? new Trend.TooFew(own) : new Trend.Change(own)));
        for (Estimate slope : fit.slopes()) {
            Optional.ofNullable(weighed.get(slope.id()))
                    .ifPresent(one -> trends.put(slope.id(), one.trend(slope, fit.reach())));
        }
        return new Trends(
                Optional.of(lead),
                trends,
                Math.sqrt(fit.between()),
                fit.slopes().size());
    }

    /** The five years up to the last one, and after a break in the series only those after it. */
    private static List<Year> counting(Period last, IndicatorView indicator, List<Year> years) {
        return years.stream()
                .filter(year -> year.period().year() > last.year() - YEARS)
                .filter(year -> indicator.isAfterBreak(year.period()) == indicator.isAfterBreak(last))
                .toList();
    }

    private static List<Year> told(List<Year> years) {
        return years.stream().filter(year -> year.value().isPresent()).toList();
    }

    /** The trend of a unit; none where the form has no criterion of results. */
    Optional<Trend> of(Candidate candidate) {
        return Optional.ofNullable(byUnit.get(candidate.unit().key()));
    }

    /** The years of a unit whose shares carry a measure of chance, with the pupils that they rest on. */
    private record Weighed(List<Year> years, List<Year> told, List<Integer> cohorts, double mean) {

        static Optional<Weighed> of(List<Year> years) {
            List<Year> told = Trends.told(years);
            OptionalInt nearest = told.stream()
                    .map(Year::cohort)
                    .filter(OptionalInt::isPresent)
                    .findFirst()
                    .orElse(OptionalInt.empty());
            boolean shares = told.stream()
                    .mapToDouble(year -> year.value().orElseThrow())
                    .allMatch(value -> value >= 0 && value <= 100);
            if (told.size() < FEWEST || nearest.isEmpty() || !shares) {
                return Optional.empty();
            }
            List<Integer> cohorts = told.stream()
                    .map(year -> year.cohort().orElse(nearest.getAsInt()))
                    .toList();
            double sum = 0;
            for (int place = 0; place < told.size(); place++) {
                sum += cohorts.get(place) * told.get(place).value().orElseThrow();
            }
            double all = cohorts.stream().mapToDouble(Integer::doubleValue).sum();
            return Optional.of(new Weighed(years, told, cohorts, Math.clamp(sum / all, 0, 100)));
        }

        /** The chance in each year at the unit's own mean, so that no year weighs more for being high or low. */
        Slopes.Series series(String unit) {
            List<Slopes.Point> points = new ArrayList<>();
            for (int place = 0; place < told.size(); place++) {
                points.add(new Slopes.Point(
                        told.get(place).period().year(),
                        told.get(place).value().orElseThrow(),
                        ShareVariance.of(mean / 100, cohorts.get(place)) * HUNDRED_SQUARED));
            }
            return new Slopes.Series(unit, points);
        }

        Trend trend(Estimate slope, double reach) {
            boolean assumed = told.stream().anyMatch(year -> year.cohort().isEmpty());
            return new Trend.Slope(years, cohorts, slope.estimate(), slope.se(), reach * slope.se(), assumed);
        }
    }
}
