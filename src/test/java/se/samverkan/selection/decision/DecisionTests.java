package se.samverkan.selection.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.Role;
import se.samverkan.selection.RoundOfFigures;
import se.samverkan.selection.allotment.Allotting;
import se.samverkan.selection.decision.DecisionView.Proposal;
import se.samverkan.selection.decision.StoredDecisions.Format;
import se.samverkan.selection.method.Utf8;
import se.samverkan.selection.round.Duty;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** A decision is proposed by one and made by another, neither of them partial, and stands with its document for ever. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=selection")
class DecisionTests {

    private static final FreeText NOTHING = new FreeText("", "");
    private static final Declaration IMPARTIAL = new Declaration(true, NOTHING);

    @Autowired
    BeanFactory application;

    @Autowired
    JdbcClient database;

    private RoundOfFigures round;
    private long decider;

    @BeforeEach
    void anAllottedRound() {
        round = new RoundOfFigures(application, 2);
        round.freeze();
        round.plan();
        round.list();
        decider = round.joined("Berit Beslutsfattare", Role.DECIDER, Duty.DECIDER);
    }

    private void draw() {
        round.does(() -> round.bean(Allotting.class).draw(round.id));
    }

    private Deciding deciding() {
        return round.bean(Deciding.class);
    }

    private void propose() {
        round.does(() -> deciding().propose(round.id, words("Behovet är störst här."), "SM 2027:12", IMPARTIAL));
    }

    private static FreeText words(String text) {
        return new FreeText(text, "");
    }

    private DecisionView seen() {
        return round.as(round.officer, () -> deciding().of(round.id));
    }

    private void decides(long person) {
        round.as(person, () -> {
            deciding().decide(round.id, 1, words("Enligt förslaget."), IMPARTIAL);
            return true;
        });
    }

    private String refused(long person, Runnable deed) {
        try {
            round.as(person, () -> {
                deed.run();
                return true;
            });
            return "";
        } catch (Refusal refusal) {
            return refusal.reason();
        }
    }

    @Test
    void isProposedOnlyOnceThePlacesAreAllottedAndWithReasonsAndADeclaration() {
        assertThat(round.refused(this::propose)).isEqualTo("selection.refusal.not-allotted");
        draw();
        assertThat(round.refused(() -> deciding().propose(round.id, words(" "), "", IMPARTIAL)))
                .isEqualTo("selection.refusal.proposal-reasons");
        assertThat(round.refused(
                        () -> deciding().propose(round.id, words("Skäl"), "", new Declaration(false, NOTHING))))
                .isEqualTo("selection.refusal.declaration");
        propose();

        assertThat(seen().open()).map(Proposal::caseNumber).contains("SM 2027:12");
        assertThat(round.refused(this::propose)).isEqualTo("selection.refusal.proposed");
    }

    @Test
    void isMadeBySomebodyElseThanWhoProposed() {
        draw();
        propose();
        round.cast.assign(round.officer, Role.DECIDER, round.agency, null);
        round.does(() -> round.bean(SelectionRounds.class).join(round.id, round.officer, Duty.DECIDER));

        assertThat(refused(round.officer, () -> decides(round.officer))).isEqualTo("selection.refusal.own-proposal");
        fails(
                round.officer,
                "insert into selection.decision (round, proposal, reasons, interest) values (" + round.id
                        + ", 1, '', '')");
        decides(decider);
        assertThat(seen().decision()).map(DecisionView.Decision::by).contains("Berit Beslutsfattare");
    }

    private void fails(long person, String sql) {
        assertThatThrownBy(() -> round.as(
                        person,
                        () -> new TransactionTemplate(round.bean(PlatformTransactionManager.class))
                                .execute(status -> database.sql(sql).update())))
                .as(sql)
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }

    @Test
    void isHandedBackWithAReasonAndThenProposedAnew() {
        draw();
        propose();
        round.as(decider, () -> {
            deciding().handBack(round.id, 1, words("Skriv vad stödet kostar."));
            return true;
        });

        assertThat(refused(decider, () -> decides(decider))).isEqualTo("selection.refusal.proposal-gone");
        propose();
        assertThat(seen().proposals()).extracting(Proposal::version).containsExactly(2, 1);
        assertThat(seen().proposals().getLast().handedBack())
                .map(DecisionView.HandedBack::reason)
                .contains("Skriv vad stödet kostar.");
        assertThat(refused(decider, () -> decides(decider)))
                .as("the form showed the first one")
                .isEqualTo("selection.refusal.proposal-gone");
    }

    @Test
    void isNotMadeBySomebodyWhoIsPartial() {
        draw();
        propose();
        round.as(decider, () -> {
            deciding().standAside(round.id, words("Min syster är rektor på en av skolorna."));
            return true;
        });

        assertThat(refused(decider, () -> decides(decider))).isEqualTo("selection.refusal.stands-aside");
        fails(
                decider,
                "insert into selection.decision (round, proposal, reasons, interest) values (" + round.id
                        + ", 1, '', '')");
        long other = round.joined("Bo Beslutsfattare", Role.DECIDER, Duty.DECIDER);
        decides(other);
        assertThat(seen().recusals()).extracting(DecisionView.Recusal::by).containsExactly("Berit Beslutsfattare");
    }

    @Test
    void isMadeOnceWhenTwoDecideAtTheSameTime() throws Exception {
        draw();
        propose();
        long other = round.joined("Bo Beslutsfattare", Role.DECIDER, Duty.DECIDER);
        Callable<String> first = () -> refused(decider, () -> decides(decider));
        Callable<String> second = () -> refused(other, () -> decides(other));
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<String>> both = two.invokeAll(List.of(first, second));
            assertThat(List.of(both.get(0).get(), both.get(1).get()))
                    .containsExactlyInAnyOrder("", "selection.refusal.decided");
        }
    }

    @Test
    void keepsItsDocumentByteByByteAndNothingOfItIsChanged() {
        draw();
        propose();
        decides(decider);
        byte[] pdf = round.as(round.officer, () -> deciding().document(round.id, Format.PDF));
        byte[] again = round.as(decider, () -> deciding().document(round.id, Format.PDF));

        assertThat(again).isEqualTo(pdf);
        assertThat(round.behind()
                        .sql(
                                "select encode(checksum, 'hex') from selection.decision_document where round = ? and format = 'PDF'")
                        .param(round.id)
                        .query(String.class)
                        .single())
                .isEqualTo(Utf8.sha256(pdf));
        assertThat(round.as(decider, () -> deciding().document(round.id, Format.DOCX)))
                .isNotEmpty();
        fails(decider, "update selection.decision set reasons = 'x' where round = " + round.id);
        fails(decider, "delete from selection.decision_document where round = " + round.id);
        fails(
                decider,
                "insert into selection.decision_document (round, format, content) values (" + round.id
                        + ", 'PDF', 'x')");
        assertThat(round.refused(this::propose)).isEqualTo("selection.refusal.decided");
    }

    @Test
    void saysInTheDocumentWhatTheLawAsksFor() {
        draw();
        propose();
        decides(decider);
        String text = text();

        assertThat(text)
                .contains("SM 2027:12", "Berit Beslutsfattare", "Hanna Handläggare", "Behovet är störst här.")
                .contains(
                        "Enligt förslaget.",
                        "Att fler ska nå målen",
                        round.basis().checksum());
        round.allotment()
                .units()
                .forEach(each -> assertThat(text).contains(each.unit().place().name()));
    }

    private String text() {
        return round.as(
                decider,
                () -> new TransactionTemplate(round.bean(PlatformTransactionManager.class))
                        .execute(status -> round.bean(DecisionDocuments.class)
                                .document(
                                        round.bean(SelectionRounds.class).round(round.id),
                                        deciding().of(round.id))
                                .toString()));
    }

    @Test
    void canBeReadAsADraftByWhoeverIsAboutToDecide() {
        draw();
        propose();

        assertThat(round.as(decider, () -> deciding().draft(round.id, Format.PDF)))
                .isNotEmpty();
        assertThat(text()).contains("UTKAST");
        decides(decider);
        assertThatThrownBy(() -> round.as(decider, () -> deciding().draft(round.id, Format.PDF)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void isNothingToStrangersAndToOtherDutiesOnlyToRead() {
        draw();
        propose();
        long stranger = round.cast.player("Kollega", Role.DECIDER, round.agency);
        assertThat(refused(stranger, () -> deciding().of(round.id))).isEqualTo("refusal.not-seen");
        assertThat(refused(stranger, () -> decides(stranger))).isEqualTo("refusal.not-seen");

        assertThat(refused(round.officer, () -> decides(round.officer))).isEqualTo("refusal.verb.DECIDE_SELECTION");
        fails(
                round.officer,
                "insert into selection.handing_back (round, proposal, reason) values (" + round.id + ", 1, 'x')");
    }

    @Test
    void leavesATrail() {
        draw();
        propose();
        decides(decider);

        assertThat(round.behind()
                        .sql("select what from records.audit_entry where organisation = ? order by position")
                        .param(round.agency)
                        .query(String.class)
                        .list())
                .containsSubsequence("round.drawn", "round.proposed", "round.decided");
    }
}
