package se.samverkan.partnership.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.ActingAs;
import se.samverkan.partnership.CaseStage;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Standing;
import se.samverkan.partnership.course.Phases;
import se.samverkan.partnership.course.Turn;
import se.samverkan.partnership.course.TurnReason;
import se.samverkan.partnership.course.Turning;
import se.samverkan.records.file.Files;
import se.samverkan.shared.Progress;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** A case is closed by its owner, once, when what its programme asks for is there or waived; and goes whole to the archive. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=partnership")
class ClosingTests {

    private static final String REPORTS = "final-reports-adopted";

    @Autowired
    WebApplicationContext application;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    private CaseStage stage;
    private CaseClosing closing;
    private LivingOn livingOn;

    @BeforeEach
    void people() {
        stage = new CaseStage(application);
        closing = stage.bean(CaseClosing.class);
        livingOn = stage.bean(LivingOn.class);
    }

    private CaseClosing.Draft draft(Map<String, String> waivers) {
        return new CaseClosing.Draft(
                stage.today(),
                new FreeText("Skolorna klarar sig själva.", ""),
                "Delegation",
                "Börja med lärarna.",
                waivers);
    }

    private CaseClosing.Draft draft() {
        return draft(Map.of(REPORTS, "Skrevs i Word."));
    }

    private void handOver(long id) {
        stage.does(
                stage.coordinator,
                () -> livingOn.plan(
                        id,
                        Optional.empty(),
                        new FreeText("Samtal om läsning", ""),
                        new FreeText("rektor", ""),
                        stage.today()));
    }

    private void close(long person, long id) {
        stage.does(person, () -> closing.close(id, stage.read(id).version(), draft()));
    }

    private long closed() {
        long id = stage.taken();
        handOver(id);
        close(stage.officer, id);
        return id;
    }

    private void discontinue(long id) {
        stage.does(
                stage.officer,
                () -> stage.bean(Turning.class)
                        .turn(
                                id,
                                Optional.empty(),
                                stage.read(id).version(),
                                new Turning.Draft(
                                        Turn.DISCONTINUE,
                                        stage.today(),
                                        TurnReason.NO_TIME,
                                        FreeText.NONE,
                                        "Delegation")));
    }

    @Test
    void completesTheCaseAndItsUnitsWithADecisionAndALineInTheLog() {
        long id = closed();
        PartnershipView view = stage.read(id);
        assertThat(view.standing()).isEqualTo(Standing.COMPLETED);
        assertThat(view.units()).allMatch(each -> each.standing() == Standing.COMPLETED);
        assertThat(stage.told("closed", id)).isOne();
        assertThat(stage.page(stage.headTeacher, "/" + id + "/closing"))
                .contains("Börja med lärarna.", "Samtal om läsning", "Skrevs i Word.", "Hanna Handläggare");
        assertThat(stage.page(stage.headTeacher, "/" + id)).contains("Avslutet", "Börja med lärarna.");
    }

    @Test
    void asksWhatIsMissingAndRefusesWithoutItOrAReason() {
        long id = stage.taken();
        int version = stage.read(id).version();
        assertThat(stage.page(stage.officer, "/" + id + "/closing"))
                .contains("Inget är sagt om vad som lever vidare.", "kan inte frångås");
        assertThat(stage.reason(stage.officer, () -> closing.close(id, version, draft())))
                .isEqualTo("partnership.closing.refusal.not-waivable");
        handOver(id);
        assertThat(stage.reason(stage.officer, () -> closing.close(id, version, draft(Map.of()))))
                .isEqualTo("partnership.closing.refusal.waiver-reason");
        assertThat(stage.page(stage.officer, "/" + id + "/closing")).contains("Varför ni avslutar ändå");
        close(stage.officer, id);
        assertThat(stage.read(id).standing()).isEqualTo(Standing.COMPLETED);
    }

    @Test
    void isHandedOverWhenEveryUnitHasSomethingThatLivesOn() {
        long id = stage.taken();
        stage.does(
                stage.coordinator,
                () -> livingOn.plan(
                        id,
                        Optional.of(stage.first),
                        new FreeText("Läslag", ""),
                        new FreeText("rektor", ""),
                        stage.today().plusMonths(6)));
        assertThat(stage.page(stage.officer, "/" + id))
                .as("years before the end nobody is troubled with what remains")
                .doesNotContain("Vad som återstår före avslut")
                .contains("/partnerships/" + id + "/closing\"");
        assertThat(stage.page(stage.officer, "/" + id + "/closing"))
                .contains("Inget är sagt om vad som lever vidare på Björkskolan.")
                .doesNotContain("lever vidare på Ekskolan.");
        stage.does(
                stage.coordinator,
                () -> livingOn.plan(
                        id,
                        Optional.of(stage.second),
                        new FreeText("Mattecirklar", ""),
                        new FreeText("rektor", ""),
                        stage.today().plusMonths(6)));
        assertThat(stage.page(stage.officer, "/" + id + "/closing")).doesNotContain("Inget är sagt om");
    }

    @Test
    void isClosedByTheOwnerAloneAndIsNotThereForStrangers() {
        long id = stage.taken();
        handOver(id);
        assertThat(stage.reason(
                        stage.coordinator,
                        () -> closing.close(id, stage.read(id).version(), draft())))
                .isEqualTo("partnership.closing.refusal.owner");
        assertThat(stage.page(stage.coordinator, "/" + id + "/closing")).contains("Beslutet fattas av Kontoret");
        for (long other : List.of(stage.stranger, stage.neighbour)) {
            assertThat(stage.asks(other, MockMvcRequestBuilders.get("/partnerships/" + id + "/closing"))
                            .getStatus())
                    .isEqualTo(404);
        }
        assertThat(stage.asks(stage.headTeacher, MockMvcRequestBuilders.get("/partnerships/" + id + "/closing"))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void closesADiscontinuedCaseWithWhatCanBeLearned() {
        long id = stage.taken();
        discontinue(id);
        assertThat(stage.page(stage.officer, "/" + id)).contains("Skriv vad som går att lära");
        stage.does(stage.officer, () -> closing.close(id, stage.read(id).version(), draft(Map.of())));
        assertThat(stage.read(id).standing()).isEqualTo(Standing.DISCONTINUED);
        assertThat(stage.page(stage.coordinator, "/" + id + "/closing")).contains("Börja med lärarna.");
    }

    @Test
    void letsOneOfTwoCloseAndShowsTheOtherThatItIsDone() throws Exception {
        long id = stage.taken();
        handOver(id);
        int version = stage.read(id).version();
        long second = stage.cast.player("Hans Handläggare", se.samverkan.access.Role.PROGRAMME_OFFICER, stage.office);
        CyclicBarrier both = new CyclicBarrier(2);
        List<Throwable> refused = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Throwable>> tries = new ArrayList<>();
            for (long person : List.of(stage.officer, second)) {
                tries.add(threads.submit(() -> catchThrowable(() -> {
                    both.await();
                    stage.does(person, () -> closing.close(id, version, draft()));
                })));
            }
            for (Future<Throwable> each : tries) {
                Throwable thrown = each.get();
                if (thrown != null) {
                    refused.add(thrown);
                }
            }
        }
        assertThat(refused).singleElement().isInstanceOf(Refusal.class);
        assertThat(stage.told("closed", id)).isOne();
        MockHttpServletResponse late = stage.sends(
                second,
                "/" + id + "/closing",
                "day",
                stage.today().toString(),
                "words",
                "Min motivering",
                "learned",
                "Min lärdom",
                "mandate",
                "Delegation");
        assertThat(late.getStatus()).isIn(409, 422);
        assertThat(CaseStage.text(late)).contains("Så avslutades samverkan", "Min motivering", "Min lärdom");
    }

    @Test
    void leavesNothingToWriteBehindEitherThroughTheDoorsOrPastThem() {
        long id = closed();
        String phase = stage.phase(0).key();
        String step = stage.phase(0).steps().getFirst().key();
        assertThat(stage.reason(stage.officer, () -> stage.steps().mark(id, stage.first, phase, step)))
                .isEqualTo("partnership.case.refusal.not-running");
        assertThat(catchThrowable(() -> stage.does(
                        stage.officer,
                        () -> stage.bean(Phases.class)
                                .begin(id, List.of(stage.first), stage.phase(1).key(), stage.today()))))
                .isInstanceOf(Refusal.class);
        assertThat(stage.reason(
                        stage.coordinator,
                        () -> livingOn.plan(
                                id,
                                Optional.empty(),
                                new FreeText("Mer", ""),
                                new FreeText("rektor", ""),
                                stage.today())))
                .isEqualTo("partnership.closing.refusal.closed");
        for (String sql : List.of(
                "insert into partnership.step_done (partnership, unit, phase, step) values (%d, %d, 'a', 'b')",
                "insert into partnership.phase_begun (partnership, unit, phase, day) values (%d, %d, 'x', access.today())")) {
            Throwable thrown = catchThrowable(() -> inTransaction(
                    stage.officer,
                    () -> database.sql(sql.formatted(id, stage.first)).update()));
            assertThat(thrown).hasStackTraceContaining("the case is closed");
        }
    }

    @Test
    void makesThePackageOnceAndKeepsItForTheOwnerAlone() throws IOException {
        long id = closed();
        assertThat(stage.page(stage.officer, "/" + id + "/closing")).contains("Paketet görs om en liten stund");
        makePackage(stage.officer, id);
        stage.bean(ArchiveJob.class).makeWaiting();
        assertThat(stage.page(stage.officer, "/" + id + "/closing/archive")).contains("Hämta arkivpaketet", "SHA-256");
        assertThat(entries(id))
                .anyMatch(each -> each.endsWith("/METS.xml"))
                .anyMatch(each -> each.endsWith("/case/case.pdf"))
                .anyMatch(each -> each.endsWith("/case/case.json"));
        assertThat(stage.cast
                        .behind()
                        .sql(
                                "select count(*) from records.audit_entry where what = 'archive.packed' and subject_id = ?")
                        .param(Long.toString(id))
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(stage.page(stage.coordinator, "/" + id + "/closing")).doesNotContain("SHA-256");
        assertThat(stage.asks(stage.coordinator, MockMvcRequestBuilders.get("/partnerships/" + id + "/closing/package"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void makesThePackageAnewWhenTheProcessDiedInTheMiddle() throws IOException {
        long id = closed();
        ActingAs acting = stage.bean(ActingAs.class);
        Archiving archiving = stage.bean(Archiving.class);
        Throwable killed = catchThrowable(() -> acting.person(
                stage.officer,
                () -> new TransactionTemplate(transactions).<Boolean>execute(status -> {
                    archiving.pack(id, Progress.Watcher.NOBODY);
                    throw new IllegalStateException("killed before the commit");
                })));
        assertThat(killed).hasMessageContaining("killed");
        assertThat(stage.as(stage.officer, () -> archiving.state(id))
                        .orElseThrow()
                        .isWaiting())
                .isTrue();
        makePackage(stage.officer, id);
        assertThat(entries(id)).isNotEmpty();
    }

    @Test
    void saysWhyThePackageCouldNotBeMadeAndIsAskedAgain() {
        long id = closed();
        stage.cast
                .behind()
                .sql("update access.assignment set deleted_at = now() where person = ?")
                .param(stage.officer)
                .update();
        stage.bean(ArchiveJob.class).makeWaiting();
        long other = stage.cast.player("Hans Handläggare", se.samverkan.access.Role.PROGRAMME_OFFICER, stage.office);
        makePackage(other, id);
        ArchiveState state =
                stage.as(other, () -> stage.bean(Archiving.class).state(id)).orElseThrow();
        assertThat(state.refused()).isNotEmpty();
        stage.does(other, () -> stage.bean(Archiving.class).ask(id));
        makePackage(other, id);
        assertThat(stage.as(other, () -> stage.bean(Archiving.class).state(id))
                        .orElseThrow()
                        .made())
                .isPresent();
    }

    @Test
    void isLookedAtOnItsDayByWhoOwnsItAndWaitsForThemUntilThen() {
        long id = closed();
        assertThat(toDos(stage.coordinator)).anyMatch(each -> each.contains("Samtal om läsning"));
        long item = stage.as(
                stage.coordinator,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> Objects.requireNonNull(
                                database.sql("select min(id) from partnership.lives_on where partnership = ?")
                                        .param(id)
                                        .query(Long.class)
                                        .single())));
        stage.does(stage.coordinator, () -> livingOn.look(id, item, true, new FreeText("Det lever.", "")));
        assertThat(toDos(stage.coordinator)).noneMatch(each -> each.contains("Samtal om läsning"));
        assertThat(stage.reason(stage.coordinator, () -> livingOn.look(id, item, true, new FreeText("Igen.", ""))))
                .isEqualTo("partnership.closing.refusal.looked");
        assertThat(stage.page(stage.headTeacher, "/" + id + "/closing")).contains("Det lever.", "Sam Samordnare");
    }

    @Test
    void saysWhatAUnitThatMergedMidWayBecame() {
        long id = stage.taken();
        long became = stage.cast.unit("Storskolan", stage.organiser);
        stage.cast
                .behind()
                .sql("""
                        insert into organisation.succession (predecessor, successor, kind, happened_on, owner_organisation,
                            organiser)
                        values (?, ?, 'MERGED', ?, ?, ?)
                        """)
                .params(stage.first, became, LocalDate.of(2026, 7, 1), stage.organiser, stage.organiser)
                .update();
        handOver(id);
        assertThat(stage.page(stage.officer, "/" + id + "/closing"))
                .contains("Ekskolan gick ihop i Storskolan", "Låt Ekskolan lämna");
        close(stage.officer, id);
        assertThat(stage.page(stage.officer, "/" + id + "/closing")).contains("Ekskolan blev Storskolan");
    }

    /** Lets the job run until the package is made or refused; the application's own job may be at it meanwhile. */
    private void makePackage(long person, long id) {
        for (int i = 0; i < 100; i++) {
            stage.bean(ArchiveJob.class).makeWaiting();
            if (!stage.as(person, () -> stage.bean(Archiving.class).state(id))
                    .orElseThrow()
                    .isWaiting()) {
                return;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(200_000_000);
        }
    }

    private List<String> toDos(long person) {
        return stage.as(
                person,
                () -> stage.bean(ClosingToDos.class).mine().stream()
                        .map(each -> each.arguments().toString())
                        .toList());
    }

    private List<String> entries(long id) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        stage.does(stage.officer, () -> {
            try {
                stage.bean(Files.class)
                        .deliver(stage.bean(Archiving.class).file(id).id(), out);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private void inTransaction(long person, Runnable deed) {
        stage.does(person, () -> new TransactionTemplate(transactions).executeWithoutResult(status -> deed.run()));
    }
}
