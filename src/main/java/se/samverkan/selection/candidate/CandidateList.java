package se.samverkan.selection.candidate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.samverkan.selection.candidate.Reading.Verdict;
import se.samverkan.selection.round.RoundMaterial.Exclusion;
import se.samverkan.selection.round.RoundView.FormPlaces;

/**
 * The units of one school form in a round, by name as a Swede sorts.
 *
 * @param form the school form and its places
 * @param criteria the criteria of the form
 * @param candidates the units that can be chosen
 * @param excluded the others, which count nowhere
 * @param models how values were drawn toward what is expected, by the number of the criterion
 * @param trends how the units' results have moved over the years
 */
public record CandidateList(
        FormPlaces form,
        List<Criterion> criteria,
        List<Candidate> candidates,
        List<Excluded> excluded,
        Map<Integer, Expectation> models,
        Trends trends) {

    /** A unit that the round shall not choose: its figures are read, and it has no index. */
    record Excluded(Candidate candidate, Exclusion exclusion) {}

    /**
     * How a criterion's values were drawn toward what is expected.
     *
     * @param units how many units it rests on
     * @param withBackground how many of them have a published background
     * @param tau2 the variance between units that is not chance
     * @param i2 how much of the variation between units is not chance, in per cent
     */
    record Expectation(int units, int withBackground, double tau2, double i2) {}

    /** How many units a threshold touches, and of how many it cannot be told. */
    long count(int number, Verdict verdict) {
        return candidates.stream()
                .flatMap(candidate -> candidate.reading(number).stream())
                .filter(reading -> reading.verdict() == verdict)
                .count();
    }

    /** How many units have a value on a criterion. */
    public long withValue(int number) {
        return candidates.stream()
                .flatMap(candidate -> candidate.reading(number).stream())
                .filter(reading -> reading.pooled().value().isPresent())
                .count();
    }

    long count(Verdict verdict) {
        return candidates.stream()
                .filter(candidate -> candidate.verdict() == verdict)
                .count();
    }

    /** Every unit of the form, the excluded ones last. */
    public Stream<Candidate> everybody() {
        return Stream.concat(candidates.stream(), excluded.stream().map(Excluded::candidate));
    }

    /** A unit of the list, excluded or not. */
    Optional<Candidate> find(String unit) {
        return everybody()
                .filter(candidate -> candidate.unit().key().equals(unit))
                .findFirst();
    }

    /** Why a unit is excluded, where it is. */
    Optional<Exclusion> exclusion(Candidate candidate) {
        return excluded.stream()
                .map(Excluded::exclusion)
                .filter(exclusion -> exclusion.unit() == candidate.unit().id())
                .findFirst();
    }

    boolean hasWeights() {
        return criteria.stream().anyMatch(Criterion::isWeighted);
    }
}
