package se.samverkan.partnership.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.partnership.CaseStage;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Standing;
import se.samverkan.partnership.course.FormsChoosing;
import se.samverkan.partnership.course.Phases;
import se.samverkan.partnership.course.StepDone;
import se.samverkan.partnership.course.Turn;
import se.samverkan.partnership.course.TurnReason;
import se.samverkan.partnership.course.Turning;
import se.samverkan.partnership.course.VersionMoving;
import se.samverkan.partnership.takeover.TakeoverDraft;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** A case that runs: its page, its list, its steps and phases, the turns in its course, and who sees and does what. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=partnership")
class CaseTests {

    @Autowired
    WebApplicationContext application;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    private CaseStage stage;

    @BeforeEach
    void people() {
        stage = new CaseStage(application);
    }

    @Test
    void isReadByItsPeopleAndIsNotThereForOthers() {
        long id = stage.taken();
        for (long reader : List.of(stage.officer, stage.coordinator, stage.headTeacher)) {
            assertThat(stage.page(reader, "/" + id))
                    .contains("Åkommunen", "Ekskolan", "Björkskolan", "Att göra nu", "Senast hänt");
        }
        for (long other : List.of(stage.stranger, stage.neighbour)) {
            assertThat(stage.asks(other, MockMvcRequestBuilders.get("/partnerships/" + id))
                            .getStatus())
                    .isEqualTo(404);
        }
    }

    @Test
    void leadsToTheOnlyCaseThatSomebodyHas() {
        long id = stage.taken();
        MockHttpServletResponse answer = stage.asks(stage.coordinator, MockMvcRequestBuilders.get("/partnerships"));
        assertThat(answer.getRedirectedUrl()).isEqualTo("/partnerships/" + id);
    }

    @Test
    void isListedForThoseWhoKnowOfItAndCountedForNobodyElse() {
        stage.taken();
        assertThat(stage.page(stage.officer, "?q=björk")).contains("Åkommunen", "En samverkan");
        assertThat(stage.page(stage.officer, "?standing=PAUSED")).doesNotContain("Åkommunen");
        assertThat(stage.page(
                        stage.officer, "?order=PHASE&phase=" + stage.phase(0).key()))
                .contains("Åkommunen");
        assertThat(stage.page(stage.stranger, "?standing=ANY")).doesNotContain("Åkommunen", "En samverkan");
        assertThat(stage.page(stage.officer, "/list.csv")).contains("Huvudman;", "Åkommunen;");
        assertThat(stage.page(stage.officer, "/list.xlsx")).startsWith("PK");
    }

    @Test
    void isFoundByItsFacilitatorOnThePageAndInTheFileAlike() {
        long id = stage.taken();
        long facilitator = stage.cast.person("Fia Facilitator", stage.office);
        stage.cast.behind().sql("""
                        with given as (
                            insert into access.assignment (person, role, partnership, valid_from)
                            values (%1$d, 'PROCESS_FACILITATOR', %2$d, '2020-01-01') returning id
                        ) insert into partnership.staffing (assignment, partnership) select id, %2$d from given
                        """.formatted(facilitator, id)).update();
        assertThat(stage.page(stage.officer, "")).contains("Fia Facilitator");
        assertThat(stage.page(stage.officer, "?facilitator=" + facilitator)).contains("Åkommunen");
        assertThat(stage.page(stage.officer, "?facilitator=" + stage.officer)).doesNotContain("Åkommunen");
        assertThat(stage.page(stage.officer, "/list.csv?facilitator=" + facilitator))
                .contains("Åkommunen;");
        assertThat(stage.page(stage.officer, "/list.csv?facilitator=" + stage.officer))
                .doesNotContain("Åkommunen;");
        assertThat(stage.page(stage.stranger, "?standing=ANY&facilitator=" + facilitator))
                .doesNotContain("Åkommunen", "Fia Facilitator");
    }

    @Test
    void marksAStepDoneOnceAndTakesItBack() {
        long id = stage.taken();
        String phase = stage.phase(0).key();
        String step = stage.phase(0).steps().getFirst().key();
        for (int i = 0; i < 2; i++) {
            stage.does(stage.headTeacher, () -> stage.steps().mark(id, stage.first, phase, step));
        }
        assertThat(stage.told("step-done", id)).isOne();
        StepDone done = stage.as(stage.officer, () -> stage.steps().done(id)).getFirst();
        assertThat(done.by().name()).isEqualTo("Rut Rektor");
        assertThat(stage.page(stage.headTeacher, "/" + id)).contains("Ett steg är klart", "Rut Rektor");
        stage.does(stage.headTeacher, () -> stage.steps().undo(id, done.id()));
        assertThat(stage.as(stage.officer, () -> stage.steps().done(id))).isEmpty();
        assertThat(stage.told("step-undone", id)).isOne();
    }

    @Test
    void letsAHeadTeacherMarkStepsOfTheOwnSchoolOnly() {
        long id = stage.taken();
        String phase = stage.phase(0).key();
        String step = stage.phase(0).steps().getFirst().key();
        assertThat(stage.reason(stage.headTeacher, () -> stage.steps().mark(id, stage.second, phase, step)))
                .isEqualTo("refusal.verb.DO_STEPS");
        assertThat(inserted(stage.headTeacher, id, stage.second)).contains("row-level security");
        assertThat(inserted(stage.stranger, id, stage.first)).contains("row-level security");
        assertThat(refused(stage.officer, "update partnership.step_done set step = 'x'"))
                .contains("permission denied");
        assertThat(refused(
                        stage.coordinator,
                        "insert into partnership.version_moved (partnership, version_before, version_after, words) values ("
                                + id + ", 1, 2, '')"))
                .contains("row-level security");
    }

    @Test
    void goesOnToTheNextPhaseOnlyAndTellsWhatIsMissing() {
        long id = stage.taken();
        String next = stage.phase(1).key();
        assertThat(stage.page(stage.officer, "/" + id + "/phases/" + next))
                .contains("inte markerade som klara", "Ekskolan");
        Phases phases = stage.bean(Phases.class);
        LocalDate today = stage.today();
        assertThat(stage.reason(
                        stage.officer,
                        () -> phases.begin(
                                id, List.of(stage.first), stage.phase(2).key(), today)))
                .isEqualTo("partnership.case.refusal.not-next");
        assertThat(stage.reason(stage.headTeacher, () -> phases.begin(id, List.of(stage.first), next, today)))
                .isEqualTo("refusal.verb.COORDINATE_PARTNERSHIP");
        MockHttpServletResponse sent = stage.sends(
                stage.officer,
                "/" + id + "/phases/" + next,
                "units",
                Long.toString(stage.first),
                "day",
                today.toString());
        assertThat(sent.getStatus()).isEqualTo(303);
        assertThat(stage.told("phase-begun", id)).isOne();
    }

    @Test
    void isPausedAndResumedByTheOrganiserWithAReason() {
        long id = stage.taken();
        turn(stage.coordinator, id, Turn.PAUSE, TurnReason.NO_TIME, "");
        assertThat(stage.read(id).standing()).isEqualTo(Standing.PAUSED);
        assertThat(stage.page(stage.headTeacher, "/" + id)).contains("Samverkan är pausad", "Sam Samordnare");
        assertThat(stage.reason(
                        stage.headTeacher,
                        () -> stage.steps()
                                .mark(
                                        id,
                                        stage.first,
                                        stage.phase(0).key(),
                                        stage.phase(0).steps().getFirst().key())))
                .isEqualTo("partnership.case.refusal.not-running");
        turn(stage.officer, id, Turn.RESUME, TurnReason.READY_AGAIN, "");
        assertThat(stage.read(id).standing()).isEqualTo(Standing.RUNNING);
    }

    @Test
    void isDiscontinuedOnAMandateAndStaysReadable() {
        long id = stage.taken();
        assertThat(stage.reason(
                        stage.coordinator, () -> turn(stage.coordinator, id, Turn.DISCONTINUE, TurnReason.OTHER, "")))
                .isEqualTo("partnership.case.refusal.mandate");
        turn(stage.coordinator, id, Turn.DISCONTINUE, TurnReason.REORGANISATION, "Nämnden § 41");
        assertThat(stage.page(stage.headTeacher, "/" + id)).contains("Samverkan är avbruten", "Avbröts av huvudmannen");
        assertThat(stage.reason(stage.officer, () -> turn(stage.officer, id, Turn.RESUME, TurnReason.READY_AGAIN, "")))
                .isEqualTo("refusal.partnership.RESUMED");
    }

    @Test
    void keepsWhatWasWrittenWhenSomebodyElsePausedFirst() {
        long id = stage.taken();
        turn(stage.officer, id, Turn.PAUSE, TurnReason.NO_TIME, "");
        MockHttpServletResponse answer = stage.sends(
                stage.coordinator,
                "/" + id + "/turns/pause",
                "day",
                stage.today().toString(),
                "reason",
                "NO_TIME",
                "words",
                "Vi behöver luft.");
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(CaseStage.text(answer)).contains("Vi behöver luft.");
    }

    @Test
    void saysWhatTheRegisterTellsOfItsUnitsUntilSomebodyDecides() {
        long id = stage.taken();
        assertThat(stage.page(stage.coordinator, "/" + id)).doesNotContain("enligt registret");
        stage.cast
                .behind()
                .sql("update organisation.unit set status = 'CLOSED', closed = '2026-06-30' where id = ?")
                .param(stage.first)
                .update();
        long other = stage.cast.organisation("Nya huvudmannen");
        stage.cast
                .behind()
                .sql("update organisation.unit set organiser = ? where id = ?")
                .params(other, stage.second)
                .update();
        assertThat(stage.page(stage.officer, "/" + id))
                .contains("Ekskolan lades ned den 30 juni 2026", "Björkskolan har fått en annan huvudman")
                .contains("/partnerships/" + id + "/units/" + stage.first + "/leave");
        assertThat(stage.page(stage.coordinator, "/" + id)).contains("Ekskolan lades ned");

        long heir = stage.cast.unit("Storskolan", stage.organiser);
        stage.cast
                .behind()
                .sql("""
                        insert into organisation.succession (owner_organisation, organiser, kind, predecessor, successor,
                            happened_on) values (%1$d, %1$d, 'MERGED', %2$d, %3$d, '2026-07-01')
                        """.formatted(stage.organiser, stage.first, heir))
                .update();
        assertThat(stage.page(stage.officer, "/" + id)).contains("Ekskolan går ihop i Storskolan den 1 juli 2026");
        assertThat(stage.read(id).participant(stage.first).orElseThrow().standing())
                .as("nobody has decided anything")
                .isEqualTo(Standing.RUNNING);
        stage.does(
                stage.officer,
                () -> stage.bean(Turning.class)
                        .turn(id, Optional.of(stage.first), 0, draft(Turn.LEAVE, TurnReason.MERGED, "")));
        assertThat(stage.page(stage.officer, "/" + id)).doesNotContain("går ihop i Storskolan den");
    }

    @Test
    void choosesTheShortFormsWithAReasonAndBackAgain() {
        String variant = variant();
        publish(variant, 2, "'{lightMode}', 'true'");
        long id = stage.taken(in(variant));
        FormsChoosing forms = stage.bean(FormsChoosing.class);
        FreeText why = new FreeText("En skola och en rektor.", "");
        assertThat(stage.reason(stage.headTeacher, () -> forms.choose(id, 0, true, why)))
                .isEqualTo("refusal.verb.COORDINATE_PARTNERSHIP");
        assertThat(stage.reason(stage.coordinator, () -> forms.choose(id, 0, true, FreeText.NONE)))
                .isEqualTo("partnership.case.refusal.forms-why");
        stage.does(stage.coordinator, () -> forms.choose(id, 0, true, why));
        assertThat(stage.read(id).light()).isTrue();
        assertThat(stage.told("forms-chosen", id)).isOne();
        assertThat(stage.page(stage.headTeacher, "/" + id)).contains("korta formulären", why.text());
        assertThat(stage.reason(stage.officer, () -> forms.choose(id, 0, false, why)))
                .isEqualTo("refusal.stale");
        stage.does(stage.officer, () -> forms.choose(id, 1, false, why));
        assertThat(stage.read(id).light()).isFalse();
        assertThat(stage.page(stage.officer, "/" + id + "/forms")).contains("De långa formulären");
        assertThat(refused(
                        stage.headTeacher,
                        "insert into partnership.forms_chosen (partnership, light, words) values (" + id
                                + ", true, 'x')"))
                .contains("row-level security");
    }

    @Test
    void letsAUnitLeaveWhileTheOthersGoOn() {
        long id = stage.taken();
        stage.does(
                stage.officer,
                () -> stage.bean(Turning.class)
                        .turn(id, Optional.of(stage.second), 0, draft(Turn.LEAVE, TurnReason.CLOSED, "")));
        PartnershipView view = stage.read(id);
        assertThat(view.participant(stage.second).orElseThrow().standing()).isEqualTo(Standing.LEFT);
        assertThat(view.standing()).isEqualTo(Standing.RUNNING);
        assertThat(stage.page(stage.officer, "/" + id)).contains("Björkskolan", "är inte längre med");
    }

    @Test
    void isMovedToANewerVersionUnlessThatLacksItsPhase() {
        String variant = variant();
        long id = stage.taken(in(variant));
        publish(variant, 2, "'{phases,0,terms}', '3'");
        VersionMoving moving = stage.bean(VersionMoving.class);
        assertThat(stage.page(stage.officer, "/" + id)).contains("nyare version");
        assertThat(stage.page(stage.officer, "/" + id + "/version"))
                .contains("Antal terminer", "ändrat", "Flytta till version 2");
        assertThat(stage.reason(stage.coordinator, () -> moving.move(id, 0, 2, new FreeText("", ""))))
                .isEqualTo("refusal.verb.RUN_PARTNERSHIP");
        stage.does(stage.officer, () -> moving.move(id, 0, 2, new FreeText("", "")));
        assertThat(stage.read(id).variantVersion()).isEqualTo(2);
        publish(variant, 3, "'{phases,0,key}', '\"another\"'");
        assertThat(stage.reason(stage.officer, () -> moving.move(id, 1, 3, new FreeText("", ""))))
                .isEqualTo("partnership.case.refusal.phase-lacks");
        assertThat(stage.page(stage.officer, "/" + id + "/version")).contains("saknar fasen");
    }

    @Test
    void isTakenOverOnceWithItsPhasesInOrder() {
        stage.taken();
        assertThat(stage.reason(stage.officer, () -> stage.taken())).isEqualTo("partnership.takeover.refusal.already");
        TakeoverDraft draft = stage.draft();
        CaseStage other = new CaseStage(application);
        TakeoverDraft skipping = new TakeoverDraft(
                other.office,
                other.organiser,
                draft.variant(),
                draft.firstTerm(),
                draft.started(),
                Set.of(other.first),
                Map.of(stage.phase(1).key(), draft.started()),
                draft.words());
        assertThat(other.reason(other.officer, () -> other.taken(skipping)))
                .isEqualTo("partnership.takeover.refusal.phases");
        String key = stage.cast
                .behind()
                .sql("select key from organisation.organisation where id = ?")
                .param(other.organiser)
                .query(String.class)
                .single();
        assertThat(other.page(other.officer, "/takeover?variant=ksbs&organiser=" + key))
                .contains("Ekskolan");
    }

    private TakeoverDraft in(String variant) {
        TakeoverDraft draft = stage.draft();
        return new TakeoverDraft(
                draft.owner(),
                draft.organiser(),
                variant,
                draft.firstTerm(),
                draft.started(),
                draft.units(),
                draft.begun(),
                draft.words());
    }

    private String variant() {
        String key = "prov-" + System.nanoTime();
        stage.cast.behind().sql("""
                insert into programme.variant (key, name_sv, name_en, position) values ('%s', 'Prov', 'Trial', 9)
                """.formatted(key)).update();
        publish(key, 1, "'{terms}', '{}'");
        return key;
    }

    private void publish(String key, int version, String change) {
        stage.cast.behind().sql("""
                insert into programme.version (variant, version, content, whole)
                select '%1$s', %2$d, '{}', jsonb_set(jsonb_set(whole, '{key}', '"%1$s"'), %3$s)
                from programme.version where variant = 'ksbs' order by version desc limit 1;
                insert into programme.publication (variant, version, reason) values ('%1$s', %2$d, 'Prov');
                """.formatted(key, version, change)).update();
    }

    private void turn(long person, long id, Turn turn, TurnReason reason, String mandate) {
        stage.does(
                person,
                () -> stage.bean(Turning.class)
                        .turn(id, Optional.empty(), stage.read(id).version(), draft(turn, reason, mandate)));
    }

    private Turning.Draft draft(Turn turn, TurnReason reason, String mandate) {
        return new Turning.Draft(turn, stage.today(), reason, new FreeText("", ""), mandate);
    }

    private String inserted(long person, long id, long unit) {
        return refused(
                person,
                "insert into partnership.step_done (partnership, unit, phase, step) values (" + id + ", " + unit
                        + ", 'p', 's')");
    }

    private String refused(long person, String sql) {
        Throwable refused =
                catchThrowable(() -> as(person, () -> database.sql(sql).update()));
        assertThat(refused).as(sql).isNotNull();
        return Objects.requireNonNull(
                NestedExceptionUtils.getMostSpecificCause(refused).getMessage());
    }

    private <T> T as(long person, Supplier<T> deed) {
        return stage.as(
                person,
                () -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> deed.get())));
    }
}
