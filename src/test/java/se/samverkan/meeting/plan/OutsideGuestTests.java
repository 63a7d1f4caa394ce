package se.samverkan.meeting.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.meeting.MeetingStage;
import se.samverkan.partnership.CaseStage;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** Somebody without an account is invited by mail, counted as a guest, and forgotten with the meeting. */
@SamverkanTest
class OutsideGuestTests {

    private static final FreeText WHY = new FreeText("Lokalen är upptagen", "");

    @Autowired
    WebApplicationContext application;

    private MeetingStage stage;
    private long meeting;

    @BeforeEach
    void aMeeting() {
        stage = new MeetingStage(application);
        meeting = stage.meeting("Vad ser vi?", 20);
        stage.behind().sql("delete from notice.outside_letter").update();
    }

    private MockHttpServletResponse invites(long person, String name, String email) {
        return stage.sends(person, "/meetings/" + meeting + "/guests/new", "guest-name", name, "guest-email", email);
    }

    private List<String> letters(String column) {
        return stage.behind()
                .sql("select " + column + " from notice.outside_letter order by told_at")
                .query(String.class)
                .list();
    }

    private long guest() {
        return stage.behind()
                .sql("select max(id) from meeting.outside_guest where meeting = ?")
                .param(meeting)
                .query(Long.class)
                .single();
    }

    @Test
    void isInvitedByMailWithTheTimeForTheCalendar() {
        assertThat(invites(stage.facilitator, "Polly Polis", "polly@polisen.example")
                        .getStatus())
                .isEqualTo(303);

        assertThat(letters("address")).containsExactly("polly@polisen.example");
        assertThat(letters("body").getFirst())
                .contains(
                        "Hej Polly Polis!", "Vad ser vi?", "Petra Processtödjare har bjudit in dig", "tas bort när den")
                .doesNotContain("/meetings/");
        assertThat(letters("calendar").getFirst())
                .contains("METHOD:REQUEST", "meeting-" + meeting + "@samverkan", "polly@polisen.example")
                .doesNotContain("/meetings/");
        assertThat(stage.page(stage.member, "/meetings/" + meeting))
                .contains("Polly Polis", "gäst")
                .doesNotContain("polly@polisen.example");
        assertThat(stage.page(stage.facilitator, "/meetings/" + meeting + "/invited"))
                .contains("polly@polisen.example");
        assertThat(stage.rows(stage.member, "select email from meeting.outside_address"))
                .isEmpty();
        assertThat(stage.rows(stage.stage.stranger, "select name from meeting.outside_guest"))
                .isEmpty();
    }

    @Test
    void isToldWhenTheMeetingIsMovedAndWhenItIsCancelled() {
        invites(stage.facilitator, "Polly Polis", "polly@polisen.example");
        Instant starts = When.moment(stage.today().plusDays(30), LocalTime.of(9, 0));
        Planning planning = stage.bean(Planning.class);
        stage.does(
                stage.facilitator,
                () -> planning.move(meeting, 0, starts, starts.plus(Duration.ofHours(1)), "Aulan", "", WHY));
        stage.does(stage.facilitator, () -> planning.cancel(meeting, 1, WHY));

        assertThat(letters("subject"))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("Träff "),
                        second -> assertThat(second).startsWith("Flyttad träff: "),
                        third -> assertThat(third).startsWith("Inställd träff: "));
        assertThat(letters("calendar").get(1)).contains("SEQUENCE:1", "LOCATION:Aulan");
        assertThat(letters("method")).containsExactly("REQUEST", "REQUEST", "CANCEL");
    }

    @Test
    void isTickedOffAsAGuestAndStandsInTheMinutes() {
        invites(stage.facilitator, "Polly Polis", "polly@polisen.example");
        stage.sends(stage.facilitator, "/meetings/" + meeting + "/invited/attendance", "guest", Long.toString(guest()));

        assertThat(stage.page(stage.member, "/meetings/" + meeting)).contains("gäst, var med");
        assertThat(stage.as(stage.member, () -> stage.bean(OutsideGuests.class).of(meeting)))
                .singleElement()
                .matches(OutsideGuest::isThere);
    }

    @Test
    void isForgottenWhenTheInvitationIsTakenBack() {
        invites(stage.facilitator, "Polly Polis", "polly@polisen.example");
        assertThat(stage.sends(stage.facilitator, "/meetings/" + meeting + "/guests/" + guest() + "/removal")
                        .getStatus())
                .isEqualTo(303);
        assertThat(addresses("polly@polisen.example")).isZero();
        assertThat(letters("method")).containsExactly("REQUEST", "CANCEL");
    }

    @Test
    void isForgottenWithTheMeetingByItsRetentionRuleAndNotBefore() {
        invites(stage.facilitator, "Bo Bibliotekarie", "bo@biblioteket.example");
        long archivist = stage.stage.cast.player("Arkivarie", Role.ARCHIVIST, null);
        GuestRetention retention = stage.bean(GuestRetention.class);
        List<String> item = List.of(Long.toString(meeting));
        within(archivist, () -> retention.dispose(item));
        assertThat(addresses("bo@biblioteket.example")).isOne();

        stage.behind()
                .sql(
                        "update meeting.meeting set starts_at = now() - interval '3 years', ends_at = now() - interval '3 years' + interval '1 hour', standing = 'CLOSED' where id = ?")
                .param(meeting)
                .update();
        within(stage.facilitator, () -> retention.dispose(item));
        assertThat(addresses("bo@biblioteket.example")).isOne();
        within(
                archivist,
                () -> assertThat(retention.due(stage.today().minusYears(2), 500))
                        .anyMatch(due -> due.item().equals(item.getFirst())));
        within(archivist, () -> retention.dispose(item));
        assertThat(addresses("bo@biblioteket.example")).isZero();
    }

    private void within(long person, Runnable deed) {
        stage.does(person, () -> stage.bean(TransactionTemplate.class).executeWithoutResult(status -> deed.run()));
    }

    private long addresses(String email) {
        return stage.behind()
                .sql("""
                        select count(*) from meeting.outside_address a join meeting.outside_guest g on g.id = a.guest
                        where a.email = ? and g.made_by = ?
                        """)
                .params(email, stage.facilitator)
                .query(Long.class)
                .single();
    }

    @Test
    void isInvitedOnceByThoseWhoPlanAndWithAnAddressThatIsOne() {
        assertThat(invites(stage.member, "Polly Polis", "polly@polisen.example").getStatus())
                .isEqualTo(403);
        MockHttpServletResponse wrong = invites(stage.facilitator, "Polly Polis", "polly");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(CaseStage.text(wrong)).contains("Skriv en mailadress", "Polly Polis");
        invites(stage.facilitator, "Polly Polis", "polly@polisen.example");
        MockHttpServletResponse twice = invites(stage.facilitator, "Polly", "Polly@polisen.example");
        assertThat(twice.getStatus()).isEqualTo(422);
        assertThat(CaseStage.text(twice)).contains("redan inbjuden");
        assertThat(CaseStage.text(invites(stage.facilitator, "19121212-1212", "p@p.example")))
                .contains("personnummer");
        assertThat(letters("address")).hasSize(1);
    }
}
