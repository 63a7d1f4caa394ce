package se.samverkan.agreement.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.samverkan.agreement.AgreementStage.NOTHING;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.agreement.AgreementStage;
import se.samverkan.agreement.text.AgreementView;
import se.samverkan.agreement.text.AgreementView.Stage;
import se.samverkan.agreement.text.Agreements;
import se.samverkan.notice.ToDos;
import se.samverkan.records.document.Documents;
import se.samverkan.records.signature.Signing;
import se.samverkan.records.signature.SigningOnBehalf;
import se.samverkan.records.signature.SigningView;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** An agreement is signed by those whom both parties have named, as they read it, and is then in force for good. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=agreement")
class AgreementSigningTests {

    private static final FreeText WHY = new FreeText("Beloppet för andra året är fel.", "");

    @Autowired
    WebApplicationContext application;

    private AgreementStage stage;

    @BeforeEach
    void aPartnership() {
        stage = new AgreementStage(application, "sbs");
    }

    @Test
    void isInForceWhenAllHaveSigned() {
        long id = stage.asked();
        stage.sign(stage.head, id);
        assertThat(seen(stage.director, id).stage()).isEqualTo(Stage.AGREED);
        stage.sign(stage.director, id);

        AgreementView signed = seen(stage.director, id);
        assertThat(signed.stage()).isEqualTo(Stage.IN_FORCE);
        assertThat(signed.inForce().orElseThrow().checksum())
                .isEqualTo(signing(id).document().checksum());
        assertThat(log(stage.agency)).contains("agreement.signing-asked", "agreement.in-force");
        assertThat(log(stage.organiser)).contains("agreement.accepted", "agreement.in-force");
    }

    @Test
    void putsAnAccessibleDocumentBeforeTheSignatories() {
        long id = stage.asked();

        byte[] pdf = stage.as(stage.director, () -> stage.bean(Signing.class).document(stage.request(id), 1));
        assertThat(new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        assertThat(stage.page(stage.director, "/signatures/" + stage.request(id)))
                .contains("Överenskommelse mellan", "Läs dokumentet", "Skriv under");
    }

    @Test
    void isNamedByEachPartyForItself() {
        long id = stage.agreed();

        assertThat(stage.refusal(stage.officer, () -> name(id, stage.director)))
                .isEqualTo("agreement.refusal.signatory");
        assertThat(stage.refusal(stage.director, () -> name(id, stage.head))).isEqualTo("agreement.refusal.signatory");
        assertThat(stage.refusal(stage.officer, () -> signings().ask(id, 1))).isEqualTo("agreement.refusal.both-name");
        assertThat(stage.refusal(
                        stage.director,
                        () -> stage.bean(Signatories.class)
                                .name(id, stage.director, WHY, Optional.of(today().minusDays(1)))))
                .isEqualTo("agreement.refusal.mandate-ended");
        stage.name(stage.officer, id, stage.head, Optional.empty());
        assertThat(stage.refusal(stage.officer, () -> name(id, stage.head)))
                .isEqualTo("agreement.refusal.named-already");
        assertThat(stage.refusal(
                        stage.director, () -> stage.bean(Signatories.class).remove(id, stage.head)))
                .isEqualTo("refusal.stale");
        assertThat(stage.refusal(stage.neighbour, () -> signings().state(id))).isEqualTo("refusal.not-seen");
        assertThat(stage.rows(stage.neighbour, "select mandate from agreement.signatory"))
                .isEmpty();
    }

    @Test
    void isNotAskedForByTheOrganiserNorWithAMandateThatHasEnded() {
        long id = stage.agreed();
        stage.name(stage.officer, id, stage.head, Optional.empty());
        stage.name(stage.director, id, stage.director, Optional.of(today()));

        assertThat(stage.refusal(stage.director, () -> signings().ask(id, 1)))
                .isEqualTo("refusal.verb.DRAW_UP_AGREEMENT");
        past(id);
        assertThat(stage.refusal(stage.officer, () -> signings().ask(id, 1)))
                .isEqualTo("agreement.refusal.mandate-of-ended");
        assertThat(stage.page(stage.director, "/agreements/" + id + "/signing"))
                .contains("Rätten att skriva under har gått ut");
    }

    @Test
    void refusesASignatureByAMandateThatEndedYesterdayAndLetsSomebodyElseBeNamed() {
        long id = stage.agreed();
        stage.name(stage.officer, id, stage.head, Optional.empty());
        stage.name(stage.director, id, stage.director, Optional.of(today()));
        stage.does(stage.officer, () -> signings().ask(id, 1));
        stage.sign(stage.head, id);
        aDayPasses(id);

        assertThat(stage.refusal(stage.director, () -> stage.sign(stage.director, id)))
                .isEqualTo("signature.refusal.mandate-ended");
        assertThat(stage.page(stage.director, "/agreements/" + id + "/signing"))
                .contains("Din rätt att skriva under gällde till och med")
                .doesNotContain("Läs och skriv under");
        assertThat(stage.page(stage.officer, "/agreements/" + id + "/signing")).contains("Ta tillbaka dokumentet");

        stage.does(stage.officer, () -> signings().takeBack(id, false, WHY));
        stage.does(stage.director, () -> stage.bean(Signatories.class).remove(id, stage.director));
        stage.name(stage.director, id, stage.director, Optional.empty());
        stage.does(stage.officer, () -> signings().ask(id, 1));
        stage.sign(stage.head, id);
        stage.sign(stage.director, id);
        assertThat(seen(stage.officer, id).stage()).isEqualTo(Stage.IN_FORCE);
    }

    @Test
    void refusesTheSecondSignatureWhenTheTextChangedAndTellsBoth() {
        long id = stage.asked();
        String read = signing(id).document().checksum();
        long request = stage.request(id);
        stage.sign(stage.head, id);
        stage.does(stage.officer, () -> signings().takeBack(id, true, WHY));

        assertThat(stage.refusal(stage.director, () -> stage.sign(stage.director, id)))
                .isEqualTo("signature.refusal.withdrawn");
        assertThat(stage.page(stage.director, "/agreements/" + id)).contains("Beloppet för andra året är fel.");
        assertThat(stage.page(stage.head, "/signatures/" + request)).contains("Beloppet för andra året är fel.");

        stage.does(stage.officer, () -> agreements().change(id, 1, text -> text.without("data")));
        stage.does(stage.officer, () -> agreements().handOver(id, 2, NOTHING));
        stage.does(stage.director, () -> agreements().accept(id, 2));
        stage.does(stage.officer, () -> signings().ask(id, 2));
        assertThat(stage.request(id)).isEqualTo(request);
        assertThat(stage.refusal(stage.director, () -> new SigningOnBehalf(application).sign(request, read)))
                .isEqualTo("signature.refusal.changed");
        assertThat(stage.page(stage.head, "/signatures/" + request))
                .contains("Din underskrift finns kvar men gäller inte");

        stage.sign(stage.director, id);
        assertThat(seen(stage.officer, id).stage()).isEqualTo(Stage.AGREED);
        stage.sign(stage.head, id);
        assertThat(seen(stage.officer, id).agreed())
                .isEqualTo(seen(stage.officer, id).edition(2).map(AgreementView.Edition::text));
        assertThat(seen(stage.officer, id).stage()).isEqualTo(Stage.IN_FORCE);
    }

    @Test
    void asksOthersAnewWhenTheSignatoriesChange() {
        long id = stage.asked();
        long first = stage.request(id);
        stage.does(stage.officer, () -> signings().takeBack(id, false, WHY));
        long deputy = stage.cast.player("Vera Vikarie", se.samverkan.access.Role.MANAGEMENT, stage.agency);
        stage.does(stage.officer, () -> stage.bean(Signatories.class).remove(id, stage.head));
        stage.name(stage.officer, id, deputy, Optional.empty());
        stage.does(stage.officer, () -> signings().ask(id, 1));

        assertThat(stage.request(id)).isNotEqualTo(first);
        assertThat(waiting(stage.head)).isEmpty();
        stage.sign(deputy, id);
        stage.sign(stage.director, id);
        assertThat(seen(stage.officer, id).stage()).isEqualTo(Stage.IN_FORCE);
    }

    @Test
    void cannotBeChangedByAnybodyOnceItIsInForce() {
        long id = stage.inForce();

        assertThat(stage.refusal(stage.officer, () -> signings().takeBack(id, true, WHY)))
                .isEqualTo("agreement.refusal.IN_FORCE");
        assertThat(stage.refusal(stage.officer, () -> agreements().handOver(id, 0, NOTHING)))
                .isEqualTo("agreement.refusal.IN_FORCE");
        assertThat(stage.refusal(stage.officer, () -> name(id, stage.head))).isEqualTo("agreement.refusal.IN_FORCE");
        for (String change : List.of(
                "update agreement.working_text set version = 9 where agreement = %d",
                "delete from agreement.signatory where agreement = %d",
                "insert into agreement.edition (agreement, number, party, content) values (%d, 9, 'AGENCY', '{}')",
                "insert into agreement.reopening (agreement, edition, why, made_by) values (%d, 1, 'x', 1)",
                "update agreement.agreement set set_aside_at = now() where id = %d",
                "delete from agreement.in_force where agreement = %d")) {
            assertThatThrownBy(
                            () -> stage.cast.behind().sql(change.formatted(id)).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void isNotInForceByASignatureThatIsNotThere() {
        long id = stage.asked();
        stage.sign(stage.head, id);

        assertThatThrownBy(() -> stage.rows(
                        stage.director,
                        "select id::text from agreement.enter_into_force(%d, 1, repeat('0', 64))"
                                .formatted(stage.request(id))))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> stage.rows(
                        stage.officer,
                        "insert into agreement.in_force (agreement, request, version, checksum) values (%d, %d, 1, repeat('0', 64)) returning agreement::text"
                                .formatted(id, stage.request(id))))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void entersIntoForceOnceWhenTwoSignAtTheSameTime() {
        long id = stage.asked();
        stage.bean(se.samverkan.shared.Installation.class).become(se.samverkan.shared.Installation.Kind.DEMONSTRATION);
        Stream.of(stage.head, stage.director)
                .map(person -> CompletableFuture.runAsync(() -> stage.sign(person, id)))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(seen(stage.officer, id).stage()).isEqualTo(Stage.IN_FORCE);
        assertThat(log(stage.agency).stream().filter("agreement.in-force"::equals))
                .hasSize(1);
    }

    @Test
    void waitsForEverybodyInTurn() {
        long id = stage.agreed();
        assertThat(waiting(stage.officer)).containsExactly("agreement.signing.todo.name");
        assertThat(waiting(stage.director)).containsExactly("agreement.signing.todo.name");
        stage.name(stage.officer, id, stage.head, Optional.empty());
        stage.name(stage.director, id, stage.director, Optional.empty());
        assertThat(waiting(stage.officer)).containsExactly("agreement.signing.todo.ask");
        assertThat(waiting(stage.director)).isEmpty();
        stage.does(stage.officer, () -> signings().ask(id, 1));
        assertThat(waiting(stage.officer)).isEmpty();
        assertThat(waiting(stage.head)).containsExactly("signature.todo");
        assertThat(mail(stage.head)).contains("agreement.to-sign");
        stage.sign(stage.head, id);
        stage.sign(stage.director, id);
        assertThat(waiting(stage.head)).isEmpty();
        assertThat(waiting(stage.officer)).containsExactly("agreement.signing.todo.file");
        assertThat(mail(stage.officer)).contains("agreement.in-force");
    }

    @Test
    void becomesADocumentThatIsSharedWithTheOrganiser() {
        long id = stage.inForce();
        AgreementFiling filing = stage.bean(AgreementFiling.class);

        assertThat(stage.refusal(stage.director, () -> filing.file(id, "", NOTHING)))
                .isEqualTo("refusal.verb.DRAW_UP_AGREEMENT");
        long document = stage.as(stage.officer, () -> filing.file(id, "SK 2027:1204", NOTHING));

        assertThat(stage.as(stage.director, () -> stage.bean(Documents.class).document(document))
                        .title())
                .startsWith("Överenskommelse mellan");
        assertThat(stage.page(stage.director, "/agreements/" + id + "/signing")).contains("/documents/" + document);
        assertThat(stage.page(stage.officer, "/documents/" + document)).contains("SK 2027:1204");
        assertThat(stage.refusal(stage.officer, () -> filing.file(id, "", NOTHING)))
                .isEqualTo("agreement.refusal.filed-already");
    }

    @Test
    void isSignedOnPaperToo() {
        long id = stage.asked();
        stage.sign(stage.head, id);
        stage.does(stage.officer, () -> new SigningOnBehalf(application).paper(stage.request(id), 2, today()));

        assertThat(seen(stage.director, id).stage()).isEqualTo(Stage.IN_FORCE);
    }

    @Test
    void hidesFromOthersWhoSignsByWhatMandate() {
        long id = stage.inForce();

        assertThat(stage.refusal(stage.headTeacher, () -> signings().state(id))).isEqualTo("refusal.not-seen");
        assertThat(stage.rows(stage.headTeacher, "select mandate from agreement.signatory"))
                .isEmpty();
        assertThat(stage.rows(stage.head, "select mandate from agreement.signatory where agreement = " + id))
                .isEmpty();
    }

    private Agreements agreements() {
        return stage.bean(Agreements.class);
    }

    private AgreementSigning signings() {
        return stage.bean(AgreementSigning.class);
    }

    private void name(long id, long person) {
        stage.bean(Signatories.class).name(id, person, WHY, Optional.empty());
    }

    private AgreementView seen(long person, long id) {
        return stage.as(person, () -> agreements().agreement(id));
    }

    private SigningView signing(long id) {
        return stage.as(stage.officer, () -> stage.bean(Signing.class).of(stage.request(id)));
    }

    private static LocalDate today() {
        return LocalDate.now(java.time.ZoneId.of("Europe/Stockholm"));
    }

    /** Lets the organiser's mandates of an agreement have ended yesterday. */
    private void past(long id) {
        stage.cast
                .behind()
                .sql(
                        "update agreement.signatory set mandate_ends = access.today() - 1 where agreement = ? and party = 'ORGANISER'")
                .param(id)
                .update();
    }

    /** The same once it is put before the signatories: what is kept cannot be changed but by its owner, past the trigger. */
    private void aDayPasses(long id) {
        stage.cast
                .behind()
                .sql("alter table records.signatory disable trigger stays")
                .update();
        stage.cast
                .behind()
                .sql(
                        "update records.signatory set mandate_ends = mandate_ends - 1 where request = ? and mandate_ends is not null")
                .param(stage.request(id))
                .update();
        stage.cast
                .behind()
                .sql("alter table records.signatory enable trigger stays")
                .update();
    }

    private List<String> waiting(long person) {
        return stage.as(person, () -> stage.bean(ToDos.class).mine()).stream()
                .map(se.samverkan.notice.ToDo::key)
                .filter(key -> key.startsWith("agreement.signing.") || key.startsWith("signature."))
                .toList();
    }

    private List<String> mail(long person) {
        return stage.cast
                .behind()
                .sql("select e.kind from notice.event e join notice.outbox o on o.event = e.id where o.person = ?")
                .param(person)
                .query(String.class)
                .list();
    }

    private List<String> log(long organisation) {
        return stage.cast
                .behind()
                .sql("select what from records.audit_entry where organisation = ? order by position")
                .param(organisation)
                .query(String.class)
                .list();
    }
}
