package se.samverkan.statistics.skolverket;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samverkan.shared.Period;
import se.samverkan.statistics.Figure;
import se.samverkan.statistics.Observation;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.Observation.Subject.OfUnit;
import tools.jackson.databind.JsonNode;

/**
 * Reads SALSA of all schools. Actual, expected and deviation are kept as published: each is rounded on its own, so they
 * do not always add up.
 *
 * <p>The contract has no period in the answer. Where the answer tells one all the same, it is that one. Otherwise the
 * period is the school year whose published merit ratings, rounded to whole points, agree with SALSA's actual ones: at
 * least {@value #ENOUGH} schools compared, {@value #AGREEING_PERCENT} % of them alike, and no other year half as alike.
 * If no year stands out, nothing is taken in: a figure without its year cannot be read.
 */
final class SalsaAnswer {

    static final int ENOUGH = 30;
    static final int AGREEING_PERCENT = 80;

    private final String path;
    private final JsonNode body;
    private final Reading reading;

    private SalsaAnswer(String path, JsonNode body, Reading reading) {
        this.path = path;
        this.body = body;
        this.reading = reading;
    }

    /** @param merits the merit ratings that were fetched in the same run, for finding the year */
    static void read(Question question, JsonNode body, List<Observation> merits, Reading reading) {
        new SalsaAnswer(question.path(), body, reading).read(merits);
    }

    private void read(List<Observation> merits) {
        Optional<Period> period = toldPeriod().or(() -> agreeing(merits));
        if (period.isEmpty()) {
            reading.refuse(path, "timePeriod", "", "salsa-period");
            return;
        }
        for (JsonNode school : body.path("compulsorySchoolUnitSalsaMetricList")) {
            String unit = Published.text(school, "schoolUnitCode");
            if (unit != null) {
                Field.of(Field.Part.SALSA).forEach(field -> one(unit, field, school.get(field.name()), period.get()));
            }
        }
    }

    private Optional<Period> toldPeriod() {
        String told = Published.text(body, "timePeriod");
        try {
            return told == null ? Optional.empty() : Optional.of(Reading.period(told));
        } catch (Published.Unreadable e) {
            return Optional.empty();
        }
    }

    private Optional<Period> agreeing(List<Observation> merits) {
        Map<String, Double> actual = actualMerits();
        Map<Period, int[]> alike = new HashMap<>();
        for (Observation merit : merits) {
            Double salsa = merit.subject() instanceof OfUnit unit ? actual.get(unit.key()) : null;
            if (salsa == null || !(merit.figure() instanceof Figure.Exact exact)) {
                continue;
            }
            int[] count = alike.computeIfAbsent(merit.period(), p -> new int[2]);
            count[0]++;
            count[1] += Math.abs(exact.number() - salsa) <= 0.5 + 1e-9 ? 1 : 0;
        }
        return standingOut(alike);
    }

    private static Optional<Period> standingOut(Map<Period, int[]> alike) {
        List<Map.Entry<Period, int[]>> byAgreement = alike.entrySet().stream()
                .filter(year -> year.getValue()[0] >= ENOUGH)
                .sorted((a, b) -> Double.compare(share(b.getValue()), share(a.getValue())))
                .toList();
        if (byAgreement.isEmpty() || share(byAgreement.getFirst().getValue()) < AGREEING_PERCENT) {
            return Optional.empty();
        }
        boolean alone = byAgreement.size() == 1
                || share(byAgreement.get(1).getValue())
                        < share(byAgreement.getFirst().getValue()) / 2;
        return alone ? Optional.of(byAgreement.getFirst().getKey()) : Optional.empty();
    }

    private static double share(int[] count) {
        return 100.0 * count[1] / count[0];
    }

    private Map<String, Double> actualMerits() {
        Map<String, Double> actual = new HashMap<>();
        for (JsonNode school : body.path("compulsorySchoolUnitSalsaMetricList")) {
            String unit = Published.text(school, "schoolUnitCode");
            Figure figure = figureOrNull(school.get("salsaAverageGradesIn9thGradeActual"));
            if (unit != null && figure instanceof Figure.Exact exact) {
                actual.put(unit, exact.number());
            }
        }
        return actual;
    }

    private static @Nullable Figure figureOrNull(@Nullable JsonNode entry) {
        try {
            return entry == null ? null : Published.figure(entry).orElse(null);
        } catch (Published.Unreadable e) {
            return null;
        }
    }

    private void one(String unit, Field field, @Nullable JsonNode entry, Period period) {
        if (entry == null || entry.isNull()) {
            return;
        }
        try {
            Published.figure(entry)
                    .ifPresent(
                            figure -> reading.add(path, unit, field.indicator(), Breakdown.ALL, period, figure, null));
        } catch (Published.Unreadable e) {
            reading.refuse(path, unit + " " + field.name(), entry.toString(), e.rule());
        }
    }
}
