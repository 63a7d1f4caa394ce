package se.samverkan.selection.candidate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.samverkan.organisation.UnitView;
import se.samverkan.selection.candidate.Candidate.Need;
import se.samverkan.selection.candidate.CandidateList.Excluded;
import se.samverkan.selection.candidate.CandidateList.Expectation;
import se.samverkan.selection.candidate.Reading.Shrunk;
import se.samverkan.selection.candidate.Reading.Verdict;
import se.samverkan.selection.method.NeedsIndex;
import se.samverkan.selection.method.NeedsIndex.Direction;
import se.samverkan.selection.method.NeedsIndex.Part;
import se.samverkan.selection.method.NeedsIndex.Scored;
import se.samverkan.selection.round.RoundMaterial.Exclusion;
import se.samverkan.selection.round.RoundView.FormPlaces;
import se.samverkan.statistics.estimate.Estimate;
import se.samverkan.statistics.estimate.Observed;
import se.samverkan.statistics.estimate.RankProbabilities;

/**
 * Makes the list of one school form: what each criterion says of each unit, the needs index of the weighted ones, and the
 * probability of being among those most in need. Excluded units are read like the others and count in neither of the two;
 * what is expected of such units is learnt from them too. Computes only; what it computes from is given to it.
 */
final class CandidateMaker {

    private final FormPlaces form;
    private final List<Criterion> criteria;
    private final List<UnitView> units;
    private final Map<Long, Exclusion> excluded;
    private final FormFigures figures;
    private final Flags flags;
    private final Trends trends;

    CandidateMaker(
            FormPlaces form,
            List<Criterion> criteria,
            List<UnitView> units,
            List<Exclusion> excluded,
            FormFigures figures,
            Flags flags,
            Trends trends) {
        this.form = form;
        this.criteria = criteria;
        this.units = units;
        this.excluded = excluded.stream().collect(Collectors.toMap(Exclusion::unit, Function.identity()));
        this.figures = figures;
        this.flags = flags;
        this.trends = trends;
    }

    /** @param seed of the drawn worlds of the probabilities; the same one gives the same list */
    CandidateList make(long seed) {
        Map<Integer, Expectation> models = new LinkedHashMap<>();
        Map<Integer, Map<String, Reading>> readings = new LinkedHashMap<>();
        for (Criterion criterion : criteria) {
            readings.put(criterion.number(), read(criterion, models));
        }
        Map<String, Need> needs = needs(readings, seed);
        List<Candidate> eligible = new ArrayList<>();
        List<Excluded> left = new ArrayList<>();
        for (UnitView unit : units) {
            Candidate candidate = candidate(unit, readings, needs);
            Exclusion exclusion = excluded.get(unit.id());
            if (exclusion == null) {
                eligible.add(candidate);
            } else {
                left.add(new Excluded(candidate, exclusion));
            }
        }
        return new CandidateList(form, criteria, eligible, left, models, trends);
    }

    private Candidate candidate(UnitView unit, Map<Integer, Map<String, Reading>> readings, Map<String, Need> needs) {
        List<Reading> own = criteria.stream()
                .flatMap(criterion ->
                        Optional.ofNullable(readings.getOrDefault(criterion.number(), Map.of())
                                        .get(unit.key()))
                                .stream())
                .toList();
        Need none = new Need(OptionalDouble.empty(), 0, 0, OptionalDouble.empty());
        return new Candidate(unit, own, needs.getOrDefault(unit.key(), none), flags.of(unit, own));
    }

    private Map<String, Reading> read(Criterion criterion, Map<Integer, Expectation> models) {
        Map<String, Pooled> pooled = new LinkedHashMap<>();
        units.forEach(unit -> pooled.put(unit.key(), figures.pooled(criterion, unit.id())));
        Map<String, Shrunk> shrunk = criterion.kind().isResult() ? shrink(criterion, pooled, models) : Map.of();
        Map<String, Reading> read = new HashMap<>();
        pooled.forEach((unit, value) ->
                read.put(unit, new Reading(criterion, value, shrunk.get(unit), Verdict.of(criterion, value.value()))));
        return read;
    }

    private Map<String, Shrunk> shrink(
            Criterion criterion, Map<String, Pooled> pooled, Map<Integer, Expectation> models) {
        List<Observed> observed = new ArrayList<>();
        for (UnitView unit : units) {
            Pooled own = pooled.getOrDefault(unit.key(), FormFigures.NOTHING);
            if (own.variance().isPresent()) {
                observed.add(new Observed(
                        unit.key(),
                        own.value().orElseThrow(),
                        own.variance().getAsDouble(),
                        figures.background(unit.id())));
            }
        }
        if (observed.isEmpty()) {
            return Map.of();
        }
        Shrinkage shrinkage = Shrinkage.of(observed, figures.backgroundNames());
        models.put(criterion.number(), shrinkage.expectation());
        return shrinkage.shrunk();
    }

    private Map<String, Need> needs(Map<Integer, Map<String, Reading>> readings, long seed) {
        List<Part> parts = criteria.stream()
                .filter(Criterion::isWeighted)
                .map(criterion -> part(criterion, readings.getOrDefault(criterion.number(), Map.of())))
                .toList();
        List<String> eligible = units.stream()
                .filter(unit -> !excluded.containsKey(unit.id()))
                .map(UnitView::key)
                .toList();
        if (parts.isEmpty() || eligible.isEmpty()) {
            return Map.of();
        }
        List<Scored> scored = NeedsIndex.of(parts, eligible);
        Map<String, Double> among = among(scored, seed);
        Map<String, Need> needs = new HashMap<>();
        for (Scored unit : scored) {
            Double probability = among.get(unit.id());
            needs.put(
                    unit.id(),
                    new Need(
                            unit.index(),
                            unit.error(),
                            unit.missing().size(),
                            probability == null ? OptionalDouble.empty() : OptionalDouble.of(probability)));
        }
        return needs;
    }

    private static Part part(Criterion criterion, Map<String, Reading> readings) {
        Map<String, Double> values = new HashMap<>();
        Map<String, Double> errors = new HashMap<>();
        readings.forEach((unit, reading) -> reading.best().ifPresent(value -> {
            values.put(unit, value);
            errors.put(unit, reading.error());
        }));
        Direction direction = criterion.needy() == Criterion.Needy.LOW ? Direction.LOW_IS_NEED : Direction.HIGH_IS_NEED;
        return new Part(Integer.toString(criterion.number()), criterion.amount(), direction, values, errors);
    }

    private Map<String, Double> among(List<Scored> scored, long seed) {
        List<Estimate> estimates = scored.stream()
                .filter(unit -> unit.index().isPresent())
                .map(unit -> new Estimate(unit.id(), unit.index().getAsDouble(), unit.error()))
                .toList();
        Map<String, Double> among = new HashMap<>();
        if (!estimates.isEmpty()) {
            RankProbabilities.of(estimates, form.places(), RankProbabilities.Need.HIGHEST, seed)
                    .forEach(each -> among.put(each.id(), each.probability()));
        }
        return among;
    }
}
