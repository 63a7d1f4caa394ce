package se.samverkan.evaluation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hipparchus.stat.inference.TTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.Role;
import se.samverkan.evaluation.run.OutcomeResult.Split;
import se.samverkan.selection.EvaluableRounds.Placed;
import se.samverkan.selection.RoundOfFigures;
import se.samverkan.selection.allotment.Allotting;
import se.samverkan.selection.allotment.Choosing;
import se.samverkan.selection.allotment.PlanDraft;
import se.samverkan.selection.allotment.PlanDraft.Direction;
import se.samverkan.selection.allotment.PlanDraft.Model;
import se.samverkan.selection.allotment.PlanDraft.Outcome;
import se.samverkan.selection.allotment.Planning;
import se.samverkan.selection.allotment.Subgroup;
import se.samverkan.selection.candidate.BasisUnit;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** What a plan can ask besides its outcomes: subgroups, the dose, and a threshold that decides. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=selection")
class PlannedExtrasTests {

    private static final int PLACES = 24;
    private static final FreeText WHY = new FreeText("För att se om dosen betydde något", "");

    @Autowired
    BeanFactory application;

    private RoundOfFigures round;
    private long evaluator;

    @BeforeEach
    void aRoundAndAnEvaluator() {
        round = new RoundOfFigures(application, null, PLACES);
        evaluator = round.cast.player("Eva Utvärderare", Role.EVALUATOR, round.agency);
        round.freeze();
    }

    private static PlanDraft plan(Model model, List<Subgroup> subgroups, boolean dose, Optional<BigDecimal> threshold) {
        return new PlanDraft(
                model,
                List.of(new Outcome("gr9-merit", Direction.UP)),
                Period.schoolYear(2020),
                3,
                "Fler når målen.",
                subgroups,
                dose,
                threshold);
    }

    private void lock(PlanDraft plan) {
        round.does(() -> round.bean(Planning.class).lock(round.id, 0, plan, ""));
    }

    private void byLot(List<Subgroup> subgroups, boolean dose) {
        lock(plan(Model.PAIR_FIXED_EFFECTS, subgroups, dose, Optional.empty()));
        round.list();
        round.does(() -> round.bean(Allotting.class).draw(round.id));
    }

    private Evaluations evaluations() {
        return round.bean(Evaluations.class);
    }

    private <T> T asEvaluator(Supplier<T> deed) {
        return round.as(evaluator, deed);
    }

    private RunView computed(Supplier<Long> ask) {
        long id = asEvaluator(ask);
        round.bean(Finishing.class).finish(id);
        for (int look = 0;
                look < 300 && asEvaluator(() -> evaluations().run(id)).goesOn();
                look++) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        RunView run = asEvaluator(() -> evaluations().run(id));
        assertThat(run.isDone()).isTrue();
        return run;
    }

    private OutcomeResult result(RunView run) {
        return asEvaluator(() -> evaluations().results(run.id())).getFirst();
    }

    private Map<String, String> data(RunView run) {
        return asEvaluator(() -> Objects.requireNonNull(round.bean(TransactionTemplate.class)
                .execute(status -> round.bean(StoredRuns.class).data(run.id()))));
    }

    /** The differences of whole pairs, those with both halves on one side of a division. */
    private static double[] differences(Map<String, String> data, String side) {
        List<String> there = data.get("subgroups/units")
                .lines()
                .filter(line -> line.endsWith("," + side))
                .map(line -> line.split(",")[0])
                .toList();
        Map<String, List<String[]>> pairs = data.get("gr9-merit")
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(row -> there.contains(row[0]) && !row[3].isEmpty())
                .collect(Collectors.groupingBy(row -> row[1]));
        return pairs.values().stream()
                .filter(pair -> pair.size() == 2)
                .mapToDouble(pair -> pair.stream()
                        .mapToDouble(row -> Double.parseDouble(row[3]) * (row[2].equals("1") ? 1 : -1))
                        .sum())
                .toArray();
    }

    @Test
    void looksForDifferentEffectsWhereThePlanNamesThemAndTellsTheDifferenceBetweenThem() {
        Subgroup byNeed = new Subgroup(Subgroup.By.NEED, Optional.of(middleNeed()));
        byLot(List.of(byNeed), false);

        RunView run = computed(() -> evaluations().askPlanned(round.id));

        Split split = result(run).splits().getFirst();
        double[] upper = differences(data(run), "upper");
        double[] lower = differences(data(run), "lower");
        assertThat(upper.length).isGreaterThanOrEqualTo(5);
        assertThat(lower.length).isGreaterThanOrEqualTo(5);
        assertThat(Objects.requireNonNull(split.upper()).offered()).isEqualTo(upper.length);
        assertThat(Objects.requireNonNull(split.p())).isCloseTo(new TTest().tTest(upper, lower), within(1e-9));
        assertThat(Objects.requireNonNull(split.difference()).estimate())
                .isCloseTo(
                        split.upper().effect().estimate()
                                - Objects.requireNonNull(split.lower()).effect().estimate(),
                        within(1e-12));
        assertThat(Objects.requireNonNull(split.adjusted()))
                .as("two questions are asked")
                .isGreaterThanOrEqualTo(split.p());
        assertThat(Objects.requireNonNull(result(run).adjusted())).isGreaterThan(0);
    }

    private BigDecimal middleNeed() {
        List<BigDecimal> needs = round.units().stream()
                .flatMap(unit -> unit.need().stream())
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
        return needs.get(PLACES - 1);
    }

    @Test
    void whatThePlanDoesNotNameIsNotLookedForNorBesideIt() {
        byLot(List.of(new Subgroup(Subgroup.By.ORGANISER, Optional.empty())), false);

        RunView beside = computed(() ->
                evaluations().askBeside(round.id, new Question(Design.CANDIDATES, List.of("gr9-merit"), false, WHY)));
        RunView planned = computed(() -> evaluations().askPlanned(round.id));

        assertThat(result(beside).splits()).isEmpty();
        assertThat(data(beside)).doesNotContainKey("subgroups/units");
        assertThat(result(planned).splits()).extracting(Split::by).containsExactly("ORGANISER");
        assertThat(result(planned).dose()).isNull();
    }

    @Test
    void tooFewInASubgroupIsRefusedInWordsAndTheOutcomeIsToldAllTheSame() {
        byLot(List.of(new Subgroup(Subgroup.By.SIZE, Optional.of(BigDecimal.ONE))), false);

        OutcomeResult result = result(computed(() -> evaluations().askPlanned(round.id)));

        assertThat(result.effect()).isNotNull();
        Split split = result.splits().getFirst();
        assertThat(split.difference()).isNull();
        assertThat(Objects.requireNonNull(split.refused()).key()).isEqualTo("evaluation.refusal.few-subgroup");
    }

    @Test
    void aPlanNamesWhatCanBeDividedAndNothingElse() {
        List.of(
                        new Subgroup(Subgroup.By.SIZE, Optional.empty()),
                        new Subgroup(Subgroup.By.ORGANISER, Optional.of(BigDecimal.ONE)))
                .forEach(wrong -> refusedPlan(
                        plan(Model.PAIR_FIXED_EFFECTS, List.of(wrong), false, Optional.empty()), "subgroup"));
        Subgroup once = new Subgroup(Subgroup.By.ORGANISER, Optional.empty());
        refusedPlan(plan(Model.PAIR_FIXED_EFFECTS, List.of(once, once), false, Optional.empty()), "subgroup-twice");
        refusedPlan(plan(Model.DISCONTINUITY, List.of(), false, Optional.empty()), "refusal.threshold");
        refusedPlan(plan(Model.PAIR_FIXED_EFFECTS, List.of(), false, Optional.of(BigDecimal.ONE)), "threshold-model");
    }

    private void refusedPlan(PlanDraft plan, String reason) {
        assertThatThrownBy(() -> round.does(() -> round.bean(Planning.class).lock(round.id, 0, plan, "")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).contains(reason));
    }

    @Test
    void aThresholdDecidesAloneAndTheEvaluationReadsTheJumpAtIt() {
        BigDecimal threshold = middleNeed();
        PlanDraft plan = plan(Model.DISCONTINUITY, List.of(), false, Optional.of(threshold));
        lock(plan);
        assertThat(round.refused(() -> round.bean(Choosing.class).choose(round.id, java.util.Set.of("COMPULSORY/x"))))
                .isEqualTo("selection.refusal.threshold-decides");

        List<BasisUnit> reaching =
                round.as(round.officer, () -> round.bean(Choosing.class).reaching(round.id));
        round.does(() -> round.bean(Choosing.class).chooseByThreshold(round.id));

        List<Placed> offered = asEvaluator(() -> evaluations().allotment(round.id)).units().stream()
                .filter(Placed::offered)
                .toList();
        assertThat(offered)
                .extracting(Placed::unit)
                .containsExactlyInAnyOrderElementsOf(
                        reaching.stream().map(BasisUnit::unit).toList());
        RunView run = computed(() -> evaluations().askPlanned(round.id));
        assertThat(run.design()).isEqualTo(Design.THRESHOLD);
        OutcomeResult result = result(run);
        assertThat(result.refused()).isNull();
        OutcomeResult.Edge edge = Objects.requireNonNull(result.edge());
        assertThat(edge.cutoff()).isEqualTo(threshold.doubleValue());
        assertThat(edge.picture().groups()).allMatch(group -> group.units() >= 5);
        assertThat(data(run).get("gr9-merit").lines().skip(1).filter(line -> !line.split(",", -1)[1].startsWith("-")))
                .as("who reached it")
                .hasSize(reaching.size());
        assertThat(data(run)).containsKey("before/gr9-merit");
    }

    /** A commission of the agency for these units, with one occasion each of which so many of ten came. */
    private void delivered(List<Placed> units, int... came) {
        var behind = round.behind();
        long person = round.officer;
        for (int place = 0; place < units.size(); place++) {
            Placed unit = units.get(place);
            long partnership = behind.sql("""
                            insert into partnership.partnership (owner_organisation, organiser, variant, variant_version, first_term,
                                standing, told_at, made_by)
                            values (?, ?, ?, 1, 40430, 'COMPLETED', now(), ?) returning id
                            """)
                    .params(round.agency, unit.organiser(), "v" + unit.unit(), person)
                    .query(Long.class)
                    .single();
            long commission = behind.sql("""
                            insert into intervention.commission (partnership, provider, title, words, first_term, last_term, answer_by,
                                standing, made_by)
                            values (?, ?, 'Kurs', 'Kurs', 1, 2, '2021-08-01', 'ACCEPTED', ?) returning id
                            """)
                    .params(partnership, round.agency, person)
                    .query(Long.class)
                    .single();
            behind.sql("""
                            insert into intervention.commission_part (commission, partnership, organiser, units, areas, made_by)
                            values (?, ?, ?, ?, 'Läsning', ?)
                            """)
                    .params(commission, partnership, unit.organiser(), new Long[] {unit.unit()}, person)
                    .update();
            long occasion =
                    behind.sql("""
                            insert into intervention.occasion (commission, standing, minutes, told_at, made_by)
                            values (?, 'HELD', 120, '2022-03-01', ?) returning id
                            """).params(commission, person).query(Long.class).single();
            for (int staff = 0; staff < 10; staff++) {
                long participant = behind.sql("""
                                insert into intervention.participant (commission, unit, name, role, made_by)
                                values (?, ?, ?, 'TEACHER', ?) returning id
                                """)
                        .params(commission, unit.unit(), "Lärare " + staff, person)
                        .query(Long.class)
                        .single();
                behind.sql("""
                                insert into intervention.attendance (occasion, participant, unit, role, came, made_by)
                                values (?, ?, ?, 'TEACHER', ?, ?)
                                """)
                        .params(occasion, participant, unit.unit(), staff < came[place % came.length], person)
                        .update();
            }
        }
    }

    @Test
    void setsTheOutcomeAgainstTheDoseAndByLotTellsWhatAnHourIsWorth() {
        byLot(List.of(), true);
        List<Placed> offered = new ArrayList<>(asEvaluator(() -> evaluations().allotment(round.id)).units().stream()
                .filter(Placed::offered)
                .toList());
        delivered(offered, 2, 5, 8, 10);

        RunView run = computed(() -> evaluations().askPlanned(round.id));

        assertThat(run.dose()).isTrue();
        OutcomeResult.Dose dose = Objects.requireNonNull(result(run).dose());
        assertThat(dose.refused()).isNull();
        assertThat(Objects.requireNonNull(dose.line()).mean()).isBetween(0.4, 2.0);
        assertThat(dose.line().groups()).allMatch(group -> group.units() >= 5);
        assertThat(Objects.requireNonNull(dose.perHour()).estimate()).isFinite();
        assertThat(dose.notes()).extracting(note -> note.key()).contains("evaluation.note.dose-association");
        assertThat(Objects.requireNonNull(dose.adjusted()))
                .isGreaterThanOrEqualTo(dose.line().p());
        assertThat(data(run)
                        .get("dose/gr9-merit")
                        .lines()
                        .skip(1)
                        .map(line -> line.split(",", -1)[2])
                        .distinct())
                .as("two hours × the share that came")
                .containsExactlyInAnyOrder("0.4", "1.0", "1.6", "2.0");
        assertThat(data(run).get("gr9-merit")).startsWith("id,pair,offered,outcome,took_part,dose\n");
    }

    @Test
    void withoutFiveDosesNothingIsToldOfThem() {
        byLot(List.of(), true);
        List<Placed> offered = asEvaluator(() -> evaluations().allotment(round.id)).units().stream()
                .filter(Placed::offered)
                .limit(4)
                .toList();
        delivered(offered, 2, 5);

        OutcomeResult result = result(computed(() -> evaluations().askPlanned(round.id)));

        assertThat(result.effect()).isNotNull();
        assertThat(Objects.requireNonNull(Objects.requireNonNull(result.dose()).refused())
                        .key())
                .isEqualTo("evaluation.refusal.few-doses");
    }

    /** The hours of another agency's cases are not there for the one who evaluates at this one, nor for anybody else. */
    @Test
    void dosesAreToldToThoseWhoEvaluateForTheirOwnAgency() {
        byLot(List.of(), true);
        List<Placed> offered = asEvaluator(() -> evaluations().allotment(round.id)).units().stream()
                .filter(Placed::offered)
                .limit(3)
                .toList();
        delivered(offered, 5);
        long elsewhere = round.cast.player("Eva", Role.EVALUATOR, round.cast.agency("En annan myndighet"));

        assertThat(doses(evaluator, offered)).hasSize(3);
        assertThat(doses(elsewhere, offered)).isEmpty();
        assertThat(doses(round.officer, offered)).isEmpty();
    }

    private Map<Long, Double> doses(long person, List<Placed> units) {
        return round.as(
                person,
                () -> round
                        .bean(se.samverkan.intervention.DeliveredDoses.class)
                        .between(
                                java.time.LocalDate.of(2021, 7, 1),
                                java.time.LocalDate.of(2024, 6, 30),
                                units.stream().map(Placed::unit).toList())
                        .entrySet()
                        .stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().dose())));
    }

    @Test
    void theDoseIsAskedOfOneRoundAtATime() {
        byLot(List.of(), false);

        assertThatThrownBy(() -> asEvaluator(() -> evaluations()
                        .askBeside(round.id, new Question(Design.PROGRAMME, List.of("gr9-merit"), true, WHY))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo("evaluation.refusal.dose-joined"));
        assertThatThrownBy(() -> asEvaluator(() -> evaluations()
                        .askBeside(round.id, new Question(Design.THRESHOLD, List.of("gr9-merit"), false, WHY))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo("evaluation.refusal.no-threshold-decided"));
    }
}
