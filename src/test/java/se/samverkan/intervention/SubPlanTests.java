package se.samverkan.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.actionplan.PlanDays;
import se.samverkan.intervention.commission.Deed;
import se.samverkan.notice.CalendarSource;
import se.samverkan.notice.ToDoSource;
import se.samverkan.testing.SamverkanTest;

/** A commission is planned in detail by both sides: proposed, agreed to, countered and changed, and nothing that was agreed is lost. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=intervention")
class SubPlanTests {

    @Autowired
    WebApplicationContext application;

    private CommissionStage stage;
    private String plan;

    @BeforeEach
    void anAcceptedCommission() {
        stage = new CommissionStage(application);
        plan = stage.plan(stage.id);
    }

    private String page(long person) {
        return stage.stage.theCase.page(person, plan);
    }

    @Test
    void isSeenByTheOtherSideWhenItIsProposedAndHoldsWhenItIsAgreedTo() {
        stage.begin(stage.provider, stage.id);
        stage.add(stage.provider, stage.id, stage.occasion("Första träffen", stage.today.plusDays(20)));
        assertThat(page(stage.provider)).contains("Ert utkast", "Första träffen", "Arbetslag 4–6");
        assertThat(page(stage.client)).doesNotContain("Första träffen");
        stage.propose(stage.provider, stage.id);

        assertThat(page(stage.client)).contains("Utföraren föreslår en plan", "Första träffen", "Vi går med på planen");
        assertThat(page(stage.head)).doesNotContain("Första träffen");
        assertThat(waiting(stage.client)).contains("occasion.todo.proposed");
        stage.goes(stage.answers(stage.client, stage.id, "AGREE", ""));

        assertThat(page(stage.head)).contains("Version 1, överenskommen av båda", "Första träffen");
        assertThat(waiting(stage.client)).doesNotContain("occasion.todo.proposed");
        for (long other : List.of(stage.stage.adviser, stage.stage.theCase.running.stranger)) {
            assertThat(stage.stage.theCase.status(other, plan)).isEqualTo(404);
        }
        assertThat(stage.stage.theCase.running.told("commission.plan-agreed", stage.stage.theCase.running.organiser))
                .isEqualTo(1);
        assertThat(calendar(stage.provider)).isEqualTo(1);
        assertThat(calendar(stage.head)).isEqualTo(1);
        assertThat(inTheYearOfThePlan(stage.head)).contains("Första träffen");
        assertThat(inTheYearOfThePlan(stage.stage.adviser)).isEmpty();
    }

    private List<String> inTheYearOfThePlan(long person) {
        return stage.stage.as(
                person,
                () -> application.getBeansOfType(PlanDays.class).values().stream()
                        .flatMap(each -> each
                                .of(
                                        stage.stage.theCase.running.id,
                                        Optional.empty(),
                                        stage.today,
                                        stage.today.plusDays(60))
                                .stream())
                        .map(PlanDays.Planned::name)
                        .toList());
    }

    private List<String> waiting(long person) {
        return stage.stage.as(
                person,
                () -> application.getBeansOfType(ToDoSource.class).values().stream()
                        .flatMap(each -> each.mine().stream())
                        .map(each -> each.key())
                        .toList());
    }

    private long calendar(long person) {
        return stage.stage.as(
                person,
                () -> application.getBeansOfType(CalendarSource.class).values().stream()
                        .flatMap(each -> each.mine(stage.today, stage.today.plusDays(60)).stream())
                        .filter(each -> each.id().startsWith("occasion-"))
                        .count());
    }

    @Test
    void showsEachSideWhatDiffersAndIsCounteredUntilBothAgree() {
        stage.planned();
        long second = stage.occasion("Andra träffen");
        stage.begin(stage.client, stage.id);
        stage.goes(stage.sends(
                stage.client,
                plan + "/draft/occasions/" + second,
                stage.occasion("Andra träffen", stage.today.plusDays(31), "time", "8:30")));
        stage.propose(stage.client, stage.id);
        assertThat(page(stage.provider)).contains("Beställaren föreslår en plan", "Ändrad", "13.00", "08.30");

        MockHttpServletResponse silent = stage.answers(stage.provider, stage.id, "REFUSE", "");
        assertThat(silent.getStatus()).isEqualTo(422);
        stage.begin(stage.provider, stage.id);
        stage.add(stage.provider, stage.id, stage.occasion("Tredje träffen", stage.today.plusDays(60)));
        stage.propose(stage.provider, stage.id);
        assertThat(page(stage.client)).contains("Tredje träffen", "ersattes av ett annat");
        assertThat(page(stage.head)).contains("Version 1").doesNotContain("Tredje träffen", "08.30");
        stage.goes(stage.answers(stage.client, stage.id, "AGREE", "Bra"));
        assertThat(page(stage.head)).contains("Version 2", "Tredje träffen", "08.30");
    }

    @Test
    void isNotProposedOverWhatSomebodyHasNotSeen() {
        stage.planned();
        stage.begin(stage.client, stage.id);
        stage.begin(stage.provider, stage.id);
        stage.add(stage.provider, stage.id, stage.occasion("Tredje träffen", stage.today.plusDays(60)));
        stage.propose(stage.provider, stage.id);
        MockHttpServletResponse unseen = stage.sends(
                stage.client, plan + "/proposal", "version", "0", "standing", "0-0", "proposal-words", "Mitt förslag");
        assertThat(unseen.getStatus()).isEqualTo(422);
        assertThat(InterventionStage.text(unseen)).contains("har ändrats sedan du öppnade sidan", "Mitt förslag");
        stage.goes(stage.answers(stage.client, stage.id, "AGREE", ""));
        assertThat(stage.answers(stage.client, stage.id, "AGREE", "").getStatus())
                .isEqualTo(422);
    }

    @Test
    void warnsWhenAnOccasionIsMovedOntoAnotherOfTheSamePerson() {
        stage.planned();
        long other = stage.accepted("Matematik");
        stage.begin(stage.provider, other);
        stage.add(
                stage.provider,
                other,
                stage.occasion(
                        "Matematikträffen",
                        stage.today.plusDays(30),
                        "time",
                        "14:30",
                        "leader",
                        Long.toString(stage.provider)));
        assertThat(stage.stage.theCase.page(stage.provider, stage.plan(other)))
                .contains("Lisa Lärosäte leder också Andra träffen samtidigt");
        stage.goes(stage.sends(
                stage.provider,
                stage.plan(other) + "/draft/occasions/" + stage.occasion("Matematikträffen"),
                stage.occasion("Matematikträffen", stage.today.plusDays(31), "leader", Long.toString(stage.provider))));
        assertThat(stage.stage.theCase.page(stage.provider, stage.plan(other))).doesNotContain("leder också");
    }

    @Test
    void keepsBothTextsWhenTwoOfASideChangeTheSameOccasion() {
        stage.begin(stage.provider, stage.id);
        stage.add(stage.provider, stage.id, stage.occasion("Första träffen", stage.today.plusDays(20)));
        String address = plan + "/draft/occasions/" + stage.occasion("Första träffen");
        stage.goes(stage.sends(
                stage.provider, address, stage.occasion("Första träffen", stage.today.plusDays(20), "place", "Aulan")));
        MockHttpServletResponse late = stage.sends(
                stage.provider,
                address,
                stage.occasion("Första träffen", stage.today.plusDays(20), "place", "Biblioteket"));
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(InterventionStage.text(late)).contains("Aulan", "Biblioteket");
    }

    @Test
    void refusesWhatIsNotWholeAndNamesTheField() {
        stage.begin(stage.provider, stage.id);
        MockHttpServletResponse answer = stage.sends(
                stage.provider,
                plan + "/draft/occasions/new",
                stage.occasion("", stage.today, "time", "25", "minutes", "1", "place", "", "participants", ""));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(InterventionStage.text(answer))
                .contains(
                        "Skriv vad träffen heter",
                        "Ange när träffen börjar",
                        "Ange hur många minuter",
                        "Skriv var träffen är",
                        "Skriv vilka som deltar");
        MockHttpServletResponse empty = stage.sends(
                stage.provider, plan + "/proposal", "version", "0", "standing", "0-0", "proposal-words", "");
        assertThat(InterventionStage.text(empty)).contains("Utkastet har ingen träff");
        assertThat(stage.sends(stage.head, plan + "/draft", "version", "0").getStatus())
                .isEqualTo(403);
    }

    @Test
    void survivesAProviderThatWithdraws() {
        stage.planned();
        stage.goes(stage.tells(stage.provider, stage.occasion("Första träffen"), 0, "HELD", ""));
        stage.begin(stage.provider, stage.id);
        stage.goes(stage.sends(
                stage.provider,
                "/commissions/" + stage.id,
                "version",
                "1",
                "deed",
                Deed.STEP_BACK.name(),
                "words",
                "Kursledaren har slutat"));
        assertThat(page(stage.client))
                .contains("Planerade träffar blir inte av", "Första träffen", "Andra träffen")
                .doesNotContain("Föreslå en ändring");
        assertThat(page(stage.provider)).doesNotContain("Föreslå planen");
        assertThat(stage.sends(stage.provider, plan + "/draft/occasions/new", stage.occasion("Ny", stage.today))
                        .getStatus())
                .isEqualTo(422);
        assertThat(stage.stage.theCase.page(stage.head, "/commissions/" + stage.id + "/delivery"))
                .contains("1 av 2 träffar har hållits");
        assertThat(calendar(stage.head)).isZero();
    }

    @Test
    void isOneCourseForTwoMunicipalitiesEachOfWhichSeesItsOwnOccasions() {
        long neighbour = stage.stage.theCase.running.cast.organisation("Grannbyn");
        long school = stage.stage.theCase.running.cast.unit("Granskolan", neighbour);
        long other = stage.stage.theCase.running.open(neighbour);
        stage.stage.theCase.running.takePart(other, school);
        long director = stage.stage.theCase.running.cast.player("Greta", Role.EDUCATION_DIRECTOR, neighbour);
        stage.stage
                .theCase
                .running
                .cast
                .behind()
                .sql(
                        "insert into intervention.commission_part (commission, partnership, organiser, units, areas, made_by) values (?, ?, ?, ?, 'Läsning', ?)")
                .params(stage.id, other, neighbour, new Long[] {school}, stage.client)
                .update();
        stage.begin(stage.provider, stage.id);
        stage.add(stage.provider, stage.id, stage.occasion("För alla", stage.today.plusDays(20)));
        stage.add(
                stage.provider,
                stage.id,
                stage.occasion(
                        "Hos oss",
                        stage.today.plusDays(21),
                        "partnership",
                        Long.toString(stage.stage.theCase.running.id)));
        stage.add(
                stage.provider,
                stage.id,
                stage.occasion("Hos grannen", stage.today.plusDays(22), "partnership", Long.toString(other)));
        stage.propose(stage.provider, stage.id);
        stage.goes(stage.answers(stage.client, stage.id, "AGREE", ""));
        assertThat(page(stage.provider)).contains("För alla", "Hos oss", "Hos grannen");
        assertThat(page(stage.head)).contains("För alla", "Hos oss").doesNotContain("Hos grannen");
        assertThat(page(director)).contains("För alla", "Hos grannen").doesNotContain("Hos oss");
    }
}
