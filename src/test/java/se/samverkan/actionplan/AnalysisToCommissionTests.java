package se.samverkan.actionplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.shared.Period;
import se.samverkan.testing.SamverkanTest;

/**
 * A school walks from what its analysis put first to a provider that says yes: the plan is written, read by the other side, adopted
 * by both parties, amended, and becomes a commission. Everybody does it on the pages that people use.
 */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=actionplan")
class AnalysisToCommissionTests {

    @Autowired
    WebApplicationContext application;

    private PlanStage stage;
    private String plan;

    @BeforeEach
    void anAnalysisWithItsFirstArea() {
        stage = new PlanStage(application);
        plan = "/action-plans/" + stage.id;
    }

    @Test
    void goesFromTheAnalysisToAProviderThatSaysYes() {
        assertThat(stage.page(stage.member, "")).contains("Överlämning", "Många når inte målen", "Ingen lämnar över");
        long intervention = written();
        read(intervention);
        adopted();
        commissioned();
    }

    private long written() {
        long area = stage.area().id();
        long goal = stage.add(PlanPartKind.GOAL, "Ingen börjar om", area, Map.of());
        stage.add(PlanPartKind.SIGN, "Elever visar sina arbeten", goal, Map.of(PlanField.WHOSE, "PUPILS"));
        stage.add(PlanPartKind.FOLLOW_UP, "Tre elever i varje klass", area, Map.of(PlanField.WHO, "arbetsgruppen"));
        List<PlanPart> causes = stage.parts().of(PlanPartKind.CAUSE);
        long intervention = intervention("Handledning i par", causes.getFirst(), stage.head);
        causes.stream().skip(1).forEach(cause -> intervention("Överlämningsdag", cause, stage.member));
        assertThat(stage.page(stage.member, "/thread")).contains("Tråden håller hela vägen");
        return intervention;
    }

    private long intervention(String title, PlanPart cause, long responsible) {
        return stage.add(
                PlanPartKind.INTERVENTION,
                title,
                stage.area().id(),
                Map.of(
                        PlanField.ANSWERS, Long.toString(cause.id()),
                        PlanField.MONDAY, "Sex par har en timme",
                        PlanField.RESPONSIBLE, Long.toString(responsible),
                        PlanField.PROVIDER, "Provuniversitetet",
                        PlanField.FIRST, "20271"));
    }

    private void read(long intervention) {
        does(
                stage.head,
                "/openings/actionplan/" + stage.id,
                "person",
                Long.toString(stage.people.facilitator),
                "until",
                LocalDate.now().plusDays(14).toString());
        String suggested = does(
                stage.people.facilitator,
                plan + "/parts/" + intervention + "/suggestions/MONDAY",
                "version",
                "0",
                "suggested-words",
                "Varje måndag klockan 14 har sex par en timme");
        assertThat(stage.people.page(stage.head, "/todo")).contains("Svara på ett förslag");
        does(stage.member, suggested + "/acceptance", "version", "0");
        assertThat(stage.page(stage.head, "")).contains("Varje måndag klockan 14 har sex par en timme");
    }

    private void adopted() {
        does(stage.head, plan + "/versions", "version", "0", "plan-adoption-words", "");
        assertThat(stage.people.page(stage.director, "/todo")).contains("Besluta om åtgärdsplanen för Ekskolan");
        does(stage.director, plan + "/versions/1/decision", "holds", "yes", "plan-decision-words", "");
        assertThat(stage.page(stage.head, "/versions")).contains("gäller");
    }

    private void commissioned() {
        String key = "u" + System.nanoTime();
        long university = stage.people
                .running
                .cast
                .behind()
                .sql("""
                        insert into organisation.organisation (kind, key, name, provider_kind, source)
                        values ('PROVIDER', ?, 'Provuniversitetet ' || ?, 'UNIVERSITY', 'test') returning id
                        """)
                .params(key, key)
                .query(Long.class)
                .single();
        long teacher = stage.people.running.cast.player("Lisa Lärosäte", Role.UNIVERSITY_COORDINATOR, university);
        Period now = Period.termOf(stage.people.running.today);
        Period first = now.compareTo(Period.ofKey(20264)) < 0 ? Period.ofKey(20264) : now.plusTerms(1);
        String commission = does(
                stage.people.running.coordinator,
                "/partnerships/" + stage.people.running.id + "/commissions/new",
                "version",
                "0",
                "provider",
                key,
                "commission-title",
                "Handledning i par",
                "commission-words",
                "Enligt planen",
                "units",
                Long.toString(stage.people.unit),
                "areas",
                "Överlämning",
                "first",
                Integer.toString(first.key()),
                "last",
                Integer.toString(first.plusTerms(1).key()),
                "answer-by",
                stage.people.running.today.plusDays(10).toString());
        does(teacher, commission, "version", "0", "deed", "ACCEPT", "words", "");
        assertThat(stage.people.page(stage.head, commission)).contains("Handledning i par", "Överlämning", "tackat ja");
        assertThat(stage.people.status(teacher, plan)).isIn(403, 404);
    }

    /** Sends a form that is taken, and says where it led. */
    private String does(long person, String address, String... fields) {
        MockHttpServletResponse answer = stage.people.sends(person, address, fields);
        assertThat(answer.getStatus()).as(address).isIn(302, 303);
        return String.valueOf(answer.getRedirectedUrl());
    }
}
