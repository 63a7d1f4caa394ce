package se.samverkan.notice.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import se.samverkan.access.PersonPseudonymised;
import se.samverkan.notice.Urgency;
import se.samverkan.notice.outbox.MailSettings.Security;
import se.samverkan.testing.SamverkanTest;

/** Mail to a server that is there, that is gone, and that knows nobody of that address. */
@SamverkanTest
@Import({StandInText.class, SendingStage.class})
class SendingTests {

    private static final Duration SOON = Duration.ofSeconds(5);

    @Autowired
    private SendingStage stage;

    private GreenMail server;
    private Post post;

    @BeforeEach
    void begin() {
        stage.clear();
        server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        post = smtp(server.getSmtp().getPort());
    }

    @AfterEach
    void end() {
        server.stop();
    }

    private static Post smtp(int port) {
        return new SmtpPost(new MailSettings(
                "127.0.0.1", port, "", "", Security.NONE, "samverkan@prov.example", "https://prov.example"));
    }

    private MimeMessage onlyMail() {
        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        return received[0];
    }

    private static String text(MimeMessage mail) throws Exception {
        return mail.getContent().toString();
    }

    @Test
    void sendsWhatMustBeDoneAtOnceAsTheOneWhoGetsIt() throws Exception {
        long kim = stage.person("Kim Åberg", stage.address());
        stage.tell(Urgency.MUST_ACT, "A-12", kim);

        stage.copy(post, SOON).atOnce();

        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("Ett förslag väntar på ditt beslut");
        assertThat(text(mail))
                .startsWith("Hej Kim Åberg!")
                .contains("A-12 – sett av Kim Åberg.")
                .doesNotContain("Den som berättar")
                .contains("/prov/A-12")
                .contains("/notices/settings");
        assertThat(stage.state(kim)).isEqualTo("SENT");
    }

    @Test
    void carriesAnAppointmentToTheCalendarOfTheOneWhoGetsIt() throws Exception {
        String address = stage.address();
        long kim = stage.person("Kim Åberg", address);
        stage.tell(Urgency.MUST_ACT, "meeting-7", kim);

        stage.copy(post, SOON).atOnce();

        MimeMultipart both = (MimeMultipart) onlyMail().getContent();
        assertThat(both.getContentType()).startsWith("multipart/alternative");
        assertThat(both.getBodyPart(0).getContent().toString()).contains("meeting-7 – sett av Kim Åberg.");
        assertThat(both.getBodyPart(1).getContentType()).contains("text/calendar", "method=REQUEST");
        ICalendar calendar = calendar(both);
        assertThat(calendar.getMethod().getValue()).isEqualTo("REQUEST");
        VEvent event = calendar.getEvents().getFirst();
        assertThat(event.getUid().getValue()).isEqualTo("meeting-7@samverkan");
        assertThat(event.getSequence().getValue()).isEqualTo(2);
        assertThat(event.getSummary().getValue()).isEqualTo("Träff i Samverkan");
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2027-03-29T11:00:00Z"));
        assertThat(event.getLocation().getValue()).isEqualTo("Aulan, plan 2; ingång B");
        assertThat(event.getAttendees().getFirst().getEmail()).isEqualTo(address);
    }

    @Test
    void takesAnAppointmentThatIsCalledOffFromTheCalendar() throws Exception {
        stage.tell(Urgency.MUST_ACT, "meeting-7-off", stage.person("Kim", stage.address()));

        stage.copy(post, SOON).atOnce();

        ICalendar calendar = calendar((MimeMultipart) onlyMail().getContent());
        assertThat(calendar.getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(calendar.getEvents().getFirst().getStatus().isCancelled()).isTrue();
        assertThat(calendar.getEvents().getFirst().getUid().getValue()).isEqualTo("meeting-7@samverkan");
    }

    private static ICalendar calendar(MimeMultipart both) throws Exception {
        try (InputStream in = both.getBodyPart(1).getInputStream()) {
            return Biweekly.parse(in).first();
        }
    }

    @Test
    void writesInTheRecipientsLanguageAndKeepsTheEditionOfTheWords() throws Exception {
        long kim = stage.person("Kim", stage.address());
        long eve = stage.person("Eve", stage.address());
        stage.behind()
                .sql("update access.person set language = 'en' where id = ?")
                .param(eve)
                .update();
        stage.tell(Urgency.MUST_ACT, "A-1", kim, eve);

        stage.copy(post, SOON).atOnce();

        assertThat(Arrays.stream(server.getReceivedMessages()).map(SendingTests::subject))
                .containsExactlyInAnyOrder("Ett förslag väntar på ditt beslut", "A proposal waits for your decision");
        List<String> editions = stage.behind()
                .sql("select edition from notice.mail where person in (?, ?) order by language")
                .params(kim, eve)
                .query(String.class)
                .list();
        assertThat(editions).doesNotHaveDuplicates().allMatch(edition -> edition.length() == 12);
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void keepsNothingOfWhatAMailSaid() {
        long kim = stage.person("Kim", stage.address());
        stage.tell(Urgency.MUST_ACT, "A-2", kim);

        stage.copy(post, SOON).atOnce();

        assertThat(stage.behind()
                        .sql("select count(*) from notice.mail where person = ? and subject is null and body is null")
                        .param(kim)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void sendsNothingOfWhatThePersonMayNoLongerSee() {
        long kim = stage.person("Kim", stage.address());
        stage.tell(Urgency.MUST_ACT, "nothing", kim);

        stage.copy(post, SOON).atOnce();

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(stage.state(kim)).isEqualTo("NOT_SEEN");
    }

    @Test
    void sendsNothingToSomebodyWhoHasLeft() {
        long kim = stage.person("Kim", stage.address());
        stage.tell(Urgency.MUST_ACT, "A-3", kim);
        stage.behind()
                .sql("update access.person set left_on = current_date - 2 where id = ?")
                .param(kim)
                .update();

        stage.copy(post, SOON).atOnce();

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(stage.state(kim)).isEqualTo("NOT_SEEN");
    }

    @Test
    void forgetsWhatSomebodyWasToldWhoIsKnownByANumberOnly(@Autowired RecipientDisposal disposal) {
        long kim = stage.person("Kim", stage.address());
        stage.tell(Urgency.MUST_ACT, "A-10", kim);
        stage.copy(post, SOON).atOnce();
        disposal.forget(new PersonPseudonymised(kim));
        assertThat(stage.state(kim)).as("still known by name").isEqualTo("SENT");
        stage.behind()
                .sql("update access.person set pseudonymised_at = now() where id = ?")
                .param(kim)
                .update();

        disposal.forget(new PersonPseudonymised(kim));

        for (String table : List.of("outbox", "mail")) {
            assertThat(stage.behind()
                            .sql("select count(*) from notice." + table + " where person = ?")
                            .param(kim)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void letsABadAddressHurtOnlyItself() {
        long bad = stage.person("Dålig", "ingen adress alls");
        long none = stage.person("Ingen", "");
        long kim = stage.person("Kim", stage.address());
        stage.tell(Urgency.MUST_ACT, "A-4", bad, none, kim);

        stage.copy(post, SOON).atOnce();

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(stage.state(bad)).isEqualTo("GIVEN_UP NO_SUCH_ADDRESS");
        assertThat(stage.state(none)).isEqualTo("GIVEN_UP NO_SUCH_ADDRESS");
        assertThat(stage.state(kim)).isEqualTo("SENT");
    }

    @Test
    void givesUpAnAddressThatTheServerDoesNotKnowAndTriesAgainOneThatItDoesNotTakeNow() throws Exception {
        long unknown = stage.person("Okänd", "okand@brev.example");
        long full = stage.person("Full", "full@brev.example");
        stage.tell(Urgency.MUST_ACT, "A-5", unknown, full);

        try (RefusingServer refusing = new RefusingServer("okand", "full")) {
            stage.copy(smtp(refusing.port()), SOON).atOnce();
        }

        assertThat(stage.state(unknown)).isEqualTo("GIVEN_UP NO_SUCH_ADDRESS");
        assertThat(stage.state(full)).isEqualTo("WAITING REFUSED_FOR_NOW");
    }

    @Test
    void losesNothingWhileTheServerIsGone() throws Exception {
        long kim = stage.person("Kim", stage.address());
        long eli = stage.person("Eli", stage.address());
        stage.tell(Urgency.MUST_ACT, "A-6", kim, eli);
        Post gone = smtp(freePort());

        stage.copy(gone, SOON).atOnce();

        assertThat(List.of(stage.state(kim), stage.state(eli)))
                .containsExactlyInAnyOrder("WAITING SERVER_GONE", "WAITING");

        stage.copy(post, Duration.ofMinutes(2)).atOnce();

        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void waitsLongerEachTimeAndGivesUpAtLast() {
        long kim = stage.person("Kim", stage.address());
        stage.tell(Urgency.MUST_ACT, "trouble", kim);
        Instant at = Instant.now().plus(SOON);
        Duration before = Duration.ZERO;
        for (int attempt = 1; attempt <= 6; attempt++) {
            stage.copyAt(post, at).atOnce();
            Instant next = stage.behind()
                    .sql("select try_at from notice.outbox where person = ?")
                    .param(kim)
                    .query((row, n) -> row.getTimestamp(1).toInstant())
                    .single();
            Duration wait = Duration.between(at, next);
            assertThat(wait).isGreaterThan(before);
            before = wait;
            at = next.plusSeconds(1);
        }
        for (int attempt = 7; attempt <= 12; attempt++) {
            at = at.plus(Duration.ofHours(7));
            stage.copyAt(post, at).atOnce();
        }

        assertThat(stage.state(kim)).isEqualTo("GIVEN_UP UNFORESEEN");
    }

    @Test
    void sendsOnceFromTwoCopies() {
        Long[] people = IntStream.range(0, 40)
                .mapToObj(i -> stage.person("Person " + i, stage.address()))
                .toArray(Long[]::new);
        stage.tell(Urgency.MUST_ACT, "A-7", people);

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> stage.copy(post, SOON).atOnce()),
                        CompletableFuture.runAsync(() -> stage.copy(post, SOON).atOnce()))
                .join();

        assertThat(Arrays.stream(server.getReceivedMessages())
                        .map(mail -> GreenMailUtil.getAddressList(recipients(mail))))
                .hasSize(40)
                .doesNotHaveDuplicates();
    }

    private static jakarta.mail.Address[] recipients(MimeMessage mail) {
        try {
            return mail.getAllRecipients();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void isTakenUpByAnotherWhenACopyDiesBetweenCommitAndSending() {
        long kim = stage.person("Kim", stage.address());
        stage.tell(Urgency.MUST_ACT, "A-8", kim);
        assertThat(stage.outbox().claim(Instant.now().plus(SOON), 20)).hasSize(1);

        stage.copy(post, Duration.ofMinutes(1)).atOnce();
        assertThat(server.getReceivedMessages()).as("held by the one who died").isEmpty();

        stage.copy(post, Duration.ofMinutes(20)).atOnce();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void isKnownAsOneWhenACopyDiesBetweenSendingAndNoting() {
        long kim = stage.person("Kim", stage.address());
        stage.tell(Urgency.MUST_ACT, "A-9", kim);
        ConcurrentLinkedQueue<Letter> sent = new ConcurrentLinkedQueue<>();
        Post dying = new Recording(sent, true);
        try {
            stage.copy(dying, SOON).atOnce();
        } catch (IllegalStateException died) {
            assertThat(died).hasMessage("died");
        }

        stage.copy(new Recording(sent, false), Duration.ofMinutes(20)).atOnce();

        assertThat(sent)
                .hasSize(2)
                .extracting(Letter::key)
                .containsOnly(sent.peek().key());
    }

    /** A post that the test reads, which can die when it has sent. */
    private record Recording(ConcurrentLinkedQueue<Letter> sent, boolean dies) implements Post {

        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public boolean keepsWords() {
            return false;
        }

        @Override
        public Outcome send(Letter letter) {
            sent.add(letter);
            if (dies) {
                throw new IllegalStateException("died");
            }
            return Outcome.SENT;
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
