package se.samverkan.meeting.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.meeting.MeetingView;
import se.samverkan.notice.Dates;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.RunningCase;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** A series in which a cohort meets as one is planned, moved and called off for all its cases, and noted by each of them alone. */
@SamverkanTest
class GatheringTests {

    private static final FreeText WHY = new FreeText("Salen är upptagen", "");

    @Autowired
    WebApplicationContext application;

    private RunningCase running;
    private long second;
    private long director;
    private long facilitator;

    @BeforeEach
    void aCohortOfTwo() {
        running = new RunningCase(application);
        long organiser = running.cast.organisation("Älvkommunen");
        second = running.open(organiser);
        running.takePart(second, running.cast.unit("Älvskolan", organiser));
        director = running.cast.player("Älva Utbildningschef", Role.EDUCATION_DIRECTOR, organiser);
        facilitator = running.cast.person("Pia Processtödjare", running.agency);
        running.cast
                .behind()
                .sql(
                        "insert into access.assignment (person, role, partnership, valid_from) values (?, 'PROCESS_FACILITATOR', ?, '2020-01-01')")
                .params(facilitator, running.id)
                .update();
        long cohort = running.cast
                .behind()
                .sql("""
                        insert into partnership.cohort (owner_organisation, name, variant, first_term, made_by)
                        values (?, 'HT 2026', 'sbs', 20264, ?) returning id
                        """)
                .params(running.agency, running.officer)
                .query(Long.class)
                .single();
        running.cast
                .behind()
                .sql("update partnership.partnership set cohort = ? where id in (?, ?)")
                .params(cohort, running.id, second)
                .update();
    }

    private Planning planning() {
        return running.bean(Planning.class);
    }

    private LocalDate day() {
        return running.today.plusDays(40);
    }

    private MockHttpServletResponse sends(long person, String path, String... fields) {
        var request = MockMvcRequestBuilders.post(path)
                .param("once", UUID.randomUUID().toString())
                .param("go-on", "true");
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return running.asks(person, request);
    }

    private String series() {
        return "/partnerships/" + running.id + "/meetings/series/closing-meeting";
    }

    private void plan() {
        MockHttpServletResponse answer = sends(
                running.officer,
                series(),
                "version",
                "0",
                "day.share",
                day().toString(),
                "time.share",
                "09:00",
                "place",
                "Stadshuset");
        assertThat(answer.getStatus()).as(RunningCase.text(answer)).isEqualTo(303);
    }

    private MeetingView of(long person, long partnership) {
        return running.as(
                person,
                () -> planning().ofPartnership(partnership).stream()
                        .filter(each -> !each.isCancelled())
                        .findFirst()
                        .orElseThrow());
    }

    private String page(long person, String path) {
        return RunningCase.text(running.asks(person, MockMvcRequestBuilders.get(path)));
    }

    private long told(String kind, long person) {
        return running.cast
                .behind()
                .sql(
                        "select count(*) from notice.outbox o join notice.event e on e.id = o.event where e.kind = ? and o.person = ?")
                .params(kind, person)
                .query(Long.class)
                .single();
    }

    @Test
    void isPlannedForEveryCaseAtOnceWithItsAgenda() {
        assertThat(page(running.officer, series())).contains("Alla i omgången HT 2026", "Provkommunen, Älvkommunen");
        plan();

        MeetingView here = of(running.director, running.id);
        MeetingView there = of(director, second);
        assertThat(there.gathering()).isEqualTo(here.gathering()).isPresent();
        assertThat(there.starts()).isEqualTo(here.starts()).isEqualTo(When.moment(day(), LocalTime.of(9, 0)));
        assertThat(there.place()).isEqualTo("Stadshuset");
        for (long person : List.of(running.director, director)) {
            long partnership = person == director ? second : running.id;
            assertThat(page(person, of(person, partnership).address()))
                    .contains("Alla i omgången HT 2026 träffas tillsammans", "Varje enhet berättar om en sak")
                    .doesNotContain("Flytta träffen");
            assertThat(page(person, "/partnerships/" + partnership + "/meetings"))
                    .contains("för hela omgången");
            assertThat(told("meeting.invited", person)).isOne();
        }
        assertThat(page(running.officer, here.address())).contains("Träffen hos de andra", "Älvkommunen");
        assertThat(page(running.director, here.address())).doesNotContain("Älvkommunen");
    }

    @Test
    void isMovedAndCancelledForEveryCaseInOneAction() {
        plan();
        MeetingView here = of(running.officer, running.id);
        Instant starts = When.moment(day().plusDays(7), LocalTime.of(10, 0));
        running.does(
                running.officer,
                () -> planning().move(here.id(), 0, starts, starts.plus(Duration.ofHours(2)), "Biblioteket", "", WHY));

        assertThat(of(director, second))
                .satisfies(there -> assertThat(there.starts()).isEqualTo(starts))
                .satisfies(there -> assertThat(there.place()).isEqualTo("Biblioteket"))
                .satisfies(there -> assertThat(there.sequence()).isOne());
        assertThat(told("meeting.moved", director)).isOne();

        running.does(running.officer, () -> planning().cancel(here.id(), 1, WHY));
        assertThat(running.as(director, () -> planning().ofPartnership(second))).allMatch(MeetingView::isCancelled);
        assertThat(told("meeting.cancelled", director)).isOne();
    }

    @Test
    void isPlannedAndMovedByNobodyWhoPlansForOneOfThemOnly() {
        assertThat(running.asks(facilitator, MockMvcRequestBuilders.get(series()))
                        .getStatus())
                .isEqualTo(422);
        assertThat(running.refusal(facilitator, () -> planning().planTogether(running.id, List.of()))
                        .reason())
                .isEqualTo("refusal.verb.PLAN_MEETINGS");
        plan();
        long id = of(facilitator, running.id).id();
        Instant starts = When.moment(day().plusDays(7), LocalTime.of(10, 0));

        assertThat(running.refusal(
                                facilitator, () -> planning().move(id, 0, starts, starts.plusSeconds(60), "", "", WHY))
                        .reason())
                .isEqualTo("meeting.refusal.common");
        assertThat(running.refusal(facilitator, () -> planning().cancel(id, 0, WHY))
                        .reason())
                .isEqualTo("meeting.refusal.common");
    }

    @Test
    void keepsWhatEachCaseNotesItsOwn() {
        plan();
        long here = of(running.director, running.id).id();
        running.cast.behind().sql("""
                        with written as (
                            insert into meeting.paragraph (meeting, scope, kind, made_by)
                            values (?, 'SHARED', 'NOTE', ?) returning id)
                        insert into meeting.paragraph_words select id, 'Vårt eget' from written
                        """).params(here, running.director).update();

        assertThat(rows(running.director)).containsExactly("Vårt eget");
        assertThat(rows(director)).isEmpty();
        assertThat(running.asks(director, MockMvcRequestBuilders.get("/meetings/" + here))
                        .getStatus())
                .isEqualTo(404);
    }

    private List<String> rows(long person) {
        return running.as(
                person,
                () -> running.bean(TransactionTemplate.class)
                        .execute(status -> running.bean(JdbcClient.class)
                                .sql("select words from meeting.paragraph_words")
                                .query(String.class)
                                .list()));
    }

    @Test
    void hasOneAgendaThatThosePlanningForAllChange() {
        plan();
        MeetingView here = of(running.officer, running.id);
        sends(running.officer, here.address() + "/agenda/new", "version", "0", "item-words", "Frågor från alla");
        sends(facilitator, here.address() + "/agenda/new", "version", "0", "item-words", "Bara för oss");

        assertThat(page(director, of(director, second).address()))
                .contains("Frågor från alla")
                .doesNotContain("Bara för oss");
        long common = running.cast
                .behind()
                .sql("select min(id) from meeting.agenda_item where meeting = ?")
                .param(here.id())
                .query(Long.class)
                .single();
        MockHttpServletResponse refused =
                sends(facilitator, here.address() + "/agenda/" + common + "/removal", "version", "0");
        assertThat(RunningCase.text(refused)).contains("gemensam för hela omgången");
        sends(running.officer, here.address() + "/agenda/" + common + "/removal", "version", "0");
        assertThat(page(director, of(director, second).address())).doesNotContain("Varje enhet berättar om en sak");
    }

    @Test
    void isOnceInTheCalendarOfWhoeverComesInMoreThanOneCase() {
        plan();
        running.cast
                .behind()
                .sql(
                        "insert into meeting.invited (meeting, person, role) select id, ?, 'PROGRAMME_OFFICER' from meeting.meeting where gathering is not null on conflict do nothing")
                .param(running.officer)
                .update();

        assertThat(running.as(running.officer, () -> running.bean(Dates.class).mine(running.today, day().plusDays(1))))
                .extracting(each -> each.day())
                .containsExactly(day());
    }

    @Test
    void takesInACaseThatJoinsLater() {
        running.cast
                .behind()
                .sql("update partnership.partnership set standing = 'OFFERED' where id = ?")
                .param(second)
                .update();
        plan();
        running.cast
                .behind()
                .sql("update partnership.partnership set standing = 'RUNNING' where id = ?")
                .param(second)
                .update();
        MockHttpServletResponse answer = sends(
                running.officer,
                "/partnerships/" + second + "/meetings/series/closing-meeting",
                "version",
                "0",
                "day.share",
                day().plusDays(3).toString(),
                "time.share",
                "15:00");

        assertThat(answer.getStatus()).as(RunningCase.text(answer)).isEqualTo(303);
        assertThat(of(director, second).starts())
                .isEqualTo(of(running.director, running.id).starts());
        assertThat(running.as(
                        running.officer, () -> running.bean(Partnerships.class).live()))
                .hasSize(2);
    }
}
