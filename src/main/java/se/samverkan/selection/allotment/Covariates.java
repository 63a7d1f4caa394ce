package se.samverkan.selection.allotment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import se.samverkan.organisation.UnitView;
import se.samverkan.selection.candidate.BasisUnit;
import se.samverkan.selection.candidate.Candidate;
import se.samverkan.selection.candidate.CandidateLists.Known;
import se.samverkan.selection.candidate.Criterion;
import se.samverkan.selection.candidate.CriterionKind;

/**
 * What units are matched by: the needs index, the results of three years, the pupils' background and the size. Which of
 * them count is decided by how many units have them, before anybody is chosen.
 */
final class Covariates {

    static final String NEED = "need";
    static final String RESULT = "result";
    static final String SIZE = "size";
    private static final String YEAR = "result:";
    private static final int YEARS = 3;
    private static final double WELL_COVERED = 0.75;

    private Covariates() {}

    /** The results over three years that matching needs, besides the criteria themselves: of the first of results. */
    static Optional<Criterion> results(List<Criterion> criteria) {
        return criteria.stream()
                .filter(criterion -> criterion.kind().isResult() && criterion.kind() != CriterionKind.DEVIATION)
                .findFirst()
                .map(one -> one.over(YEARS));
    }

    /** The covariates of a unit that have a value. */
    static Map<String, Double> of(UnitView unit, Candidate.Need need, Optional<Criterion> results, Known known) {
        Map<String, Double> told = new LinkedHashMap<>();
        need.exact().ifPresent(index -> told.put(NEED, index.doubleValue()));
        results.map(criterion -> known.figures().pooled(criterion, unit.id())).ifPresent(pooled -> {
            pooled.years().forEach(year -> year.value().ifPresent(value -> told.put(YEAR + year.period(), value)));
            pooled.value().ifPresent(value -> told.put(RESULT, value));
            pooled.cohort().ifPresent(size -> told.put(SIZE, (double) size));
        });
        List<String> names = known.figures().backgroundNames();
        List<Double> background = known.figures().background(unit.id());
        for (int place = 0; place < background.size(); place++) {
            told.put(names.get(place), background.get(place));
        }
        return told;
    }

    /**
     * Those that count among some units: what at least three in four have and that differs; the three years together
     * where some year is not so well covered.
     */
    static List<String> counting(List<BasisUnit> units) {
        TreeSet<String> names = new TreeSet<>();
        units.forEach(unit -> names.addAll(unit.covariates().keySet()));
        List<String> years =
                names.stream().filter(name -> name.startsWith(YEAR)).toList();
        boolean eachYear = !years.isEmpty() && years.stream().allMatch(name -> counts(name, units));
        names.removeIf(name -> eachYear ? name.equals(RESULT) : name.startsWith(YEAR));
        names.removeIf(name -> !counts(name, units));
        return List.copyOf(names);
    }

    private static boolean counts(String name, List<BasisUnit> units) {
        List<Double> values = units.stream()
                .flatMap(unit -> Optional.ofNullable(unit.covariates().get(name)).stream())
                .toList();
        return values.size() >= WELL_COVERED * units.size()
                && values.stream().distinct().count() > 1;
    }
}
