package se.samverkan.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
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

    @Test
    void countsMeetingsWithOccasionsAndShowsWhoIsBookedForOneOfEach() {
        CommissionStage stage = new CommissionStage(application);
        long facilitator = stage.stage.theCase.facilitator;
        stage.begin(stage.client, stage.id);
        stage.add(stage.client, stage.id, stage.occasion("Läsning med stöd", stage.today.plusDays(30)));
        stage.propose(stage.client, stage.id);
        stage.goes(stage.answers(stage.provider, stage.id, "AGREE", ""));
        stage.goes(stage.sends(
                facilitator,
                "/partnerships/" + stage.stage.theCase.running.id + "/meetings/new",
                "version",
                "0",
                "name",
                "Avstämning med ledningen",
                "day",
                stage.today.plusDays(30).toString(),
                "time",
                "14:00",
                "minutes",
                "60",
                "roles",
                "PROCESS_FACILITATOR",
                "go-on",
                "true"));
        JdbcClient behind = stage.stage.theCase.running.cast.behind();
        behind.sql("update intervention.occasion_line set leader = ? where title = 'Läsning med stöd'")
                .param(facilitator)
                .update();
        behind.sql("""
                        insert into meeting.invited (meeting, person, role)
                        select max(id), ?, 'PROCESS_FACILITATOR' from meeting.meeting where name_sv = 'Avstämning med ledningen'
                        on conflict do nothing
                        """).param(facilitator).update();
        assertThat(stage.stage.theCase.page(stage.stage.theCase.running.officer, "/commission-load/leaders"))
                .contains("är bokad på två träffar samtidigt", "Läsning med stöd", "Avstämning med ledningen")
                .contains("2 träffar, 3,0 timmar", "Inget bokat");
        assertThat(stage.stage.theCase.page(stage.provider, "/commission-load/leaders"))
                .as("a provider sees no meeting of a case")
                .contains("1 träffar, 2,0 timmar")
                .doesNotContain("Avstämning med ledningen");
    }

    @Test
    void showsAFacilitatorWithNothingToDo() {
        CommissionStage stage = new CommissionStage(application);
        stage.stage.theCase.running.cast.player(
                "Lotta Ledig", Role.PROCESS_FACILITATOR, stage.stage.theCase.running.agency);
        assertThat(stage.stage.theCase.page(stage.stage.theCase.running.officer, "/commission-load/leaders"))
                .contains("Lotta Ledig", "Inget bokat");
        assertThat(stage.stage.theCase.page(stage.provider, "/commission-load/leaders"))
                .doesNotContain("Lotta Ledig");
    }
}
