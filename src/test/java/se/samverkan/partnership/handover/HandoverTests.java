package se.samverkan.partnership.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Optional;
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
import se.samverkan.access.Role;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDos;
import se.samverkan.partnership.RunningCase;
import se.samverkan.partnership.staffing.CasePeople;
import se.samverkan.partnership.staffing.PersonInCase;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** When somebody leaves, a pack is made in one click, frozen, and read by the one who takes over. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=partnership")
class HandoverTests {

    private static final FreeText QUESTIONS = new FreeText("Lokalen i maj är inte bokad.", "");

    @Autowired
    WebApplicationContext application;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    private RunningCase stage;
    private long successor;

    @BeforeEach
    void aHeadTeacherWhoLeaves() {
        stage = new RunningCase(application);
        stage.decided("STARTED", "Alla har sagt ja");
        successor = stage.cast.person("Eva Efterträdare", stage.organiser);
        stage.cast
                .behind()
                .sql("""
                        insert into access.assignment (person, role, organisation, unit, valid_from)
                        values (?, 'HEAD_TEACHER', ?, ?, access.today() + 14)
                        """)
                .params(successor, stage.organiser, stage.school)
                .update();
    }

    private Handovers handovers() {
        return stage.bean(Handovers.class);
    }

    private long assignment(long person) {
        return stage.as(stage.officer, () -> stage.bean(CasePeople.class).all(stage.id)).stream()
                .filter(each -> each.person() == person)
                .map(PersonInCase::assignment)
                .findFirst()
                .orElseThrow();
    }

    private long make(long by, long leaver, Optional<Long> next) {
        long role = assignment(leaver);
        return stage.as(by, () -> handovers().make(stage.id, role, next, QUESTIONS));
    }

    private Handover handover(long reader, long id) {
        return stage.as(reader, () -> handovers().handover(stage.id, id));
    }

    private List<String> todos(long person) {
        return stage.as(person, () -> stage.bean(ToDos.class).mine()).stream()
                .map(ToDo::key)
                .filter(key -> key.startsWith("partnership.handover"))
                .toList();
    }

    @Test
    void tellsWhatIsDecidedDueAndWhoIsWhoAsItWasThen() {
        long id = make(stage.headTeacher, stage.headTeacher, Optional.of(successor));
        stage.decided("PAUSED", "Senare");

        String page = stage.page(stage.headTeacher, "/handovers/" + id);
        assertThat(page)
                .contains("Startade: Alla har sagt ja", "Sätt samman arbetsgruppen", "Hanna Handläggare")
                .contains("Lokalen i maj är inte bokad.", "Ekskolan")
                .doesNotContain("Senare");
        assertThat(stage.told("handover.made", stage.organiser)).isEqualTo(1);
    }

    @Test
    void tellsWhichDocumentsNobodyHasRead() {
        long document = stage.cast
                .behind()
                .sql("""
                        insert into records.document (kind, language, record_room, record_id, owner_organisation, organiser,
                            made_by)
                        values ('trial', 'sv', 'partnership', :id, :office, :organiser, :officer) returning id
                        """)
                .param("id", Long.toString(stage.id))
                .param("office", stage.agency)
                .param("organiser", stage.organiser)
                .param("officer", stage.officer)
                .query(Long.class)
                .single();
        stage.cast
                .behind()
                .sql(
                        "insert into records.document_version (document, number, title, made_by) values (?, 1, 'Utkast till lägesbild', ?)")
                .params(document, stage.officer)
                .update();
        stage.cast
                .behind()
                .sql(
                        "insert into records.opening (document, version, person, until, opened_by) values (?, 1, ?, '2999-01-01', ?)")
                .params(document, stage.headTeacher, stage.officer)
                .update();

        long id = make(stage.headTeacher, stage.headTeacher, Optional.of(successor));

        assertThat(stage.page(successor, "/handovers/" + id))
                .contains("Handlingar som ingen har läst", "Öppen för synpunkter: Utkast till lägesbild");
    }

    @Test
    void isReadByTheOneWhoTakesOverBeforeTheOwnRoleBegins() {
        long id = make(stage.headTeacher, stage.headTeacher, Optional.of(successor));
        assertThat(stage.knows(successor)).as("the role begins later").isFalse();
        assertThat(todos(successor)).containsExactly("partnership.handover.todo");
        assertThat(stage.page(successor, "/handovers/" + id)).contains("Jag har läst");

        MockHttpServletResponse answer = stage.sends(successor, "/handovers/" + id + "/reading");

        assertThat(answer.getRedirectedUrl()).endsWith("/handovers/" + id);
        assertThat(handover(stage.headTeacher, id).state()).isEqualTo("READ");
        assertThat(todos(successor)).isEmpty();
        assertThat(stage.told("handover.read", stage.organiser)).isEqualTo(1);
        assertThat(stage.refusal(
                                stage.headTeacher,
                                () -> handovers().change(stage.id, id, 0, Optional.empty(), QUESTIONS))
                        .reason())
                .isEqualTo("partnership.handover.refusal.read");
    }

    @Test
    void waitsForAnOpenSuccessorToBeNamed() {
        long id = make(stage.coordinator, stage.headTeacher, Optional.empty());
        assertThat(todos(stage.coordinator)).containsExactly("partnership.handover.todo.open");

        stage.does(stage.coordinator, () -> handovers().change(stage.id, id, 0, Optional.of(successor), QUESTIONS));

        assertThat(todos(stage.coordinator)).isEmpty();
        assertThat(todos(successor)).containsExactly("partnership.handover.todo");
    }

    @Test
    void goesToNobodyOutsideTheCaseOrOnTheOtherSide() {
        for (long somebody : List.of(stage.stranger, stage.officer)) {
            assertThat(stage.refusal(
                                    stage.headTeacher,
                                    () -> handovers()
                                            .make(
                                                    stage.id,
                                                    assignment(stage.headTeacher),
                                                    Optional.of(somebody),
                                                    QUESTIONS))
                            .reason())
                    .isEqualTo("partnership.handover.error.successor");
        }
        assertThat(stage.refusal(
                                stage.headTeacher,
                                () -> handovers()
                                        .make(
                                                stage.id,
                                                assignment(stage.headTeacher),
                                                Optional.of(stage.headTeacher),
                                                QUESTIONS))
                        .reason())
                .isEqualTo("partnership.handover.refusal.same");
        long other = assignment(stage.otherHeadTeacher);
        assertThat(stage.refusal(
                                stage.headTeacher, () -> handovers().make(stage.id, other, Optional.empty(), QUESTIONS))
                        .reason())
                .isEqualTo("partnership.handover.refusal.not-yours");
    }

    @Test
    void isOfItsSideOnly() {
        long id = make(stage.headTeacher, stage.headTeacher, Optional.of(successor));
        for (long somebody : List.of(stage.officer, stage.otherHeadTeacher, stage.stranger)) {
            assertThat(stage.asks(
                                    somebody,
                                    MockMvcRequestBuilders.get("/partnerships/" + stage.id + "/handovers/" + id))
                            .getStatus())
                    .isEqualTo(404);
        }
        assertThat(stage.page(stage.officer, "/handovers")).doesNotContain("Rut Rektor");
        assertThat(stage.page(stage.director, "/handovers")).contains("Rut Rektor");
    }

    @Test
    void takesNothingInSqlFromThoseItIsNotOf() {
        long id = make(stage.headTeacher, stage.headTeacher, Optional.of(successor));
        assertThat(refused(stage.officer, """
                        insert into partnership.handover (partnership, leaver, role, unit, pack)
                        values (%d, %d, 'HEAD_TEACHER', %d, '{}') returning id
                        """.formatted(stage.id, stage.headTeacher, stage.school)))
                .contains("row-level security");
        assertThat(refused(stage.headTeacher, """
                        insert into partnership.handover (partnership, leaver, role, unit, successor, pack)
                        values (%d, %d, 'HEAD_TEACHER', %d, %d, '{}') returning id
                        """.formatted(stage.id, stage.headTeacher, stage.school, stage.stranger)))
                .contains("row-level security");
        assertThat(refused(stage.headTeacher, """
                        insert into partnership.handover (partnership, leaver, role, unit, pack)
                        values (%d, %d, 'PROGRAMME_OFFICER', null, '{}') returning id
                        """.formatted(stage.id, stage.headTeacher)))
                .as("a role that the person never had")
                .contains("row-level security");
        assertThat(refused(
                        stage.director,
                        "insert into partnership.handover_read (handover) values (%d) returning 1".formatted(id)))
                .contains("row-level security");
        assertThat(refused(
                        stage.headTeacher,
                        "update partnership.handover set pack = '{}' where id = %d returning 1".formatted(id)))
                .contains("permission denied");
    }

    private String refused(long person, String sql) {
        Throwable refusal = catchThrowable(() -> stage.as(
                person,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> database.sql(sql).query(Long.class).single())));
        assertThat(refusal).as(sql).isNotNull();
        Throwable cause = refusal;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    @Test
    void isMadeFromTheFormInOneClickAndListedThen() {
        long role = assignment(stage.headTeacher);
        assertThat(stage.page(stage.headTeacher, "/handovers/new")).contains("/handovers/new?leaver=" + role);
        assertThat(stage.page(stage.headTeacher, "/handovers/new?leaver=" + role))
                .contains("Gör överlämningen", "Eva Efterträdare");

        MockHttpServletResponse answer = stage.sends(
                stage.headTeacher, "/handovers", "leaver", "" + role, "successor", "" + successor, "questions", "");

        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(stage.page(stage.headTeacher, "/handovers")).contains("väntar på att Eva Efterträdare läser");
        assertThat(Role.HEAD_TEACHER.name())
                .isEqualTo(handover(successor, last(answer)).role().name());
    }

    private static long last(MockHttpServletResponse answer) {
        String url = String.valueOf(answer.getRedirectedUrl());
        return Long.parseLong(url.substring(url.lastIndexOf('/') + 1));
    }
}
