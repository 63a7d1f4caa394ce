package se.samverkan.followup.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.UriComponentsBuilder;
import se.samverkan.followup.FollowUpStage;
import se.samverkan.partnership.RunningCase;
import se.samverkan.testing.SamverkanTest;

/** What a group decides becomes an intervention, an assignment or a commission, from a form that is filled in; each knows the other. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=followup")
class LedToTests {

    private static final String DECIDED = "Två lag till ska pröva överlämningsdagen";

    @Autowired
    WebApplicationContext application;

    private FollowUpStage stage;

    @BeforeEach
    void aCheckpointThatDecidesSomething() {
        stage = new FollowUpStage(application);
        assertThat(stage.writes(stage.plan.member, 0, "change", DECIDED).getStatus())
                .isEqualTo(303);
    }

    /** Where the door leads, as the browser follows it. */
    private String door(long person, String to) {
        MockHttpServletResponse answer = stage.people.running.asks(
                person,
                MockMvcRequestBuilders.get(stage.checkpoint() + "/follow-ons/form")
                        .param("decided", DECIDED)
                        .param("area", Long.toString(stage.plan.area().id()))
                        .param("to", to));
        return Objects.requireNonNullElse(answer.getRedirectedUrl(), Integer.toString(answer.getStatus()));
    }

    private static String in(String address, String name) {
        return UriComponentsBuilder.fromUriString(address)
                .build()
                .getQueryParams()
                .getFirst(name);
    }

    /** Opens the form as the browser does when it follows the door. */
    private String filled(long person, String address) {
        return RunningCase.text(
                stage.people.running.asks(person, MockMvcRequestBuilders.get(java.net.URI.create(address))));
    }

    private long meeting() {
        stage.sends(
                stage.people.running.officer,
                "/partnerships/" + stage.people.running.id + "/meetings/new",
                "version",
                "0",
                "name",
                "Träff om vägen vidare",
                "day",
                stage.people.running.today.plusDays(20).toString(),
                "time",
                "13:00",
                "minutes",
                "60",
                "roles",
                "HEAD_TEACHER",
                "go-on",
                "true");
        return stage.people
                .running
                .cast
                .behind()
                .sql("select max(id) from meeting.meeting where partnership = ?")
                .param(stage.people.running.id)
                .query(Long.class)
                .single();
    }

    @Test
    void becomesAnInterventionOfThePlan() {
        assertThat(stage.page(stage.plan.head, stage.checkpoint() + "/follow-ons/new"))
                .contains(DECIDED, "Lägg en ny insats i åtgärdsplanen");
        String door = door(stage.plan.head, "AMENDMENT");
        assertThat(filled(stage.plan.head, door))
                .contains(DECIDED, "Bestämt vid avstämningen", "name=\"comes-of\" value=\"" + stage.checkpoint());
        MockHttpServletResponse added = stage.sends(
                stage.plan.head,
                "/action-plans/" + stage.plan.id + "/parts",
                "version",
                "0",
                "kind",
                "INTERVENTION",
                "under",
                Long.toString(stage.plan.area().id()),
                "plan-title",
                DECIDED,
                "comes-of",
                stage.checkpoint());
        assertThat(added.getStatus()).isEqualTo(303);
        String part = "/action-plans/" + stage.plan.id + "/parts/"
                + Objects.requireNonNull(added.getRedirectedUrl()).replaceAll(".*#part-", "");
        assertThat(stage.page(stage.plan.member, stage.checkpoint())).contains(part, "ändring av planen");
        assertThat(stage.page(stage.plan.member, part)).contains("Kom ur avstämningen", stage.checkpoint());
    }

    @Test
    void becomesAnAssignmentInAMeeting() {
        long meeting = meeting();
        String door = door(stage.plan.head, "ASSIGNMENT-" + meeting);
        assertThat(filled(stage.plan.head, door)).contains(DECIDED, "Rut Rektor");
        assertThat(gives(stage.people.running.officer, meeting))
                .as("whoever does not see the checkpoint gives the assignment all the same")
                .isEqualTo(303);
        assertThat(stage.count(
                        "select count(*) from followup.follow_on f join followup.checkpoint c on c.id = f.checkpoint where c.plan = "
                                + stage.plan.id))
                .isZero();
        assertThat(gives(stage.plan.head, meeting)).isEqualTo(303);
        String page = stage.page(stage.plan.member, stage.checkpoint());
        assertThat(page).contains("uppdrag till någon", "/meetings/" + meeting + "/assignments/");
        String address = page.replaceAll("(?s).*(/meetings/" + meeting + "/assignments/\\d+).*", "$1");
        assertThat(stage.page(stage.plan.head, address)).contains("Kom ur avstämningen");
        assertThat(stage.page(stage.people.running.officer, address)).doesNotContain("Kom ur avstämningen");
    }

    private int gives(long person, long meeting) {
        return stage.sends(
                        person,
                        "/meetings/" + meeting + "/assignments/new",
                        "version",
                        "0",
                        "what",
                        DECIDED,
                        "who",
                        Long.toString(stage.plan.head),
                        "comes-of",
                        stage.checkpoint())
                .getStatus();
    }

    @Test
    void becomesACommissionOfTheOrganisersAndNotOfTheSchool() {
        assertThat(stage.page(stage.plan.head, stage.checkpoint() + "/follow-ons/new"))
                .contains("Ett uppdrag till en utförare ges av huvudmannen")
                .doesNotContain("Ge en utförare ett uppdrag");
        long director = stage.people.running.director;
        assertThat(stage.page(director, stage.checkpoint() + "/follow-ons/new")).contains("Ge en utförare ett uppdrag");
        String door = door(director, "COMMISSION");
        assertThat(in(door, "unit")).isEqualTo(Long.toString(stage.people.unit));
        assertThat(filled(director, door)).contains(DECIDED, "name=\"comes-of\"");
    }

    @Test
    void leadsNowhereElse() {
        assertThat(door(stage.plan.head, "//evil.example")).isEqualTo("404");
        assertThat(door(stage.people.running.stranger, "AMENDMENT")).isEqualTo("404");
        assertThat(door(stage.people.staff, "AMENDMENT")).isEqualTo("403");
    }
}
