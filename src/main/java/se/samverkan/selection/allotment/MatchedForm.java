package se.samverkan.selection.allotment;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samverkan.selection.allotment.Allotted.Part;
import se.samverkan.selection.candidate.BasisUnit;
import se.samverkan.selection.method.Balance;
import se.samverkan.selection.method.Matching;
import se.samverkan.selection.method.Matching.Match;
import se.samverkan.selection.method.Profile;

/**
 * How alike those offered and their comparison units are in one school form, told from what was frozen.
 *
 * @param form the school form
 * @param balance a line for each covariate that counts
 * @param alone those with a place, or a reserve's, that have no comparison unit
 */
public record MatchedForm(String form, List<Balance> balance, List<Alone> alone) {

    /**
     * A unit without a comparison unit.
     *
     * @param lacksValue whether that is because it lacks something that units are matched by; else nobody was left
     */
    public record Alone(Allotted unit, boolean lacksValue) {}

    /** The largest standardised difference that is usually called balanced (Austin 2009). */
    public static final double BALANCED = 0.1;

    /**
     * Tells it of one form.
     *
     * @param units all units of the basis
     */
    public static MatchedForm of(String form, AllotmentView allotment, List<BasisUnit> units) {
        List<BasisUnit> own =
                units.stream().filter(unit -> unit.form().equals(form)).toList();
        Map<Integer, Allotted> compared = allotment.of(form, Part.COMPARISON).stream()
                .collect(Collectors.toMap(Allotted::position, Function.identity()));
        List<Allotted> offered = allotment.of(form, Part.OFFERED);
        List<Match> matches = offered.stream()
                .filter(each -> compared.containsKey(each.position()))
                .map(each -> match(each, java.util.Objects.requireNonNull(compared.get(each.position()))))
                .toList();
        Set<String> not = allotment.units().stream()
                .filter(each -> each.part() == Part.OFFERED || each.part() == Part.RESERVE)
                .map(each -> each.unit().key())
                .collect(Collectors.toSet());
        List<Profile> pool = own.stream()
                .filter(unit -> unit.excluded().isEmpty() && !not.contains(unit.key()))
                .map(BasisUnit::profile)
                .toList();
        return new MatchedForm(
                form,
                Balance.of(
                        Covariates.counting(own),
                        offered.stream().map(each -> each.unit().profile()).toList(),
                        pool,
                        new Matching.Result(matches, List.of())),
                Stream.concat(
                                alone(allotment, form, Part.OFFERED, Part.COMPARISON, own),
                                alone(allotment, form, Part.RESERVE, Part.RESERVE_COMPARISON, own))
                        .toList());
    }

    private static Stream<Alone> alone(
            AllotmentView allotment, String form, Part part, Part comparison, List<BasisUnit> own) {
        List<String> covariates = Covariates.counting(own);
        Set<Integer> compared =
                allotment.of(form, comparison).stream().map(Allotted::position).collect(Collectors.toSet());
        return allotment.of(form, part).stream()
                .filter(each -> !compared.contains(each.position()))
                .map(each -> new Alone(each, !each.unit().profile().has(covariates)));
    }

    private static Match match(Allotted offered, Allotted compared) {
        return new Match(
                offered.unit().key(), compared.unit().key(), compared.distance().orElse(0));
    }

    /** The size of the largest standardised difference, before or after. */
    double worst(boolean before) {
        return balance.stream()
                .map(line -> before ? line.before().difference() : line.after().difference())
                .flatMapToDouble(OptionalDouble::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    /** How many covariates lie within what is called balanced, after. */
    public long balanced() {
        return balance.stream()
                .filter(line -> Math.abs(line.after().difference().orElse(1)) <= BALANCED)
                .count();
    }
}
