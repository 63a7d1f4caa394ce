package se.samverkan.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.testing.SamverkanTest;

/** How much providers and those who lead have to do, with empty terms and double bookings, of what the reader sees. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=intervention")
class CommissionLoadTests {

    @Autowired
    WebApplicationContext application;

    @Test
    void showsTermsEmptyTermsAndDoubleBookings() {
        CommissionStage stage = new CommissionStage(application);
        stage.planned();
        assertThat(stage.stage.theCase.page(stage.provider, "/commission-load"))
                .contains("Provuniversitetet", "1 uppdrag", "Inget bokat", "Ingen är bokad");
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
        stage.propose(stage.provider, other);
        stage.goes(stage.answers(stage.client, other, "AGREE", ""));
        assertThat(stage.stage.theCase.page(stage.provider, "/commission-load/leaders"))
                .contains("Lisa Lärosäte är bokad på två träffar samtidigt", "Andra träffen", "Matematikträffen");
        assertThat(stage.stage.theCase.page(stage.stage.theCase.running.officer, "/commission-load"))
                .contains("Provuniversitetet");
        assertThat(stage.stage.theCase.page(stage.stage.adviser, "/commission-load"))
                .doesNotContain("Provuniversitetet", "Matematikträffen");
        assertThat(stage.stage.theCase.status(stage.head, "/commission-load")).isEqualTo(403);
    }
}
