package se.samverkan.selection.research;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.selection.EvaluableRounds;
import se.samverkan.selection.allotment.AllotmentView;
import se.samverkan.selection.allotment.AllotmentView.Method;
import se.samverkan.selection.allotment.Allotted;
import se.samverkan.selection.allotment.Allotted.Part;
import se.samverkan.selection.allotment.PlanView;
import se.samverkan.selection.allotment.Planning;
import se.samverkan.selection.allotment.StoredAllotments;
import se.samverkan.selection.allotment.StoredBases;
import se.samverkan.selection.candidate.BasisUnit;
import se.samverkan.selection.candidate.Criterion;
import se.samverkan.selection.candidate.StoredCriteria;
import se.samverkan.selection.decision.OfferList.Replacement;
import se.samverkan.selection.decision.Reserves;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.RoundView.FormPlaces;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.Refusal;

/** What a round leaves to the room that evaluates: told to those who may take it out for research, or prepare it. */
@Component
class RoundsToEvaluate implements EvaluableRounds {

    private final ResearchExport research;
    private final SelectionRounds own;
    private final StoredAllotments allotments;
    private final StoredBases bases;
    private final StoredCriteria criteria;
    private final Planning planning;
    private final Reserves reserves;

    RoundsToEvaluate(
            ResearchExport research,
            SelectionRounds own,
            StoredAllotments allotments,
            StoredBases bases,
            StoredCriteria criteria,
            Planning planning,
            Reserves reserves) {
        this.research = research;
        this.own = own;
        this.allotments = allotments;
        this.bases = bases;
        this.criteria = criteria;
        this.planning = planning;
        this.reserves = reserves;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Known> all() {
        Map<Long, StoredAllotments.Told> told = allotments.methodsAndDays();
        return research.rounds().stream()
                .filter(round -> told.containsKey(round.id()))
                .map(round -> known(round, Objects.requireNonNull(told.get(round.id()))))
                .toList();
    }

    private static Known known(RoundView round, StoredAllotments.Told told) {
        return new Known(
                round.id(),
                round.name(),
                round.variant(),
                round.cohort(),
                round.owner(),
                By.valueOf(told.method().name()),
                told.at(),
                round.forms().stream().map(FormPlaces::form).toList());
    }

    @Override
    @Transactional(readOnly = true)
    public Allotment allotment(long id) {
        RoundView round = research.rounds().stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        AllotmentView allotment = allotments.find(id).orElseThrow(Refusal::notSeen);
        PlanView plan = planning.of(id).stream()
                .filter(each -> each.version() == allotment.plan())
                .findFirst()
                .orElseThrow();
        List<Placed> placed = placed(allotment, reserves.replacements(id));
        Set<Long> taken = placed.stream().map(Placed::unit).collect(Collectors.toSet());
        allotment.units().stream()
                .filter(each -> each.part() == Part.RESERVE)
                .forEach(each -> taken.add(each.unit().unit()));
        List<BasisUnit> basis = bases.units(id, allotment.basis());
        return new Allotment(
                known(round, new StoredAllotments.Told(allotment.method(), allotment.at())),
                plan(plan),
                placed,
                basis.stream()
                        .filter(unit -> unit.excluded().isEmpty())
                        .map(BasisUnit::unit)
                        .filter(unit -> !taken.contains(unit))
                        .distinct()
                        .toList(),
                plan.draft().subgroups().stream()
                        .map(division -> subgroup(
                                division,
                                basis,
                                allotment.method() == Method.THRESHOLD ? List.of() : allotment.units()))
                        .toList(),
                plan.draft()
                        .threshold()
                        .filter(any -> allotment.method() == Method.THRESHOLD)
                        .map(at -> new Threshold(at, scores(basis))));
    }

    /** Those that are compared with each other are on the same side; all others, and all where a threshold decided, by themselves. */
    private static Subgroup subgroup(
            se.samverkan.selection.allotment.Subgroup division, List<BasisUnit> units, List<Allotted> together) {
        Set<Long> upper = new HashSet<>();
        Set<Long> lower = new HashSet<>();
        Map<Long, String> matches = together.stream()
                .collect(Collectors.toMap(each -> each.unit().unit(), RoundsToEvaluate::match, (one, same) -> one));
        units.stream()
                .collect(Collectors.groupingBy(
                        unit -> matches.getOrDefault(unit.unit(), "unit " + unit.unit()),
                        TreeMap::new,
                        Collectors.toList()))
                .values()
                .forEach(group -> division.isUpper(group)
                        .ifPresent(above -> group.forEach(unit -> (above ? upper : lower).add(unit.unit()))));
        return new Subgroup(division.by().name(), division.from(), upper, lower);
    }

    private static Map<Long, BigDecimal> scores(List<BasisUnit> units) {
        return units.stream()
                .filter(BasisUnit::isDecidedByNeed)
                .collect(Collectors.toMap(BasisUnit::unit, unit -> unit.need().orElseThrow(), BigDecimal::max));
    }

    /** Those offered and those compared with; reserves once their turn has come, with theirs. */
    private static List<Placed> placed(AllotmentView allotment, List<Replacement> replacements) {
        Set<Long> left = replacements.stream().map(Replacement::unit).collect(Collectors.toSet());
        Set<Long> called =
                replacements.stream().flatMap(each -> each.reserve().stream()).collect(Collectors.toSet());
        Set<String> matches = new HashSet<>();
        allotment.units().stream()
                .filter(each -> each.part() == Part.OFFERED
                        || each.part() == Part.RESERVE
                                && called.contains(each.unit().unit()))
                .forEach(each -> matches.add(match(each)));
        return allotment.units().stream()
                .filter(each -> matches.contains(match(each)))
                .map(each -> placed(each, left))
                .toList();
    }

    private static Placed placed(Allotted each, Set<Long> left) {
        boolean offered = each.part() == Part.OFFERED || each.part() == Part.RESERVE;
        BasisUnit unit = each.unit();
        return new Placed(
                unit.unit(),
                unit.key(),
                unit.place().organiser(),
                unit.form(),
                match(each),
                offered,
                offered && !left.contains(unit.unit()));
    }

    private static String match(Allotted each) {
        boolean reserve = each.part() == Part.RESERVE || each.part() == Part.RESERVE_COMPARISON;
        return each.unit().form() + (reserve ? " R" : " ") + each.position();
    }

    private static Plan plan(PlanView plan) {
        return new Plan(
                plan.version(),
                plan.checksum(),
                plan.at(),
                plan.draft().outcomes().stream()
                        .map(outcome -> new Outcome(
                                outcome.indicator(), outcome.direction().name()))
                        .toList(),
                plan.draft().before(),
                plan.draft().yearsAfter(),
                plan.draft().hypothesis(),
                plan.draft().dose());
    }

    @Override
    @Transactional(readOnly = true)
    public Prospect prospect(long id) {
        RoundView round = own.round(id);
        Optional<Plan> plan = planning.of(id).stream().findFirst().map(RoundsToEvaluate::plan);
        return new Prospect(
                id,
                round.name(),
                round.forms().stream()
                        .map(form -> new Places(form.form(), form.places()))
                        .toList(),
                plan,
                criteria.current(id).criteria().stream()
                        .map(Criterion::indicator)
                        .distinct()
                        .toList(),
                round.lastYear());
    }
}
