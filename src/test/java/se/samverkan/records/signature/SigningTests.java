package se.samverkan.records.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.records.signature.SignatureRequest.Signatory;
import se.samverkan.records.signature.SigningView.SignatoryView;
import se.samverkan.shared.Installation;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** A document is signed as it was read, by those who may, once each, whatever happens to the machine meanwhile. */
@SamverkanTest
@Import(SigningTests.Heard.class)
class SigningTests {

    @Autowired
    Signing signing;

    @Autowired
    OwnSigning own;

    @Autowired
    PaperSigning papers;

    @Autowired
    SignatureKeeping keeping;

    @Autowired
    SigningSweep sweep;

    @Autowired
    Installation installation;

    @Autowired
    ActingAs acting;

    @Autowired
    TestDatabase database;

    @Autowired
    Heard heard;

    private Cast cast;
    private long agency;
    private long organiser;
    private long officer;
    private long head;
    private long director;

    /** Another room that waits for the last signature. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Heard {

        private final List<AllSigned> all = new java.util.concurrent.CopyOnWriteArrayList<>();

        @EventListener
        void hear(AllSigned event) {
            all.add(event);
        }
    }

    @BeforeEach
    void gathersTheParties() {
        installation.become(Installation.Kind.DEMONSTRATION);
        cast = new Cast(database);
        agency = cast.agency("Skolmyndigheten");
        organiser = cast.organisation("Exempelby kommun");
        officer = cast.player("Hanna Handläggare", Role.PROGRAMME_OFFICER, agency);
        head = cast.person("Ulla Avdelningschef", agency);
        director = cast.player("Ulf Utbildningschef", Role.EDUCATION_DIRECTOR, organiser);
    }

    @Test
    void isSignedByAllOnceAndTellsWhoWaits() {
        long id = asked(false, null);

        sign(head, id);
        assertThat(view(id).isSigned()).isFalse();
        assertThat(heard(id)).isEmpty();
        sign(director, id);

        SigningView signed = view(id);
        assertThat(signed.isSigned()).isTrue();
        assertThat(signed.signatory(director).orElseThrow().signatures())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.invented()).isTrue();
                    assertThat(each.signedAs()).isEqualTo("Ulf Utbildningschef");
                });
        assertThat(heard(id))
                .containsExactly(new AllSigned(
                        id,
                        "agreement",
                        signed.subjectId(),
                        1,
                        signed.document().checksum()));
        assertThat(log(organiser)).containsExactly("signing.signed");
        assertThat(log(agency)).containsExactly("signing.asked", "signing.signed", "signing.signed");
    }

    @Test
    void refusesTheSecondSignatureWhenTheDocumentChangedAndShowsTheFirstAsVoid() {
        long id = asked(false, null);
        String read = view(id).document().checksum();
        sign(head, id);

        acting.person(officer, () -> {
            signing.replace(id, 1, pdf("ny text"), "Beloppet var fel.");
            return true;
        });

        assertThatThrownBy(() -> sign(director, id, read)).hasMessageContaining("signature.refusal.changed");
        SigningView now = view(id);
        SignatoryView first = now.signatory(head).orElseThrow();
        assertThat(now.hasSigned(first)).isFalse();
        assertThat(first.voidIn(now.document().version())).hasSize(1);

        sign(head, id);
        sign(director, id);
        assertThat(view(id).isSigned()).isTrue();
    }

    @Test
    void refusesToReplaceWhatEverybodyHasSigned() {
        long id = asked(false, null);
        sign(head, id);
        sign(director, id);

        assertThatThrownBy(() -> acting.person(officer, () -> {
                    signing.replace(id, 1, pdf("ny"), "Skäl");
                    return true;
                }))
                .hasMessageContaining("signature.refusal.all-signed");
    }

    @Test
    void refusesASignatoryWhoseMandateEndedYesterday() {
        LocalDate today = LocalDate.now(java.time.ZoneId.of("Europe/Stockholm"));
        long late = asked(false, today.minusDays(1));
        long inTime = asked(false, today);

        assertThatThrownBy(() -> sign(director, late)).hasMessageContaining("signature.refusal.mandate-ended");
        sign(director, inTime);
        assertThat(view(inTime).hasSigned(view(inTime).signatory(director).orElseThrow()))
                .isTrue();
    }

    @Test
    void waitsForThoseBeforeWhereThereIsAnOrder() {
        long id = asked(true, null);

        assertThatThrownBy(() -> sign(director, id)).hasMessageContaining("signature.refusal.not-yet");
        sign(head, id);
        sign(director, id);
        assertThat(view(id).isSigned()).isTrue();
    }

    @Test
    void countsTwoWhoSignAtOnceAndTellsOfTheLastOnce() throws Exception {
        long id = asked(false, null);
        String read = view(id).document().checksum();
        UUID once = UUID.randomUUID();
        Callable<Object> doubleClick = () -> tried(() -> acting.person(head, () -> own.sign(id, read, once)));
        Callable<Object> other =
                () -> tried(() -> acting.person(director, () -> own.sign(id, read, UUID.randomUUID())));

        try (var pool = Executors.newFixedThreadPool(3)) {
            for (Future<Object> each : pool.invokeAll(List.of(doubleClick, doubleClick, other))) {
                each.get();
            }
        }

        assertThat(view(id).isSigned()).isTrue();
        assertThat(count("signature", id)).isEqualTo(2);
        assertThat(heard(id)).hasSize(1);
    }

    @Test
    void collectsASignatureThatWasMadeWhenTheMachineDied() {
        long id = asked(false, null);
        String read = view(id).document().checksum();
        acting.person(head, () -> keeping.begin(id, read, UUID.randomUUID()));
        assertThat(count("signature", id)).isZero();

        sweep.collect(Duration.ZERO);
        sweep.collect(Duration.ZERO);

        assertThat(view(id).hasSigned(view(id).signatory(head).orElseThrow())).isTrue();
        assertThat(count("signature", id)).isEqualTo(1);
        assertThat(log(agency)).containsExactly("signing.asked", "signing.signed");
        assertThat(cast.behind()
                        .sql(
                                "select e.person from records.audit_entry e where e.what = 'signing.signed' and e.organisation = ?")
                        .param(agency)
                        .query(Long.class)
                        .single())
                .isEqualTo(head);
    }

    @Test
    void collectsForTheVersionThatWasSignedEvenWhenItIsReplacedMeanwhile() {
        long id = asked(false, null);
        String read = view(id).document().checksum();
        acting.person(head, () -> keeping.begin(id, read, UUID.randomUUID()));
        acting.person(officer, () -> {
            signing.replace(id, 1, pdf("ny"), "Skäl");
            return true;
        });

        sweep.collect(Duration.ZERO);

        SigningView now = view(id);
        assertThat(now.signatory(head).orElseThrow().voidIn(2)).hasSize(1);
        assertThat(now.isSigned()).isFalse();
    }

    @Test
    void keepsWhatIsSignedForEver() {
        long id = asked(false, null);
        sign(head, id);

        for (String table : List.of("signature", "signing_document", "signatory", "signing_request")) {
            assertThatThrownBy(() ->
                            cast.behind().sql("delete from records." + table).update())
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> cast.behind()
                        .sql("update records.signature set signed_as = 'Annan'")
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void isNotThereForOthers() {
        long id = asked(false, null);
        long stranger = cast.player("Annan", Role.PROGRAMME_OFFICER, cast.agency("Annan myndighet"));

        assertThatThrownBy(() -> acting.person(stranger, () -> signing.of(id)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_SEEN));
        assertThatThrownBy(() -> acting.person(officer, () -> own.sign(id, "", UUID.randomUUID())))
                .hasMessageContaining("signature.refusal.not-signatory");
        assertThatThrownBy(() -> acting.person(director, () -> signing.ask(request("x", false, null))))
                .hasMessageContaining("refusal.verb.ASK_FOR_SIGNATURES");
    }

    @Test
    void registersAPaperWithItsDayAndScan() {
        long id = asked(false, null);
        byte[] scan = pdf("skannat");
        LocalDate day = LocalDate.now(java.time.ZoneId.of("Europe/Stockholm")).minusDays(3);

        paper(id, day, scan);

        SigningView now = view(id);
        assertThat(now.signatory(director).orElseThrow().of(1).orElseThrow().onPaper())
                .isTrue();
        assertThat(acting.person(officer, () -> signing.proof(id, 2, 1)).content())
                .isEqualTo(scan);
        assertThatThrownBy(() -> paper(id, day, scan)).hasMessageContaining("signature.refusal.signed-already");
    }

    @Test
    void refusesAPaperThatIsNoneOrOfADayToCome() {
        long id = asked(false, null);
        LocalDate day = LocalDate.now(java.time.ZoneId.of("Europe/Stockholm"));

        assertThatThrownBy(() -> paper(id, day, "MZ".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("signature.refusal.scan");
        assertThatThrownBy(() -> paper(id, day.plusDays(2), pdf("x")))
                .hasMessageContaining("signature.refusal.day-to-come");
    }

    @Test
    void refusesToAskForWhatCannotBeSigned() {
        assertThatThrownBy(() -> acting.person(
                        officer,
                        () -> signing.ask(new SignatureRequest(
                                agency, "agreement", "y", "Avtal", new byte[] {1}, false, List.of(head())))))
                .hasMessageContaining("signature.refusal.no-pdf");
        assertThatThrownBy(() -> acting.person(
                        officer,
                        () -> signing.ask(new SignatureRequest(
                                agency, "agreement", "y", "Avtal", pdf(""), false, List.of(head(), head())))))
                .hasMessageContaining("signature.refusal.twice");
    }

    private long asked(boolean inOrder, @Nullable LocalDate mandateEnds) {
        return acting.person(
                officer, () -> signing.ask(request(UUID.randomUUID().toString(), inOrder, mandateEnds)));
    }

    private SignatureRequest request(String subject, boolean inOrder, @Nullable LocalDate mandateEnds) {
        return new SignatureRequest(
                agency,
                "agreement",
                subject,
                "Överenskommelse",
                pdf("text"),
                inOrder,
                List.of(
                        head(),
                        new Signatory(
                                director,
                                "Ulf Utbildningschef",
                                organiser,
                                "Exempelby kommun",
                                "nämndens beslut § 14",
                                mandateEnds)));
    }

    private Signatory head() {
        return new Signatory(head, "Ulla Avdelningschef", agency, "Skolmyndigheten", "delegationsordningen", null);
    }

    private static byte[] pdf(String text) {
        return ("%PDF-1.7 " + text).getBytes(StandardCharsets.UTF_8);
    }

    private void sign(long person, long id) {
        sign(person, id, view(id).document().checksum());
    }

    private void sign(long person, long id, String read) {
        acting.person(person, () -> own.sign(id, read, UUID.randomUUID()));
    }

    private void paper(long id, LocalDate day, byte[] scan) {
        acting.person(officer, () -> {
            papers.register(id, 2, signing.of(id).document().checksum(), day, scan);
            return true;
        });
    }

    private static Object tried(Callable<Object> deed) {
        try {
            return deed.call();
        } catch (Exception refused) {
            return refused;
        }
    }

    private SigningView view(long id) {
        return acting.person(officer, () -> signing.of(id));
    }

    private List<AllSigned> heard(long id) {
        return heard.all.stream().filter(each -> each.request() == id).toList();
    }

    private long count(String table, long id) {
        return cast.behind()
                .sql("select count(*) from records." + table + " where request = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private List<String> log(long chain) {
        return cast.behind()
                .sql("select what from records.audit_entry where organisation = ? order by position")
                .param(chain)
                .query(String.class)
                .list();
    }
}
