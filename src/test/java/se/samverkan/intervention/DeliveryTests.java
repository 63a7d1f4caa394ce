package se.samverkan.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.intervention.commission.Deed;
import se.samverkan.testing.SamverkanTest;

/** Occasions are held or cancelled; who came is known by name within the unit and as numbers to everybody else. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=intervention")
class DeliveryTests {

    private static final String LINES = "Anna Ek; Lärare; Lag A\nBo Al; Lärare; Lag A\nCia Lind; Ledning";

    @Autowired
    WebApplicationContext application;

    private CommissionStage stage;
    private long first;
    private long second;

    @BeforeEach
    void anAgreedPlan() {
        stage = new CommissionStage(application);
        stage.planned();
        first = stage.occasion("Första träffen");
        second = stage.occasion("Andra träffen");
    }

    private String page(long person, String path) {
        return stage.stage.theCase.page(person, path);
    }

    private void noted() {
        stage.goes(stage.tells(stage.provider, first, 0, "HELD", "Vi hann inte med sista delen"));
        stage.goes(stage.roll(0, LINES));
        List<String> people = stage.participants();
        stage.goes(stage.sends(stage.head, attendance(), "version", "0", "came", people.get(0), "came", people.get(2)));
    }

    private String attendance() {
        return "/occasions/" + first + "/attendance/" + stage.school;
    }

    @Test
    void isKnownByNameWithinTheUnitAndByNumberOutsideIt() {
        noted();
        assertThat(page(stage.head, attendance())).contains("Anna Ek", "Bo Al", "Närvaron är antecknad");
        for (long other : List.of(stage.provider, stage.client, stage.stage.theCase.running.director)) {
            assertThat(page(other, "/occasions/" + first))
                    .contains("Ekskolan", "Lag A", "1 av 2", "Vi hann inte med sista delen")
                    .doesNotContain("Anna Ek", "Bo Al", "Cia Lind");
            assertThat(stage.stage.theCase.status(other, attendance())).isIn(403, 404);
            assertThat(stage.stage.theCase.status(other, "/commissions/" + stage.id + "/participants/" + stage.school))
                    .isIn(403, 404);
            assertThat(rows(other, "intervention.participant")).isZero();
            assertThat(rows(other, "intervention.attendance")).isZero();
        }
        assertThat(stage.stage.theCase.status(stage.stage.theCase.running.otherHeadTeacher, attendance()))
                .isEqualTo(404);
        assertThat(stage.stage.theCase.status(stage.stage.adviser, "/occasions/" + first))
                .isEqualTo(404);
        assertThat(stage.stage.theCase.running.told("delivery.attended", stage.stage.theCase.running.organiser))
                .isEqualTo(1);
    }

    private int rows(long person, String table) {
        return stage.stage.as(
                person,
                () -> stage.stage
                        .theCase
                        .bean(TransactionTemplate.class)
                        .execute(status -> stage.stage
                                .theCase
                                .bean(JdbcClient.class)
                                .sql("select count(*) from " + table)
                                .query(Integer.class)
                                .single()));
    }

    @Test
    void tellsTheDoseOfEachGroup() {
        noted();
        String page = page(stage.provider, "/commissions/" + stage.id + "/delivery");
        assertThat(page).contains("1 av 2 träffar har hållits", "1,5 av 4,0 planerade timmar", "Lag A");
        assertThat(page.replaceAll("\\s+", " "))
                .contains(
                        "<td>Lag A</td><td class=\"number\">1</td><td class=\"number\">1,5</td><td class=\"number\">0,8</td>");
    }

    @Test
    void isNotCancelledWhileAttendanceIsNotedNorNotedOnceItIsCancelled() {
        noted();
        MockHttpServletResponse refused = stage.tells(stage.provider, first, 1, "CANCELLED", "Snöstorm");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(InterventionStage.text(refused)).contains("Det finns antecknad närvaro", "Snöstorm");
        stage.goes(stage.sends(stage.head, attendance() + "/removal", "version", "0"));
        stage.goes(stage.tells(stage.provider, first, 1, "CANCELLED", "Snöstorm"));
        assertThat(page(stage.head, "/occasions/" + first)).contains("Träffen är inställd: Snöstorm");
        MockHttpServletResponse late = stage.sends(
                stage.head,
                attendance(),
                "version",
                "0",
                "came",
                stage.participants().getFirst());
        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(InterventionStage.text(late)).contains("Träffen är inställd, så ingen närvaro");
    }

    @Test
    void isNotHeldBeforeItsDayNorCancelledWithoutAReason() {
        assertThat(InterventionStage.text(stage.tells(stage.provider, second, 0, "HELD", "")))
                .contains("har inte varit än");
        assertThat(stage.tells(stage.client, second, 0, "CANCELLED", "").getStatus())
                .isEqualTo(422);
        assertThat(stage.tells(stage.head, second, 0, "CANCELLED", "Nej").getStatus())
                .isEqualTo(403);
        stage.goes(stage.tells(stage.client, second, 0, "CANCELLED", "Kursledaren är sjuk"));
        MockHttpServletResponse late = stage.tells(stage.provider, second, 0, "CANCELLED", "Snöstorm");
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(InterventionStage.text(late)).contains("Kursledaren är sjuk", "Snöstorm");
    }

    @Test
    void keepsWhatHasBeenWhateverALaterPlanSays() {
        stage.begin(stage.client, stage.id);
        stage.goes(stage.sends(
                stage.client, stage.plan(stage.id) + "/draft/occasions/" + first + "/removal", "version", "0"));
        stage.propose(stage.client, stage.id);
        stage.goes(stage.tells(stage.provider, first, 0, "HELD", ""));
        stage.goes(stage.answers(stage.provider, stage.id, "AGREE", ""));
        assertThat(page(stage.head, "/commissions/" + stage.id + "/delivery"))
                .contains("Första träffen", "1 av 2 träffar har hållits");
    }

    @Test
    void refusesPupilsNumbersAndTheSameNameTwiceLineByLine() {
        MockHttpServletResponse refused =
                stage.roll(0, "Anna Ek\nElev Elevsson; Elev\nBo Al 20100101-1234\nanna ek\n;Lärare");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(InterventionStage.text(refused))
                .contains("Rad 2", "rollen Elev finns inte", "Rad 4", "står redan på listan", "Rad 5");
        stage.goes(stage.roll(0, "Anna Ek\nBo Al; Fritidshem"));
        assertThat(stage.roll(0, "Bara Bo").getStatus()).isEqualTo(409);
        stage.goes(stage.roll(2, "Anna Ek"));
        assertThat(page(stage.head, "/commissions/" + stage.id + "/participants/" + stage.school))
                .contains("Anna Ek")
                .doesNotContain("Bo Al");
    }

    @Test
    void isReportedWhenEverythingIsToldAndClosedByTheClient() {
        MockHttpServletResponse early = says(stage.provider, 1, Deed.REPORT, "Vi är klara");
        assertThat(early.getStatus()).isEqualTo(422);
        assertThat(InterventionStage.text(early)).contains("1 träffar som har varit", "Vi är klara");
        stage.goes(stage.tells(stage.provider, first, 0, "HELD", ""));
        stage.goes(says(stage.provider, 1, Deed.REPORT, "Lagen läser mer tillsammans"));
        assertThat(page(stage.client, "/commissions/" + stage.id))
                .contains("rapporterat", "Lagen läser mer tillsammans", "1 av 2 träffar", "Avsluta uppdraget");
        stage.goes(says(stage.client, 2, Deed.ASK_MORE, "Vad såg ni hos eleverna?"));
        stage.goes(says(stage.provider, 3, Deed.REPORT, "De läser längre"));
        assertThat(says(stage.provider, 4, Deed.CLOSE, "").getStatus()).isEqualTo(403);
        stage.goes(says(stage.client, 4, Deed.CLOSE, ""));
        assertThat(page(stage.head, "/commissions/" + stage.id)).contains("avslutat", "De läser längre");
        assertThat(stage.tells(stage.provider, second, 0, "CANCELLED", "Nej").getStatus())
                .isEqualTo(422);
    }

    private MockHttpServletResponse says(long person, int version, Deed deed, String words) {
        return stage.sends(
                person,
                "/commissions/" + stage.id,
                "version",
                Integer.toString(version),
                "deed",
                deed.name(),
                "words",
                words);
    }
}
