package se.samverkan.notice.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import se.samverkan.access.Role;
import se.samverkan.notice.Urgency;
import se.samverkan.notice.outbox.MailSettings.Security;
import se.samverkan.testing.SamverkanTest;

/** One mail a day, at one's own hour, and none on the days when school is out. */
@SamverkanTest
@Import({StandInText.class, SendingStage.class})
class DigestTests {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final LocalDate TOMORROW = LocalDate.now(SWEDEN).plusDays(1);

    @Autowired
    private SendingStage stage;

    private GreenMail server;
    private Post post;

    @BeforeEach
    void begin() {
        stage.clear();
        server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        post = new SmtpPost(new MailSettings(
                "127.0.0.1",
                server.getSmtp().getPort(),
                "",
                "",
                Security.NONE,
                "samverkan@prov.example",
                "https://prov.example"));
    }

    @AfterEach
    void end() {
        server.stop();
    }

    private void sendAt(LocalDate day, int hour, int minute) {
        Instant at = day.atTime(LocalTime.of(hour, minute)).atZone(SWEDEN).toInstant();
        Sending sending = stage.copyAt(post, at);
        sending.atOnce();
        sending.digests();
    }

    private int received() {
        return server.getReceivedMessages().length;
    }

    private void wants(long person, boolean digest, int hour) {
        stage.behind()
                .sql("insert into notice.setting (person, digest, hour) values (?, ?, ?)")
                .params(person, digest, hour)
                .update();
    }

    @Test
    void putsADayTogetherAtSevenAndSendsNothingMoreThatDay() throws Exception {
        long kim = stage.person("Kim", stage.address());
        stage.tell(Urgency.DIGEST, "B-1", kim);
        stage.tell(Urgency.DIGEST, "B-2", kim);

        sendAt(TOMORROW, 6, 59);
        assertThat(received()).isZero();
        sendAt(TOMORROW, 7, 0);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("2 saker har hänt i Samverkan");
        assertThat(mail.getContent().toString()).contains("B-1 – sett av Kim").contains("B-2 – sett av Kim");
        assertThat(mail.getHeader("List-Unsubscribe")[0]).contains("/notices/settings");

        stage.tell(Urgency.DIGEST, "B-3", kim);
        sendAt(TOMORROW, 15, 0);
        assertThat(received()).isEqualTo(1);
        sendAt(TOMORROW.plusDays(1), 7, 0);
        assertThat(received()).isEqualTo(2);
    }

    @Test
    void keepsToTheHourThatSomebodyHasChosen() {
        long kim = stage.person("Kim", stage.address());
        wants(kim, true, 16);
        stage.tell(Urgency.DIGEST, "B-4", kim);

        sendAt(TOMORROW, 15, 59);
        assertThat(received()).isZero();
        sendAt(TOMORROW, 16, 0);
        assertThat(received()).isEqualTo(1);
    }

    @Test
    void sendsNoDigestToWhoWantsNoneButAlwaysWhatMustBeDone() {
        long kim = stage.person("Kim", stage.address());
        wants(kim, false, 7);
        stage.tell(Urgency.DIGEST, "B-5", kim);
        stage.tell(Urgency.MUST_ACT, "B-6", kim);

        sendAt(TOMORROW, 8, 0);

        assertThat(received()).isEqualTo(1);
        assertThat(stage.state(kim)).isEqualTo("UNWANTED, SENT");
    }

    @Test
    void isQuietWhileTheOwnSchoolsHaveHolidays() {
        long kim = stage.person("Kim", stage.address());
        holiday(kim, TOMORROW, TOMORROW.plusDays(6));
        stage.tell(Urgency.DIGEST, "B-7", kim);
        stage.tell(Urgency.MUST_ACT, "B-8", kim);

        sendAt(TOMORROW, 8, 0);
        assertThat(received()).as("what must be done comes all the same").isEqualTo(1);
        sendAt(TOMORROW.plusDays(6), 8, 0);
        assertThat(received()).isEqualTo(1);
        sendAt(TOMORROW.plusDays(7), 8, 0);
        assertThat(received()).isEqualTo(2);
    }

    @Test
    void isNotQuietWhenSomebodyAlsoWorksWhereThereIsSchool() {
        long kim = stage.person("Kim", stage.address());
        holiday(kim, TOMORROW, TOMORROW);
        stageAlso(kim);
        stage.tell(Urgency.DIGEST, "B-9", kim);

        sendAt(TOMORROW, 8, 0);

        assertThat(received()).isEqualTo(1);
    }

    private void stageAlso(long person) {
        stage.behind()
                .sql(
                        "insert into access.assignment (person, role, organisation, valid_from) values (?, ?, ?, '2020-01-01')")
                .params(person, Role.COORDINATOR.name(), stage.organisation())
                .update();
    }

    private void holiday(long person, LocalDate from, LocalDate to) {
        stage.behind().sql("""
                        insert into organisation.calendar_day
                            (kind, name, first_day, last_day, owner_organisation, organiser)
                        select 'HOLIDAY', 'Lov', ?, ?, organisation, organisation from access.assignment where person = ?
                        """).params(from, to, person).update();
    }

    @Test
    void leavesOutWhatThePersonMayNoLongerSee() throws Exception {
        long kim = stage.person("Kim", stage.address());
        stage.tell(Urgency.DIGEST, "nothing", kim);
        stage.tell(Urgency.DIGEST, "B-10", kim);

        sendAt(TOMORROW, 8, 0);

        assertThat(server.getReceivedMessages()[0].getSubject()).contains("B-10");
        assertThat(stage.state(kim)).isEqualTo("NOT_SEEN, SENT");
    }

    @Test
    void givesUpWhatHasWaitedTooLongToBeOfUse() {
        long kim = stage.person("Kim", stage.address());
        stage.tell(Urgency.DIGEST, "B-11", kim);

        sendAt(TOMORROW.plusDays(20), 8, 0);

        assertThat(received()).isZero();
        assertThat(stage.state(kim)).isEqualTo("GIVEN_UP TOO_OLD");
    }
}
