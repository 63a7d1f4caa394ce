package se.samverkan.actionplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.ActingAs;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.actionplan.content.PlanWriting;
import se.samverkan.partnership.RunningCase;
import se.samverkan.shared.Period;
import se.samverkan.statistics.Figure;
import se.samverkan.statistics.Intake;
import se.samverkan.statistics.Intake.Provenance;
import se.samverkan.statistics.Observation;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.Observation.Subject;
import se.samverkan.testing.SamverkanTest;

/** A working group writes the plan of its school, from the causes in the analysis, on good days and on bad. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=actionplan")
class PlanTests {

    @Autowired
    WebApplicationContext application;

    private PlanStage stage;
    private long area;

    @BeforeEach
    void aPlan() {
        stage = new PlanStage(application);
        area = stage.area().id();
    }

    @Test
    void beginsFilledFromTheAnalysis() {
        PlanPart filled = stage.area();

        assertThat(filled.title()).isEqualTo("Överlämning");
        assertThat(filled.number()).isEqualTo(1);
        assertThat(filled.text(PlanField.PROBLEM)).isEqualTo("Många når inte målen");
        assertThat(filled.text(PlanField.EVIDENCE)).contains("En av fyra når inte E");
        assertThat(stage.parts().below(filled, PlanPartKind.CAUSE))
                .extracting(PlanPart::title)
                .containsExactlyInAnyOrder("Vi börjar om varje höst", "Ingen lämnar över");
        assertThat(stage.people.as(stage.head, () -> stage.plans().begin(stage.people.running.id, stage.people.unit)))
                .isEqualTo(stage.id);
        assertThat(stage.people.as(
                        stage.member, () -> stage.people.bean(PlanAreas.class).ofPartnership(stage.people.running.id)))
                .singleElement()
                .satisfies(each -> assertThat(each.causes()).hasSize(2));
    }

    @Test
    void isNotSeenByASiblingSchoolNorByTheOtherSideUntilItIsOpened() {
        String address = "/action-plans/" + stage.id;
        assertThat(stage.people.status(stage.people.running.otherHeadTeacher, address))
                .isEqualTo(404);
        assertThat(stage.people.status(stage.people.facilitator, address)).isEqualTo(404);
        assertThat(stage.people.status(stage.people.researcher, address)).isEqualTo(404);
        assertThat(stage.people
                        .sends(
                                stage.head,
                                "/openings/actionplan/" + stage.id,
                                "person",
                                Long.toString(stage.people.facilitator),
                                "until",
                                LocalDate.now().plusDays(7).toString())
                        .getStatus())
                .isEqualTo(303);
        assertThat(stage.page(stage.people.facilitator, "")).contains("Överlämning");
        assertThat(stage.people.status(stage.people.facilitator, address + "/parts/" + area))
                .isEqualTo(200);
        assertThat(stage.people
                        .sends(
                                stage.people.facilitator,
                                address + "/parts/" + area,
                                "version",
                                "0",
                                "plan-title",
                                "Nej")
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void refusesATargetThatIsWorseThanTheBaseline() {
        Map<PlanField, String> fields = Map.of(
                PlanField.SCALE,
                "Lektioner",
                PlanField.BETTER,
                "HIGHER",
                PlanField.BASELINE,
                "5",
                PlanField.TARGET,
                "3");
        assertThat(stage.refused(PlanPartKind.GOAL, area, fields)).isEqualTo("actionplan.refusal.target-worse");
    }

    @Test
    void refusesTermsBeforeAndAfterThePartnership() {
        assertThat(stage.refused(PlanPartKind.INTERVENTION, area, Map.of(PlanField.FIRST, "20251")))
                .isEqualTo("actionplan.refusal.term-early");
        assertThat(stage.refused(PlanPartKind.INTERVENTION, area, Map.of(PlanField.LAST, "20391")))
                .isEqualTo("actionplan.refusal.term-late");
        assertThat(stage.refused(
                        PlanPartKind.INTERVENTION, area, Map.of(PlanField.FIRST, "20271", PlanField.LAST, "20264")))
                .isEqualTo("actionplan.refusal.terms-turned");
    }

    @Test
    void freezesABaselineAndRefusesOneThatIsMasked() {
        publish(new Figure.Masked(".."));
        Map<PlanField, String> fields = Map.of(PlanField.INDICATOR, "gr9-passed-all", PlanField.TARGET, "80");
        assertThat(stage.refused(PlanPartKind.GOAL, area, fields)).isEqualTo("actionplan.refusal.masked");

        publish(new Figure.Exact(62.5, "62,5"));
        long goal = stage.add(PlanPartKind.GOAL, "Fler når målen", area, fields);
        assertThat(stage.part(goal).text(PlanField.BASELINE)).isEqualTo("62.5");
        assertThat(stage.part(goal).text(PlanField.BETTER)).isEqualTo("HIGHER");
        assertThat(stage.part(goal).says(PlanField.BASELINE_IMPORT)).isTrue();

        publish(new Figure.Exact(70, "70"));
        stage.change(goal, PlanField.TARGET, "85");
        assertThat(stage.part(goal).text(PlanField.BASELINE)).isEqualTo("62.5");
        assertThat(stage.page(stage.member, "/parts/" + goal)).contains("Utgångsläget är fryst");
    }

    private void publish(Figure figure) {
        String school = stage.people
                .running
                .cast
                .behind()
                .sql("select key from organisation.unit where id = ?")
                .param(stage.people.unit)
                .query(String.class)
                .single();
        stage.people
                .bean(ActingAs.class)
                .console(() -> stage.people
                        .bean(TransactionTemplate.class)
                        .execute(status -> stage.people
                                .bean(Intake.class)
                                .take(
                                        Stream.of(new Observation(
                                                new Subject.OfUnit(school),
                                                "gr9-passed-all",
                                                Breakdown.ALL,
                                                Period.schoolYear(
                                                        LocalDate.now().getYear() - 2),
                                                figure,
                                                48)),
                                        new Provenance(
                                                "test", "SKOLVERKET", LocalDate.of(2026, 10, 1), new byte[32]))));
    }

    @Test
    void keepsBothTextsWhenTwoWriteAtOnce() {
        PlanPart before = stage.area();
        stage.change(area, PlanField.EFFECT, "Den första");
        MockHttpServletResponse second = stage.people.sends(
                stage.head,
                "/action-plans/" + stage.id + "/parts/" + area,
                "version",
                Integer.toString(before.version()),
                "plan-title",
                before.title(),
                "seen.plan-title",
                before.title(),
                "plan-problem",
                before.text(PlanField.PROBLEM),
                "seen.plan-problem",
                before.text(PlanField.PROBLEM),
                "plan-evidence",
                before.text(PlanField.EVIDENCE),
                "seen.plan-evidence",
                before.text(PlanField.EVIDENCE),
                "plan-words",
                "",
                "seen.plan-words",
                "",
                "seen.plan-effect",
                "",
                "plan-effect",
                "Den andra");

        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(RunningCase.text(second)).contains("Den första", "Den andra");
    }

    @Test
    void takesAPartBackWithWhatStoodUnderIt() {
        long goal = stage.add(PlanPartKind.GOAL, "Ingen börjar om", area, Map.of());
        stage.add(PlanPartKind.SIGN, "Elever visar arbeten", goal, Map.of());
        stage.people.does(stage.member, () -> stage.writing().remove(stage.id, goal));
        assertThat(stage.parts().of(PlanPartKind.SIGN)).isEmpty();
        assertThat(stage.page(stage.member, "/removed")).contains("Ingen börjar om");

        stage.people.does(stage.member, () -> stage.writing().restore(stage.id, goal));
        assertThat(stage.parts().of(PlanPartKind.SIGN)).hasSize(1);
    }

    @Test
    void listsEveryBreakInTheThread() {
        long intervention = stage.whole();
        assertThat(stage.page(stage.member, "/thread"))
                .contains(
                        "Målet ”Ingen börjar om” har inget synligt tecken",
                        "Ingen insats svarar på orsaken ”Ingen lämnar över”",
                        "svarar inte på någon orsak",
                        "Ingen är ansvarig för insatsen",
                        "Det står inte hur området ”Överlämning” följs upp");
        stage.change(intervention, PlanField.RESPONSIBLE, Long.toString(stage.member));
        assertThat(stage.page(stage.member, "/thread")).doesNotContain("Ingen är ansvarig för insatsen");
    }

    @Test
    void handsOverAllThatSomebodyWhoLeavesIsResponsibleFor() {
        for (int i = 0; i < 10; i++) {
            long added = stage.add(
                    PlanPartKind.INTERVENTION,
                    "Insats " + i,
                    area,
                    Map.of(PlanField.RESPONSIBLE, Long.toString(stage.member), PlanField.FIRST, "20271"));
            assertThat(stage.part(added).number()).isEqualTo(i + 1);
        }
        assertThat(stage.page(stage.head, "/terms")).contains("Moa Medlem", "Lämna över");
        int moved = stage.people.as(
                stage.head, () -> stage.people.bean(PlanWriting.class).handOver(stage.id, stage.member, stage.head));

        assertThat(moved).isEqualTo(10);
        assertThat(stage.parts().of(PlanPartKind.INTERVENTION))
                .allSatisfy(part -> assertThat(part.text(PlanField.RESPONSIBLE)).isEqualTo(Long.toString(stage.head)));
        assertThat(stage.people.refusal(
                        stage.head,
                        () -> stage.writing().handOver(stage.id, stage.head, stage.people.running.stranger)))
                .isEqualTo("actionplan.refusal.not-colleague");
    }

    @Test
    void saysWhenATermTakesMoreHoursThanTheStaffHas() {
        stage.add(
                PlanPartKind.INTERVENTION,
                "Handledning",
                area,
                Map.of(PlanField.FIRST, "20271", PlanField.LAST, "20274", PlanField.HOURS, "120"));
        assertThat(stage.people
                        .sends(stage.head, "/action-plans/" + stage.id + "/hours", "staff-hours", "100")
                        .getStatus())
                .isEqualTo(303);
        assertThat(stage.page(stage.head, "/terms")).contains("för många");
        assertThat(stage.page(stage.head, "")).contains("VT27 tar 120 timmar, men personalen har 100");
    }

    @Test
    void showsItsPages() {
        stage.whole();
        assertThat(stage.page(stage.member, "")).contains("Åtgärdsplan för Ekskolan", "Lägg till mål");
        assertThat(stage.page(stage.member, "/wall")).contains("Det här gör vi på Ekskolan", "Lärarna läser");
        assertThat(stage.page(stage.member, "/checks")).contains("Går varje insats att följa bakåt till en orsak");
        assertThat(stage.page(stage.member, "/parts/new?kind=INTERVENTION&under=" + area))
                .contains("Vem gör vad annorlunda på måndag?", "Ingen lämnar över", "HT 2026");
        assertThat(stage.people.page(stage.head, "/partnerships/" + stage.people.running.id + "/action-plans"))
                .contains("Ekskolan");
        assertThat(stage.people.page(stage.head, "/partnerships/" + stage.people.running.id))
                .contains("Åtgärdsplaner");
    }
}
