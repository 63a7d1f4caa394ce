package se.samverkan.partnership.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDos;
import se.samverkan.partnership.RunningCase;
import se.samverkan.partnership.staffing.StoredStaffing.Draft;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.SamverkanTest;

/** A partnership is staffed: each side its own, for a time; and the page says who is missing. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=partnership")
class StaffingTests {

    @Autowired
    WebApplicationContext application;

    private RunningCase stage;
    private long facilitator;

    @BeforeEach
    void aCase() {
        stage = new RunningCase(application);
        facilitator = stage.cast.person("Pia Processtödjare", stage.agency);
    }

    private CaseStaffing staffing() {
        return stage.bean(CaseStaffing.class);
    }

    private Draft facilitating(LocalDate from, LocalDate to) {
        return new Draft(Role.PROCESS_FACILITATOR, Optional.empty(), Optional.empty(), from, Optional.ofNullable(to));
    }

    private Draft member(StandsFor stands) {
        return new Draft(
                Role.WORKING_GROUP, Optional.of(stage.school), Optional.of(stands), stage.today, Optional.empty());
    }

    private void gives(long by, long person, Draft draft) {
        stage.does(by, () -> staffing().give(stage.id, person, draft));
    }

    private String refusal(long by, long person, Draft draft) {
        return stage.refusal(by, () -> staffing().give(stage.id, person, draft)).reason();
    }

    private List<PersonInCase> people(long reader) {
        return stage.as(reader, () -> stage.bean(CasePeople.class).all(stage.id));
    }

    private PersonInCase role(long person) {
        return people(stage.officer).stream()
                .filter(each -> each.person() == person)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void opensTheCaseForWhoeverGetsARoleAndClosesItByItself() {
        assertThat(stage.knows(facilitator)).isFalse();

        gives(stage.officer, facilitator, facilitating(stage.today.minusDays(9), stage.today));

        assertThat(stage.knows(facilitator)).isTrue();
        assertThat(stage.told("partnership.staffed", stage.agency)).isEqualTo(1);
        stage.cast
                .behind()
                .sql("update access.assignment set valid_to = access.today() - 1 where person = ?")
                .param(facilitator)
                .update();
        assertThat(stage.knows(facilitator)).as("the day after the last day").isFalse();
        assertThat(role(facilitator).state()).isEqualTo(PersonInCase.State.ENDED);
    }

    @Test
    void tellsWhoIsWhoWhereverTheRoleIsHeld() {
        stage.cast
                .behind()
                .sql("update access.assignment set acting = true where person = ?")
                .param(stage.headTeacher)
                .update();
        gives(stage.officer, facilitator, facilitating(stage.today.plusDays(9), null));

        assertThat(people(stage.director))
                .extracting(PersonInCase::person)
                .contains(stage.officer, stage.director, stage.coordinator, stage.headTeacher, facilitator)
                .doesNotContain(stage.stranger);
        assertThat(people(stage.stranger)).isEmpty();
        assertThat(stage.page(stage.director, "/people"))
                .contains("Rut Rektor", "tillförordnad", "Kommande", "Hanna Handläggare", "Pia Processtödjare");
        assertThat(stage.asks(stage.stranger, MockMvcRequestBuilders.get("/partnerships/" + stage.id + "/people"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void saysWhoIsMissingAndWhatIsLoose() {
        assertThat(stage.page(stage.officer, "/people")).contains("Det saknas 2. Programmet vill ha minst 2.");

        gives(stage.officer, facilitator, facilitating(stage.today, null));
        assertThat(stage.page(stage.officer, "/people")).contains("Det saknas en. Programmet vill ha minst 2.");

        gives(stage.officer, stage.cast.person("Per", stage.agency), facilitating(stage.today, null));
        assertThat(stage.page(stage.officer, "/people")).contains("i par");
    }

    @Test
    void tellsOfAWorkingGroupWithoutATeacher() {
        gives(stage.headTeacher, stage.headTeacher, member(StandsFor.LEADERSHIP));
        assertThat(stage.page(stage.headTeacher, "/people")).contains("Ingen i gruppen är lärare");

        gives(stage.coordinator, stage.cast.person("Lena Lärare", stage.organiser), member(StandsFor.TEACHER));
        assertThat(stage.page(stage.headTeacher, "/people")).doesNotContain("Ingen i gruppen är lärare");
        assertThat(stage.told("partnership.staffed", stage.organiser)).isEqualTo(2);
    }

    @Test
    void letsEachSideStaffItsOwnOnly() {
        String notYours = "partnership.staffing.refusal.not-yours";
        assertThat(refusal(stage.officer, facilitator, member(StandsFor.TEACHER)))
                .isEqualTo(notYours);
        assertThat(refusal(stage.coordinator, facilitator, facilitating(stage.today, null)))
                .isEqualTo(notYours);
        assertThat(refusal(stage.otherHeadTeacher, facilitator, member(StandsFor.TEACHER)))
                .isEqualTo(notYours);
        assertThat(stage.refusal(
                                stage.stranger, () -> staffing().give(stage.id, facilitator, member(StandsFor.TEACHER)))
                        .kind())
                .isEqualTo(Refusal.Kind.NOT_SEEN);
        assertThat(refusal(
                        stage.officer,
                        facilitator,
                        new Draft(
                                Role.ADMINISTRATOR, Optional.empty(), Optional.empty(), stage.today, Optional.empty())))
                .isEqualTo(notYours);
    }

    @Test
    void refusesTwiceTooManyBackwardsAndAfterTheEnd() {
        gives(stage.officer, facilitator, facilitating(stage.today, stage.today.plusDays(9)));
        assertThat(refusal(stage.officer, facilitator, facilitating(stage.today.plusDays(5), null)))
                .isEqualTo("partnership.staffing.refusal.twice");
        for (int i = 0; i < 3; i++) {
            gives(stage.officer, stage.cast.person("P" + i, stage.agency), facilitating(stage.today, null));
        }
        long fifth = stage.cast.person("Femte", stage.agency);
        assertThat(refusal(stage.officer, fifth, facilitating(stage.today, null)))
                .isEqualTo("partnership.staffing.refusal.full");
        gives(stage.officer, fifth, facilitating(stage.today.plusDays(10), null));
        assertThat(refusal(
                        stage.officer,
                        stage.cast.person("Sjätte", stage.agency),
                        facilitating(stage.today, stage.today.minusDays(1))))
                .isEqualTo("refusal.assignment.ends-before-it-begins");
        stage.stand("DISCONTINUED");
        assertThat(refusal(stage.officer, facilitator, facilitating(stage.today.plusDays(99), null)))
                .isEqualTo("partnership.staffing.refusal.ended");
    }

    @Test
    void invitesSomebodyNewWithALinkAndKnowsAnAddressAgain() {
        String address = "ny" + System.nanoTime() + "@prov.example";
        MockHttpServletResponse answer = invites(stage.headTeacher, address, "Nina Nyanställd");

        assertThat(answer.getStatus()).isEqualTo(200);
        String link = RunningCase.text(answer).replaceAll("(?s).*(/welcome/[\\w-]+).*", "$1");
        assertThat(stage.asks(stage.headTeacher, MockMvcRequestBuilders.get(link))
                        .getStatus())
                .isEqualTo(200);
        assertThat(people(stage.headTeacher))
                .anySatisfy(each -> assertThat(each.name().name()).isEqualTo("Nina Nyanställd"));
        assertThat(stage.told("person.invited", stage.organiser)).isEqualTo(1);

        MockHttpServletResponse again = invites(stage.officer, address, "Någon annan");
        assertThat(again.getRedirectedUrl()).isEqualTo("/partnerships/" + stage.id + "/people");
        assertThat(stage.page(stage.officer, "/people")).doesNotContain("Någon annan");
    }

    private MockHttpServletResponse invites(long by, String address, String name) {
        boolean officer = by == stage.officer;
        return stage.sends(
                by,
                "/people",
                "role",
                officer ? "ANALYST" : "WORKING_GROUP",
                "unit",
                officer ? "" : Long.toString(stage.school),
                "person",
                "new",
                "name",
                name,
                "email",
                address,
                "stands-for",
                "TEACHER",
                "from",
                stage.today.toString());
    }

    @Test
    void comesBackWholeWhenTheFormIsWrong() {
        MockHttpServletResponse answer = stage.sends(
                stage.officer, "/people", "role", "PROCESS_FACILITATOR", "unit", "", "person", "new", "name", "Bo");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(RunningCase.text(answer)).contains("value=\"Bo\"", "Skriv den första dagen");
    }

    @Test
    void showsBothTextsToTheOneWhoComesSecond() {
        gives(stage.officer, facilitator, facilitating(stage.today, null));
        String address = "/people/" + role(facilitator).assignment();
        String from = stage.today.toString();
        String first = stage.today.plusDays(30).toString();
        String second = stage.today.plusDays(60).toString();

        assertThat(moves(address, from, first).getRedirectedUrl()).contains("/handovers/new?leaver=");
        MockHttpServletResponse conflict = moves(address, from, second);

        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(RunningCase.text(conflict)).contains(first, second);
        assertThat(role(facilitator).to()).contains(stage.today.plusDays(30));
        assertThat(stage.told("partnership.restaffed", stage.agency)).isEqualTo(1);
    }

    private MockHttpServletResponse moves(String address, String from, String to) {
        return stage.sends(
                stage.officer, address, "version", "0", "from", from, "to", to, "seen.from", from, "seen.to", "");
    }

    @Test
    void waitsInTheToDosOfTheOneWhoCanFillThePlace() {
        assertThat(todos(stage.officer)).hasSize(1);
        assertThat(todos(stage.headTeacher)).hasSize(1);
        assertThat(todos(stage.coordinator)).hasSize(1);
        assertThat(todos(stage.stranger)).isEmpty();
        assertThat(todos(facilitator)).isEmpty();

        gives(stage.officer, facilitator, facilitating(stage.today, null));
        gives(stage.officer, stage.cast.person("Per", stage.agency), facilitating(stage.today, null));

        assertThat(todos(stage.officer)).isEmpty();
        assertThat(stage.as(stage.officer, () -> stage.bean(CaseStaffing.class).people(stage.id)))
                .isNotEmpty();
    }

    private List<ToDo> todos(long person) {
        return stage.as(person, () -> stage.bean(ToDos.class).mine()).stream()
                .filter(each -> each.key().equals("partnership.staffing.todo"))
                .toList();
    }
}
