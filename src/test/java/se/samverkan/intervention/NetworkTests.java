package se.samverkan.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.intervention.catalogue.Theme;
import se.samverkan.intervention.lesson.Readers;
import se.samverkan.notice.CalendarSource;
import se.samverkan.notice.ToDoSource;
import se.samverkan.testing.SamverkanTest;

/** A facilitator gathers those who have told of the same cause, who are asked only where they agreed, and answer for themselves. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=intervention")
class NetworkTests {

    private static final String CAUSE = "Lärarna planerar undervisningen var för sig";

    @Autowired
    WebApplicationContext application;

    private InterventionStage stage;
    private long head;
    private long other;
    private long facilitator;
    private String word;
    private long lesson;

    @BeforeEach
    void twoSchoolsWithTheSameCause() {
        stage = new InterventionStage(application);
        head = stage.theCase.running.headTeacher;
        other = stage.theCase.running.otherHeadTeacher;
        facilitator = stage.theCase.facilitator;
        word = "ord" + Long.toString(System.nanoTime(), 36);
        lesson = stage.lesson(head, word + " ett", CAUSE, Readers.EVERYBODY, Theme.LANGUAGE);
        stage.lesson(other, word + " två", CAUSE, Readers.EVERYBODY, Theme.LANGUAGE);
    }

    private String day(int days) {
        return stage.theCase.running.today.plusDays(days).toString();
    }

    private MockHttpServletResponse calls(long person, String from, List<Long> lessons, String... others) {
        Stream<String> fields = Stream.of(
                "version",
                "0",
                "network-title",
                "Att planera ihop " + word,
                "day",
                day(20),
                "time",
                "14.30",
                "minutes",
                "60",
                "place",
                "Stadsbiblioteket",
                "network-words",
                "Ta med en planering");
        Stream<String> chosen = lessons.stream().flatMap(each -> Stream.of("lessons", Long.toString(each)));
        return stage.theCase.sends(
                person,
                "/networks/new?" + from,
                Stream.of(fields, chosen, Stream.of(others))
                        .flatMap(each -> each)
                        .toArray(String[]::new));
    }

    private List<Long> told() {
        return stage.theCase
                .running
                .cast
                .behind()
                .sql("select id from intervention.lesson where title like ? order by id")
                .param(word + "%")
                .query(Long.class)
                .list();
    }

    private String called() {
        MockHttpServletResponse answer = calls(facilitator, "words=" + word, told());
        assertThat(answer.getStatus()).as(InterventionStage.text(answer)).isEqualTo(303);
        return answer.getRedirectedUrl();
    }

    @Test
    void isCalledFromALessonAndThoseThatAreLikeItAndTellsEverybodyWhoWritesForThem() {
        assertThat(stage.theCase.page(facilitator, "/lessons/" + lesson)).contains("Samla dem med samma orsak");
        assertThat(stage.theCase.page(facilitator, "/networks/new?lesson=" + lesson))
                .contains(word + " ett", word + " två");
        String address = called();

        assertThat(waiting(head)).contains(address);
        assertThat(waiting(stage.theCase.member)).contains(address);
        assertThat(waiting(other)).contains(address);
        assertThat(dated(head)).contains(address);
        assertThat(dated(facilitator)).contains(address);
        assertThat(stage.theCase.page(head, "/networks")).contains("Att planera ihop " + word, "inget svar");
        assertThat(stage.theCase.status(stage.theCase.running.stranger, address))
                .isEqualTo(404);
        assertThat(stage.theCase.status(stage.theCase.researcher, address)).isEqualTo(404);
        assertThat(stage.theCase.page(stage.theCase.researcher, "/networks")).doesNotContain(word);
        assertThat(stage.theCase.running.told("network.called", stage.theCase.running.agency))
                .isEqualTo(1);
        assertThat(mails("intervention.network-called")).isEqualTo(3);
    }

    private int mails(String kind) {
        return stage.theCase
                .running
                .cast
                .behind()
                .sql(
                        "select count(*) from notice.outbox o join notice.event e on e.id = o.event where e.kind = ? and o.person = any (?)")
                .params(kind, new Long[] {head, other, stage.theCase.member})
                .query(Integer.class)
                .single();
    }

    private List<String> waiting(long person) {
        return stage.as(
                person,
                () -> application.getBeansOfType(ToDoSource.class).values().stream()
                        .flatMap(each -> each.mine().stream())
                        .map(each -> each.address())
                        .toList());
    }

    private List<String> dated(long person) {
        return stage.as(
                person,
                () -> application.getBeansOfType(CalendarSource.class).values().stream()
                        .flatMap(each ->
                                each
                                        .mine(stage.theCase.running.today, stage.theCase.running.today.plusDays(40))
                                        .stream())
                        .map(each -> each.address())
                        .toList());
    }

    @Test
    void showsThoseWhoComeToOneAnotherAndNobodyElse() {
        String address = called();
        assertThat(stage.theCase.page(other, address)).doesNotContain("Rut Rektor");
        assertThat(stage.theCase
                        .sends(head, address + "/answer", "answer", "YES")
                        .getStatus())
                .isEqualTo(303);
        assertThat(stage.theCase.page(other, address)).contains("Rut Rektor", "Ekskolan");
        assertThat(stage.theCase
                        .sends(other, address + "/answer", "answer", "NO")
                        .getStatus())
                .isEqualTo(303);
        assertThat(stage.theCase.page(head, address))
                .doesNotContain("Rolf Rektor")
                .contains("Du har tackat ja");
        assertThat(stage.theCase.page(facilitator, address)).contains("Rolf Rektor", "kommer inte");
        assertThat(dated(other)).doesNotContain(address);
        assertThat(waiting(other)).doesNotContain(address);
        assertThat(stage.theCase
                        .sends(facilitator, address + "/answer", "answer", "YES")
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void asksAgainWhenItIsMovedAndKeepsTheAnswersWhenOnlyThePlaceIsNew() {
        String address = called();
        stage.theCase.sends(head, address + "/answer", "answer", "YES");
        assertThat(moves(facilitator, address, "0", day(20), "Rådhuset").getStatus())
                .isEqualTo(303);
        assertThat(waiting(head)).doesNotContain(address);
        assertThat(moves(facilitator, address, "1", day(21), "Rådhuset").getStatus())
                .isEqualTo(303);
        assertThat(waiting(head)).contains(address);
        assertThat(stage.theCase.page(head, address)).contains("Rådhuset", "Salen var upptagen");
        assertThat(moves(facilitator, address, "0", day(22), "Skolan").getStatus())
                .isEqualTo(409);
        assertThat(moves(facilitator, address, "2", day(-1), "Skolan").getStatus())
                .isEqualTo(422);
        assertThat(moves(head, address, "2", day(22), "Skolan").getStatus()).isEqualTo(403);
    }

    private MockHttpServletResponse moves(long person, String address, String version, String day, String place) {
        return stage.theCase.sends(
                person,
                address + "/move",
                "version",
                version,
                "network-title",
                "Att planera ihop",
                "day",
                day,
                "time",
                "14:30",
                "minutes",
                "60",
                "place",
                place,
                "network-reason",
                "Salen var upptagen");
    }

    @Test
    void isCalledOffInOneActionForEverybody() {
        String address = called();
        assertThat(cancels(head, address)).isEqualTo(403);
        assertThat(cancels(facilitator, address)).isEqualTo(303);
        assertThat(stage.theCase.page(head, address)).contains("inställd", "Ingen kunde");
        assertThat(waiting(head)).doesNotContain(address);
        assertThat(dated(head)).doesNotContain(address);
        assertThat(mails("intervention.network-cancelled")).isEqualTo(3);
        assertThat(cancels(facilitator, address)).isEqualTo(422);
        assertThat(stage.theCase
                        .sends(head, address + "/answer", "answer", "YES")
                        .getStatus())
                .isEqualTo(422);
    }

    private int cancels(long person, String address) {
        return stage.theCase
                .sends(person, address + "/cancellation", "version", "0", "network-reason", "Ingen kunde")
                .getStatus();
    }

    @Test
    void asksNobodyWhoHasNotAgreedToIt() {
        long silent = stage.lesson(head, word + " tre", CAUSE, Readers.ORGANISATION, Theme.LANGUAGE);
        stage.theCase
                .running
                .cast
                .behind()
                .sql("update intervention.lesson set readers = 'EVERYBODY' where id = ?")
                .param(silent)
                .update();
        assertThat(stage.theCase.page(facilitator, "/networks/new?words=" + word))
                .contains("En erfarenhet till")
                .doesNotContain(word + " tre");
        assertThat(calls(facilitator, "lesson=" + silent, List.of(silent)).getStatus())
                .as("all who are asked refused")
                .isEqualTo(422);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> stage.theCase.does(
                        facilitator,
                        () -> stage.theCase.bean(TransactionTemplate.class).executeWithoutResult(status -> {
                            JdbcClient database = stage.theCase.bean(JdbcClient.class);
                            long meeting = database.sql("""
                                    insert into intervention.network_meeting (title, starts_at, minutes)
                                    values ('x', now(), 60) returning id""").query(Long.class).single();
                            database.sql("""
                                    insert into intervention.network_invitation (meeting, person, lesson, teller)
                                    values (?, ?, ?, 'x')""").params(meeting, head, silent).update();
                        }))))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void refusesAFormWithHolesAndWhoMayNotGather() {
        MockHttpServletResponse refused = stage.theCase.sends(
                facilitator, "/networks/new?lesson=" + lesson, "version", "0", "link", "javascript:1");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(InterventionStage.text(refused))
                .contains("Skriv vad ni ska prata om", "Välj minst en", "Länken ska börja med");
        assertThat(calls(head, "lesson=" + lesson, List.of(lesson)).getStatus()).isEqualTo(403);
        assertThat(stage.theCase.page(head, "/lessons/" + lesson)).doesNotContain("/networks/new");
    }

    @Test
    void goesForGoodWhenItHasBeenForTwoYears() {
        String address = called();
        JdbcClient behind = stage.theCase.running.cast.behind();
        long id = Long.parseLong(address.substring("/networks/".length()));
        long archivist = stage.theCase.running.cast.player("Arkivarie", se.samverkan.access.Role.ARCHIVIST, null);
        disposes(archivist, id);
        assertThat(stage.theCase.status(head, address))
                .as("one that is to come stays")
                .isEqualTo(200);
        behind.sql("update intervention.network_meeting set starts_at = ? where id = ?")
                .params(java.sql.Timestamp.from(Instant.parse("2020-01-01T12:00:00Z")), id)
                .update();
        assertThat(stage.theCase
                        .sends(head, address + "/answer", "answer", "YES")
                        .getStatus())
                .as("one that has been is not answered")
                .isEqualTo(422);
        disposes(archivist, id);
        assertThat(stage.theCase.status(head, address)).isEqualTo(404);
    }

    private void disposes(long archivist, long id) {
        stage.theCase.does(
                archivist,
                () -> stage.theCase
                        .bean(TransactionTemplate.class)
                        .executeWithoutResult(status -> stage.theCase
                                .bean(JdbcClient.class)
                                .sql("select intervention.dispose_networks(?)")
                                .param(new Long[] {id})
                                .query(row -> {})));
    }
}
