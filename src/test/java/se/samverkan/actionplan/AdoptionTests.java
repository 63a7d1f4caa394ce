package se.samverkan.actionplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.agreement.text.AgreementText;
import se.samverkan.agreement.text.Agreements;
import se.samverkan.agreement.text.BeginningAgreements;
import se.samverkan.partnership.RunningCase;
import se.samverkan.records.document.DocumentView;
import se.samverkan.records.document.Documents;
import se.samverkan.records.document.RecordRef;
import se.samverkan.shared.Money;
import se.samverkan.testing.SamverkanTest;

/** A plan is adopted by its head teacher and by its organiser, and amended with reasons from then on. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=actionplan")
class AdoptionTests {

    @Autowired
    WebApplicationContext application;

    private PlanStage stage;

    @BeforeEach
    void aPlan() {
        stage = new PlanStage(application);
    }

    private MockHttpServletResponse adopt(long person, int last, String words) {
        return stage.people.sends(
                person,
                "/action-plans/" + stage.id + "/versions",
                "version",
                Integer.toString(last),
                "plan-adoption-words",
                words);
    }

    private MockHttpServletResponse decide(long person, int number, String holds, String words) {
        return stage.people.sends(
                person,
                "/action-plans/" + stage.id + "/versions/" + number + "/decision",
                "holds",
                holds,
                "plan-decision-words",
                words);
    }

    @Test
    void isNotAdoptedWithoutGoalsAndInterventions() {
        MockHttpServletResponse refused = adopt(stage.head, 0, "");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(RunningCase.text(refused)).contains("saknar mål eller insats");
    }

    @Test
    void isAdoptedByTheHeadTeacherAndThenByTheOrganiser() {
        stage.whole();
        assertThat(adopt(stage.member, 0, "").getStatus()).isEqualTo(403);
        assertThat(adopt(stage.head, 0, "").getStatus()).isEqualTo(303);
        assertThat(stage.page(stage.head, "/versions")).contains("väntar på huvudmannen");
        assertThat(planned()).isEmpty();
        assertThat(decide(stage.head, 1, "yes", "").getStatus()).isEqualTo(403);
        assertThat(decide(stage.director, 1, "yes", "").getStatus()).isEqualTo(303);
        assertThat(stage.page(stage.head, "/versions")).contains("gäller", "fastställde den för huvudmannen");
        assertThat(planned())
                .singleElement()
                .satisfies(each -> assertThat(each.title()).isEqualTo("Överlämningsdag"));
        assertThat(stage.people.running.told("actionplan.approved", stage.people.running.organiser))
                .isEqualTo(1);
    }

    private List<PlannedInterventions.PlannedIntervention> planned() {
        return stage.people.as(
                stage.member,
                () -> stage.people.bean(PlannedInterventions.class).ofPartnership(stage.people.running.id));
    }

    @Test
    void isSentBackWithAReason() {
        stage.whole();
        adopt(stage.head, 0, "");
        assertThat(decide(stage.director, 1, "no", "").getStatus()).isEqualTo(422);
        assertThat(decide(stage.director, 1, "no", "Vem tar rastvakten?").getStatus())
                .isEqualTo(303);
        assertThat(stage.page(stage.head, "/versions")).contains("tillbakaskickad", "Vem tar rastvakten?");
        assertThat(decide(stage.director, 1, "yes", "").getStatus()).isEqualTo(422);
        assertThat(adopt(stage.head, 1, "").getStatus()).isEqualTo(303);
    }

    @Test
    void isAmendedWithAReasonAndNotWhileSomethingWaits() {
        long intervention = stage.whole();
        adopt(stage.head, 0, "");
        decide(stage.director, 1, "yes", "");
        assertThat(RunningCase.text(adopt(stage.head, 1, "Därför"))).contains("Inget har ändrats");
        stage.change(intervention, PlanField.MONDAY, "Lärarna läser två arbeten");
        assertThat(RunningCase.text(adopt(stage.head, 1, ""))).contains("Skriv varför ni ändrar planen");
        assertThat(adopt(stage.head, 1, "En dag räckte inte").getStatus()).isEqualTo(303);
        stage.change(intervention, PlanField.MONDAY, "Lärarna läser tre arbeten");
        MockHttpServletResponse waits = adopt(stage.head, 2, "En till");
        assertThat(waits.getStatus()).isEqualTo(422);
        assertThat(RunningCase.text(waits)).contains("En version väntar redan", "det du skriver i planen sparas");
        assertThat(planned())
                .singleElement()
                .satisfies(each -> assertThat(each.monday()).isEqualTo("Lärarna läser"));
        assertThat(stage.page(stage.head, "/versions/1/comparison?with=2"))
                .contains("<ins>")
                .contains("två arbeten");
    }

    @Test
    void becomesADocumentOnceItHolds() {
        stage.whole();
        stage.add(PlanPartKind.OTHER_WORK, "Nytt schemasystem", 0, Map.of());
        adopt(stage.head, 0, "");
        String paper = "/action-plans/" + stage.id + "/versions/1/paper";
        decide(stage.director, 1, "yes", "");
        assertThat(stage.people.sends(stage.head, paper).getStatus()).isIn(302, 303);
        List<DocumentView> documents = stage.people.as(
                stage.head,
                () -> stage.people.bean(Documents.class).of(new RecordRef("actionplan", Long.toString(stage.id))));
        assertThat(documents).singleElement().satisfies(document -> {
            assertThat(document.state()).isEqualTo(DocumentView.State.ADOPTED);
            assertThat(document.title()).isEqualTo("Åtgärdsplan för Ekskolan");
        });
        assertThat(stage.people.file(stage.member, "/action-plans/" + stage.id + "/versions/1/document.pdf"))
                .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(stage.people.file(stage.member, "/action-plans/" + stage.id + "/versions/0/document.docx"))
                .isNotEmpty();
    }

    @Test
    void givesTheAgreementItsFirstInterventionsOnceThePlanIsOpenToTheOfficer() {
        long officer = stage.people.running.officer;
        long intervention = stage.whole();
        stage.change(intervention, PlanField.COST, "25000");
        stage.change(intervention, PlanField.RESPONSIBLE_ROLE, "Rektor");
        adopt(stage.head, 0, "");
        decide(stage.director, 1, "yes", "");
        stage.people.sends(
                stage.head,
                "/openings/actionplan/" + stage.id,
                "person",
                Long.toString(officer),
                "until",
                stage.people.running.today.plusDays(7).toString());
        Agreements agreements = stage.people.bean(Agreements.class);
        AgreementText text = stage.people.as(
                officer,
                () -> agreements
                        .agreement(stage.people.bean(BeginningAgreements.class).begin(stage.people.running.id))
                        .working()
                        .orElseThrow()
                        .text());

        assertThat(text.interventions()).singleElement().satisfies(each -> {
            assertThat(each.what()).isEqualTo("Överlämningsdag");
            assertThat(each.responsible()).isEqualTo("Rektor, Ekskolan");
            assertThat(each.cost()).isEqualTo(Money.kronor(25_000));
        });
    }
}
