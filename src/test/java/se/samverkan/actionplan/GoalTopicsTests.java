package se.samverkan.actionplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.meeting.Discussable;
import se.samverkan.meeting.Discussable.Topic;
import se.samverkan.testing.SamverkanTest;

/** A goal is talked about in meetings: it can be chosen for an agenda, and its page tells at which meetings it was. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=actionplan")
class GoalTopicsTests {

    @Autowired
    WebApplicationContext application;

    private PlanStage stage;
    private long goal;

    @BeforeEach
    void aGoal() {
        stage = new PlanStage(application);
        goal = stage.add(
                PlanPartKind.GOAL, "Alla når E i matematik", stage.area().id(), Map.of());
    }

    private List<Topic> goals(long person) {
        return stage.people.as(
                person,
                () -> application.getBeanProvider(Discussable.class).stream()
                        .filter(each -> each.kind().equals("goal"))
                        .flatMap(each -> each.of(stage.people.running.id, Optional.of(stage.people.unit)).stream())
                        .toList());
    }

    private void talk(String standing, String words) {
        stage.people
                .running
                .cast
                .behind()
                .sql("""
                        with met as (
                            insert into meeting.meeting (partnership, owner_organisation, organiser, unit, name_sv, starts_at,
                                ends_at, standing, made_by)
                            values (:partnership, :agency, :organiser, :unit, 'Träff två', now(), now() + interval '1 hour', :standing,
                                :by)
                            returning id
                        ) insert into meeting.agenda_item (meeting, position, words_sv, about_kind, about_id)
                        select id, 1, :words, 'goal', :goal from met
                        """)
                .param("partnership", stage.people.running.id)
                .param("agency", stage.people.running.agency)
                .param("organiser", stage.people.running.organiser)
                .param("unit", stage.people.unit)
                .param("standing", standing)
                .param("by", stage.head)
                .param("words", words)
                .param("goal", Long.toString(goal))
                .update();
    }

    @Test
    void canBeChosenByThoseWhoReadThePlan() {
        assertThat(goals(stage.head))
                .singleElement()
                .satisfies(topic -> assertThat(topic.name().sv()).isEqualTo("Alla når E i matematik"))
                .satisfies(
                        topic -> assertThat(topic.address()).isEqualTo("/action-plans/" + stage.id + "/parts/" + goal));
        assertThat(goals(stage.people.running.officer))
                .as("a draft of the unit's")
                .isEmpty();
    }

    @Test
    void tellsAtWhichMeetingsItStandsOnTheAgenda() {
        talk("PLANNED", "Hur går det?");
        talk("CANCELLED", "Det här blev inte av");

        assertThat(stage.people.page(stage.head, "/action-plans/" + stage.id + "/parts/" + goal))
                .contains("Träffar där målet tas upp", "Träff två", "Hur går det?")
                .doesNotContain("Det här blev inte av");
    }
}
