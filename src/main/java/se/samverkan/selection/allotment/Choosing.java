package se.samverkan.selection.allotment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.selection.allotment.AllotmentView.Method;
import se.samverkan.selection.allotment.Allotted.Part;
import se.samverkan.selection.candidate.BasisUnit;
import se.samverkan.selection.method.Matching;
import se.samverkan.selection.method.Matching.Match;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.RoundView.FormPlaces;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;

/**
 * The door to the allotment by assessment: a preparer chooses among the units that the assessors agree need support, and in
 * the same step each gets a comparison unit, the nearest that is not offered support. The others that need support are
 * reserves, the greatest need first, and have comparison units of their own in case they are taken in. Where the plan says that a
 * threshold decides, those who reach it are offered support and nobody is chosen; then there are no reserves either.
 */
@Component
public class Choosing {

    private final SelectionRounds rounds;
    private final Allotting allotting;
    private final StoredBases bases;
    private final StoredAllotments allotments;
    private final AuditTrail trail;

    Choosing(
            SelectionRounds rounds,
            Allotting allotting,
            StoredBases bases,
            StoredAllotments allotments,
            AuditTrail trail) {
        this.rounds = rounds;
        this.allotting = allotting;
        this.bases = bases;
        this.allotments = allotments;
        this.trail = trail;
    }

    /** The units that need support by the basis that stands, the greatest need first. */
    @Transactional(readOnly = true)
    public List<BasisUnit> needing(long id) {
        RoundView round = rounds.round(id);
        return bases.all(round.id()).stream()
                .findFirst()
                .filter(BasisView::stands)
                .map(basis -> needing(bases.units(id, basis.version())))
                .orElse(List.of());
    }

    private static List<BasisUnit> needing(List<BasisUnit> units) {
        return units.stream()
                .filter(BasisUnit::needsSupport)
                .sorted(BasisUnit.BY_NEED)
                .toList();
    }

    /** The needs index from which the plan says that units are offered support, where it does. */
    @Transactional(readOnly = true)
    public Optional<BigDecimal> threshold(long id) {
        return allotting.threshold(rounds.round(id).id());
    }

    /** The units that reach the threshold of the plan by the basis that stands, the greatest need first. */
    @Transactional(readOnly = true)
    public List<BasisUnit> reaching(long id) {
        RoundView round = rounds.round(id);
        return bases.all(round.id()).stream()
                .findFirst()
                .filter(BasisView::stands)
                .flatMap(basis ->
                        allotting.threshold(id).map(threshold -> reaching(bases.units(id, basis.version()), threshold)))
                .orElse(List.of());
    }

    private static List<BasisUnit> reaching(List<BasisUnit> units, BigDecimal threshold) {
        return units.stream()
                .filter(unit ->
                        unit.isDecidedByNeed() && unit.need().orElseThrow().compareTo(threshold) >= 0)
                .sorted(BasisUnit.BY_NEED)
                .toList();
    }

    /** Offers support to those who reach the threshold of the plan, and fixes their comparison units. */
    @Transactional
    public void chooseByThreshold(long id) {
        RoundView round = rounds.roundToPrepare(id);
        BasisView basis = allotting.requireReady(id);
        BigDecimal threshold =
                allotting.threshold(id).orElseThrow(() -> Refusal.rule("selection.refusal.no-threshold"));
        List<BasisUnit> units = bases.units(id, basis.version());
        List<BasisUnit> offered = reaching(units, threshold);
        if (offered.isEmpty()) {
            throw Refusal.rule("selection.refusal.nobody-reaches");
        }
        check(basis, offered);
        allot(round, basis, units, offered, Method.THRESHOLD);
    }

    /** Chooses these units, by form and key with a slash between, and fixes their comparison units. */
    @Transactional
    public void choose(long id, Set<String> chosen) {
        RoundView round = rounds.roundToPrepare(id);
        BasisView basis = allotting.requireReady(id);
        allotting.requireNoThreshold(id);
        List<BasisUnit> units = bases.units(id, basis.version());
        List<BasisUnit> offered = needing(units).stream()
                .filter(unit -> chosen.contains(unit.form() + "/" + unit.key()))
                .toList();
        if (chosen.isEmpty()) {
            throw Refusal.rule("selection.refusal.nobody-chosen");
        }
        if (offered.size() < chosen.size()
                || offered.stream().map(BasisUnit::unit).distinct().count() < offered.size()) {
            throw Refusal.rule("selection.refusal.not-needing");
        }
        check(basis, offered);
        allot(round, basis, units, offered, Method.ASSESSMENT);
    }

    private void allot(
            RoundView round, BasisView basis, List<BasisUnit> units, List<BasisUnit> offered, Method method) {
        List<Allotted> allotted = new ArrayList<>();
        Set<Long> taken = new HashSet<>(offered.stream().map(BasisUnit::unit).toList());
        for (FormPlaces form : basis.forms()) {
            allotted.addAll(ofForm(of(form, units), of(form, offered), taken, method == Method.ASSESSMENT));
        }
        allotments.write(round.id(), basis.version(), allotting.plan(round.id()), method, null, null);
        allotments.write(round.id(), allotted);
        trail.record(SelectionRounds.happening(method == Method.ASSESSMENT ? "chosen" : "reached", round)
                .changing("units", null, offered.stream().map(BasisUnit::key).collect(Collectors.joining(", ")))
                .changing(
                        "comparison-units",
                        null,
                        allotted.stream()
                                .filter(each -> each.part() == Part.COMPARISON)
                                .map(each -> each.unit().key())
                                .collect(Collectors.joining(", "))));
    }

    private static List<BasisUnit> of(FormPlaces form, List<BasisUnit> units) {
        return units.stream().filter(unit -> unit.form().equals(form.form())).toList();
    }

    private static void check(BasisView basis, List<BasisUnit> offered) {
        for (FormPlaces form : basis.forms()) {
            if (of(form, offered).size() > form.places()) {
                throw Refusal.rule("selection.refusal.too-many", form.places());
            }
        }
        Map<String, Integer> ofOrganiser = new HashMap<>();
        for (BasisUnit unit : offered) {
            int most = basis.perOrganiser().orElse(Integer.MAX_VALUE);
            if (ofOrganiser.merge(unit.place().organiserName(), 1, Integer::sum) > most) {
                throw Refusal.rule(
                        "selection.refusal.too-many-of-organiser", unit.place().organiserName(), most);
            }
        }
    }

    /**
     * @param taken the units that have a part already; grows
     * @param withReserves whether the others that need support are reserves
     */
    private static List<Allotted> ofForm(
            List<BasisUnit> units, List<BasisUnit> offered, Set<Long> taken, boolean withReserves) {
        if (offered.isEmpty()) {
            return List.of();
        }
        List<BasisUnit> reserves = withReserves
                ? needing(units).stream().filter(unit -> taken.add(unit.unit())).toList()
                : List.of();
        List<Allotted> allotted = new ArrayList<>();
        allotted.addAll(compared(units, offered, Part.OFFERED, Part.COMPARISON, taken));
        if (withReserves) {
            allotted.addAll(compared(units, reserves, Part.RESERVE, Part.RESERVE_COMPARISON, taken));
        }
        return allotted;
    }

    /** Units with their places in order, each with the nearest unit that has no part yet while there are such. */
    private static List<Allotted> compared(
            List<BasisUnit> units, List<BasisUnit> chosen, Part part, Part comparison, Set<Long> taken) {
        Map<String, BasisUnit> pool = units.stream()
                .filter(unit -> unit.excluded().isEmpty() && !taken.contains(unit.unit()))
                .collect(Collectors.toMap(BasisUnit::key, unit -> unit));
        Map<String, Match> matches = part == Part.OFFERED || canBeMatched(units, chosen, pool.values())
                ? nearest(units, chosen, pool.values())
                : Map.of();
        List<Allotted> allotted = new ArrayList<>();
        for (int place = 0; place < chosen.size(); place++) {
            BasisUnit unit = chosen.get(place);
            allotted.add(new Allotted(unit, place + 1, part, unit.form(), OptionalDouble.empty()));
            Match match = matches.get(unit.key());
            if (match != null) {
                BasisUnit like = java.util.Objects.requireNonNull(pool.get(match.comparison()));
                taken.add(like.unit());
                allotted.add(
                        new Allotted(like, place + 1, comparison, unit.form(), OptionalDouble.of(match.distance())));
            }
        }
        return allotted;
    }

    /** Whether the units that are left are enough to tell distances by: without that, the last reserves have nobody to be held against. */
    private static boolean canBeMatched(List<BasisUnit> units, List<BasisUnit> chosen, Collection<BasisUnit> pool) {
        List<String> covariates = covariates(units);
        return Stream.concat(chosen.stream(), pool.stream())
                        .filter(unit -> unit.profile().has(covariates))
                        .count()
                > covariates.size() + 1;
    }

    private static Map<String, Match> nearest(
            List<BasisUnit> units, List<BasisUnit> chosen, Collection<BasisUnit> pool) {
        return Matching.nearest(
                        covariates(units),
                        chosen.stream().map(BasisUnit::profile).toList(),
                        pool.stream().map(BasisUnit::profile).toList(),
                        OptionalDouble.empty())
                .matches()
                .stream()
                .collect(Collectors.toMap(Match::unit, match -> match));
    }

    /** What units of one form are matched by, decided from all of them and not from those who were chosen. */
    static List<String> covariates(List<BasisUnit> units) {
        return Covariates.counting(units);
    }
}
