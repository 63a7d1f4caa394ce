package se.samverkan.evaluation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.Role;
import se.samverkan.evaluation.method.PairedLot;
import se.samverkan.selection.EvaluableRounds;
import se.samverkan.selection.EvaluableRounds.Placed;
import se.samverkan.selection.RoundOfFigures;
import se.samverkan.selection.allotment.Allotting;
import se.samverkan.selection.allotment.Choosing;
import se.samverkan.selection.allotment.PlanDraft;
import se.samverkan.selection.allotment.PlanDraft.Direction;
import se.samverkan.selection.allotment.PlanDraft.Model;
import se.samverkan.selection.allotment.PlanDraft.Outcome;
import se.samverkan.selection.allotment.Planning;
import se.samverkan.selection.candidate.BasisUnit;
import se.samverkan.shared.Period;
import se.samverkan.shared.Progress;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** A round is evaluated by its plan, kept, and can be made again; who may ask, who may read, and what is refused. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=selection")
class EvaluationTests {

    private static final int PLACES = 12;
    private static final FreeText WHY = new FreeText("För att se om närvaron rörde sig", "");

    @Autowired
    BeanFactory application;

    private RoundOfFigures round;
    private long evaluator;

    @BeforeEach
    void aRoundAndAnEvaluator() {
        round = new RoundOfFigures(application, null, PLACES);
        evaluator = round.cast.player("Eva Utvärderare", Role.EVALUATOR, round.agency);
    }

    private void plan(Model model, int before, String... outcomes) {
        PlanDraft draft = new PlanDraft(
                model,
                java.util.Arrays.stream(outcomes)
                        .map(outcome -> new Outcome(outcome, Direction.UP))
                        .toList(),
                Period.schoolYear(before),
                3,
                "Fler når målen.");
        round.does(() -> round.bean(Planning.class).lock(round.id, 0, draft, ""));
    }

    private void byLot(int before, String... outcomes) {
        round.freeze();
        plan(Model.PAIR_FIXED_EFFECTS, before, outcomes);
        round.list();
        round.does(() -> round.bean(Allotting.class).draw(round.id));
    }

    private Evaluations evaluations() {
        return round.bean(Evaluations.class);
    }

    private <T> T asEvaluator(Supplier<T> deed) {
        return round.as(evaluator, deed);
    }

    /** Waits for the job that computes it. */
    private RunView ended(long id) {
        for (int look = 0; look < 300; look++) {
            RunView run = asEvaluator(() -> evaluations().run(id));
            if (!run.goesOn()) {
                return run;
            }
            pause();
        }
        throw new AssertionError("evaluation " + id + " was not computed");
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<OutcomeResult> planned() {
        RunView run = ended(asEvaluator(() -> evaluations().askPlanned(round.id)));
        assertThat(run.isDone()).isTrue();
        assertThat(run.planned()).isTrue();
        return asEvaluator(() -> evaluations().results(run.id()));
    }

    @Test
    void evaluatesALotAsItWasPlannedWithEveryOutcomeCorrectedForTheOthers() {
        byLot(2020, "gr9-passed-all", "gr9-merit");

        List<OutcomeResult> results = planned();

        assertThat(results).extracting(OutcomeResult::indicator).containsExactly("gr9-passed-all", "gr9-merit");
        for (OutcomeResult result : results) {
            assertThat(result.refused()).isNull();
            assertThat(result.years()).containsExactly("2021/22", "2022/23", "2023/24");
            assertThat(result.offered()).isBetween(5, PLACES);
            assertThat(Objects.requireNonNull(result.effect()).estimate()).isFinite();
            assertThat(Objects.requireNonNull(result.adjusted()))
                    .isGreaterThanOrEqualTo(Objects.requireNonNull(result.p()));
            assertThat(Objects.requireNonNull(result.lot()).picture().counts().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(5_000);
        }
        assertThat(results.getFirst().notes()).extracting(note -> note.key()).contains("evaluation.note.plan-after");
    }

    @Test
    void evaluatesAChoiceByHowThoseOfferedMovedAgainstTheirComparisonUnits() {
        round.agree(PLACES);
        round.freeze();
        plan(Model.DIFFERENCE_IN_DIFFERENCES, 2020, "gr9-merit");
        round.does(() -> round.bean(Choosing.class)
                .choose(
                        round.id,
                        round.bean(Choosing.class).needing(round.id).stream()
                                .map(unit -> unit.form() + "/" + unit.key())
                                .collect(Collectors.toSet())));

        OutcomeResult result = planned().getFirst();

        assertThat(result.refused()).isNull();
        assertThat(result.lot()).isNull();
        OutcomeResult.Study study = Objects.requireNonNull(result.study());
        assertThat(study.events())
                .extracting(event -> event.e())
                .contains(-1, 0, 1, 2)
                .doesNotContain(3);
        assertThat(study.sensitivity()).isNotNull();
        assertThat(Objects.requireNonNull(study.preTrends()).p()).isBetween(0.0, 1.0);
    }

    private static void choose(RoundOfFigures round, int before) {
        round.freeze();
        PlanDraft draft = new PlanDraft(
                Model.DIFFERENCE_IN_DIFFERENCES,
                List.of(new Outcome("gr9-merit", Direction.UP)),
                Period.schoolYear(before),
                3,
                "Fler når målen.");
        round.does(() -> round.bean(Planning.class).lock(round.id, 0, draft, ""));
        round.does(() -> round.bean(Choosing.class)
                .choose(
                        round.id,
                        round.bean(Choosing.class).needing(round.id).stream()
                                .limit(PLACES)
                                .map(unit -> unit.form() + "/" + unit.key())
                                .collect(Collectors.toSet())));
    }

    private List<Placed> offered(RoundOfFigures of) {
        return asEvaluator(() -> evaluations().allotment(of.id)).units().stream()
                .filter(Placed::offered)
                .toList();
    }

    @Test
    void joinsTheRoundsOfAProgrammeWithEachUnitFromItsOwnStart() {
        round.agree(PLACES);
        choose(round, 2018);
        assertThat(refused(() -> evaluations()
                        .askBeside(round.id, new Question(Design.PROGRAMME, List.of("gr9-merit"), false, WHY))))
                .isEqualTo("evaluation.refusal.one-round");
        RoundOfFigures second = round.next(PLACES);
        offered(round).forEach(placed -> second.exclude(placed.unit()));
        second.agree(2 * PLACES);
        choose(second, 2021);

        RunView run = ended(asEvaluator(() ->
                evaluations().askBeside(second.id, new Question(Design.PROGRAMME, List.of("gr9-merit"), false, WHY))));

        assertThat(run.rounds()).containsExactly(round.id, second.id);
        assertThat(run.planned()).isFalse();
        OutcomeResult result =
                asEvaluator(() -> evaluations().results(run.id())).getFirst();
        assertThat(result.refused()).isNull();
        assertThat(result.before()).as("there is no one year before").isEmpty();
        assertThat(result.bounds()).isNull();
        assertThat(result.notes()).extracting(note -> note.key()).contains("evaluation.note.bounds-by-round");
        assertThat(result.offered()).isGreaterThan(PLACES);
        String data = asEvaluator(() -> round.bean(TransactionTemplate.class)
                .execute(status -> round.bean(StoredRuns.class).data(run.id()).get("gr9-merit")));
        for (int start : new int[] {2019, 2022}) {
            assertThat(data.lines()
                            .filter(line -> line.endsWith("," + start))
                            .map(line -> line.split(",")[0])
                            .distinct())
                    .as("units that start in " + start)
                    .hasSize(offered(start == 2019 ? round : second).size());
        }
        assertThat(data.lines()
                        .filter(line -> line.endsWith(","))
                        .map(line -> line.split(",")[0])
                        .distinct()
                        .count())
                .as("those that no round offered anything")
                .isGreaterThan(2L * PLACES);
    }

    @Test
    void saysWhenNothingThatThePlanFollowsIsPublishedYet() {
        byLot(2024, "gr9-passed-all");

        OutcomeResult result = planned().getFirst();

        assertThat(result.effect()).isNull();
        assertThat(Objects.requireNonNull(result.refused()).key()).isEqualTo("evaluation.refusal.not-yet");
        assertThat(result.refused().details()).containsExactly("2025/26", "2027/28");
    }

    @Test
    void isPreliminaryWhileSomeOfItIsNot() {
        byLot(2022, "gr9-merit");

        OutcomeResult result = planned().getFirst();

        assertThat(result.years()).containsExactly("2023/24", "2024/25");
        assertThat(result.notes()).extracting(note -> note.key()).contains("evaluation.note.so-far");
    }

    @Test
    void whatIsAskedBesideThePlanIsExploratoryAndSaysWhy() {
        byLot(2020, "gr9-merit");

        long id = asEvaluator(() -> evaluations()
                .askBeside(round.id, new Question(Design.CANDIDATES, List.of("gr9-passed-all"), false, WHY)));
        RunView run = ended(id);

        assertThat(run.planned()).isFalse();
        assertThat(run.why()).isEqualTo(WHY.text());
        OutcomeResult result = asEvaluator(() -> evaluations().results(id)).getFirst();
        assertThat(result.refused()).isNull();
        assertThat(result.others()).isGreaterThan(result.offered());
        assertThat(refused(() -> evaluations()
                        .askBeside(
                                round.id, new Question(Design.CANDIDATES, List.of("gr9-merit"), false, FreeText.NONE))))
                .isEqualTo("evaluation.refusal.why");
        assertThat(refused(() -> evaluations()
                        .askBeside(round.id, new Question(Design.CANDIDATES, List.of("nothing"), false, WHY))))
                .isEqualTo("evaluation.refusal.outcomes");
    }

    private String refused(Supplier<Long> deed) {
        try {
            asEvaluator(deed);
        } catch (Refusal refusal) {
            return refusal.reason();
        }
        throw new AssertionError("was not refused");
    }

    @Test
    void aSingleSchoolNeverGetsAnEffect() {
        round.agree(PLACES);
        round.freeze();
        plan(Model.DIFFERENCE_IN_DIFFERENCES, 2020, "gr9-merit");
        BasisUnit one = round.as(round.officer, () -> round.bean(Choosing.class).needing(round.id))
                .getFirst();
        round.does(() -> round.bean(Choosing.class).choose(round.id, java.util.Set.of(one.form() + "/" + one.key())));

        assertThat(Objects.requireNonNull(planned().getFirst().refused()).key())
                .isEqualTo("evaluation.refusal.few-units");
    }

    @Test
    void theSameSeedAndImportGiveTheSameAnswer() {
        byLot(2020, "gr9-passed-all", "gr9-merit");
        RunView run = ended(asEvaluator(() -> evaluations().askPlanned(round.id)));
        List<OutcomeResult> kept = asEvaluator(() -> evaluations().results(run.id()));

        List<OutcomeResult> again = asEvaluator(() -> Objects.requireNonNull(round.bean(TransactionTemplate.class)
                .execute(status -> round.bean(Computing.class)
                        .compute(
                                run,
                                List.of(round.bean(EvaluableRounds.class).allotment(round.id)),
                                Progress.Watcher.NOBODY)
                        .results())));

        assertThat(again).isEqualTo(kept);
    }

    @Test
    void canBeMadeAgainFromWhatIsDownloadedWhichNamesNoUnit() throws IOException {
        byLot(2020, "gr9-merit");
        RunView run = ended(asEvaluator(() -> evaluations().askPlanned(round.id)));
        OutcomeResult kept = asEvaluator(() -> evaluations().results(run.id())).getFirst();

        Map<String, byte[]> files = unzip(asEvaluator(() -> evaluations().file(run.id())));

        assertThat(files.keySet())
                .contains("README.md", "data/gr9-merit.csv", "results.json", "repeat.R", "methods/pairs.md");
        PairedLot.Answer again = PairedLot.of(files.get("data/gr9-merit.csv"), 10_000, run.seed());
        assertThat(again.itt().estimate())
                .isCloseTo(Objects.requireNonNull(kept.effect()).estimate(), within(1e-9));
        assertThat(again.randomisation())
                .isEqualTo(Objects.requireNonNull(kept.lot()).randomisation());
        String all = files.values().stream()
                .map(file -> new String(file, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        assertThat(round.units()).noneSatisfy(unit -> assertThat(all).contains(unit.key()));
        assertThat(new String(files.get("README.md"), StandardCharsets.UTF_8))
                .contains("seed: " + run.seed())
                .contains(run.planChecksum());
    }

    private static Map<String, byte[]> unzip(byte[] file) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void theOfficerReadsButMayNeitherAskNorTakeTheDataAndOthersSeeNothing() {
        byLot(2020, "gr9-merit");
        long id = ended(asEvaluator(() -> evaluations().askPlanned(round.id))).id();
        long elsewhere = round.cast.player("Eva", Role.EVALUATOR, round.cast.agency("En annan myndighet"));
        long facilitator = round.cast.player("Pia", Role.PROCESS_FACILITATOR, round.agency);

        assertThat(round.as(round.officer, () -> evaluations().results(id))).hasSize(1);
        assertRefused(
                round.officer, Refusal.Kind.NOT_ALLOWED, () -> evaluations().askPlanned(round.id));
        assertRefused(
                round.officer, Refusal.Kind.NOT_ALLOWED, () -> evaluations().file(id));
        assertRefused(elsewhere, Refusal.Kind.NOT_SEEN, () -> evaluations().run(id));
        assertRefused(elsewhere, Refusal.Kind.NOT_SEEN, () -> evaluations().askPlanned(round.id));
        assertRefused(elsewhere, Refusal.Kind.NOT_SEEN, () -> evaluations().file(id));
        assertRefused(facilitator, Refusal.Kind.NOT_ALLOWED, () -> evaluations().run(id));
        assertThat(seen(facilitator, "run")).isZero();
        assertThat(seen(round.officer, "run")).isPositive();
        assertThat(seen(round.officer, "data_file")).isZero();
        assertThat(seen(evaluator, "data_file")).isPositive();
    }

    private void assertRefused(long person, Refusal.Kind kind, Supplier<Object> deed) {
        assertThatThrownBy(() -> round.as(person, deed))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }

    private long seen(long person, String table) {
        return round.as(
                person,
                () -> Objects.requireNonNull(round.bean(TransactionTemplate.class)
                        .execute(status -> round.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                                .sql("select count(*) from evaluation." + table)
                                .query(Long.class)
                                .single())));
    }

    /** More schools see a smaller effect. */
    @Test
    void tellsThePreparerBeforeTheRoundWhatCouldBeSeen() {
        Prospects prospects = round.bean(Prospects.class);

        Prospects.Outlook own =
                round.as(round.officer, () -> prospects.outlook(round.id, OptionalInt.of(4), OptionalInt.empty()));
        Prospects.Outlook more =
                round.as(round.officer, () -> prospects.outlook(round.id, OptionalInt.of(10), OptionalInt.of(3)));

        assertThat(own.after()).isEqualTo(3);
        assertThat(own.seen()).extracting(seen -> seen.indicator().code()).containsExactly("gr9-passed-all");
        double few = Objects.requireNonNull(own.seen().getFirst().answer()).detectable();
        double many = Objects.requireNonNull(more.seen().getFirst().answer()).detectable();
        assertThat(few).isGreaterThan(many);
        assertRefused(
                evaluator,
                Refusal.Kind.NOT_ALLOWED,
                () -> prospects.outlook(round.id, OptionalInt.empty(), OptionalInt.empty()));
    }

    @Test
    void whatHasEndedIsNeverChangedAndTheLogTellsWhoAsked() {
        byLot(2020, "gr9-merit");
        long id = ended(asEvaluator(() -> evaluations().askPlanned(round.id))).id();

        assertThatThrownBy(() -> round.behind()
                        .sql("update evaluation.run set result = '[]' where id = ?")
                        .param(id)
                        .update())
                .hasMessageContaining("is not changed");
        assertThat(round.behind()
                        .sql("""
                                select count(*) from records.audit_entry where what = 'evaluation.asked' and organisation = ?
                                """)
                        .param(round.agency)
                        .query(Integer.class)
                        .single())
                .isOne();
    }
}
