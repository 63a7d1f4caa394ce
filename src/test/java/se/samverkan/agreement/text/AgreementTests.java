package se.samverkan.agreement.text;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samverkan.agreement.AgreementStage.NOTHING;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.agreement.AgreementStage;
import se.samverkan.agreement.text.AgreementText.Clause;
import se.samverkan.agreement.text.AgreementView.Stage;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** Two parties write an agreement: each in its own text, until both stand behind one. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=agreement")
class AgreementTests {

    @Autowired
    WebApplicationContext application;

    private AgreementStage stage;

    @BeforeEach
    void aPartnership() {
        stage = new AgreementStage(application, "sbs");
    }

    @Test
    void beginsWithWhatIsKnownOfThePartnership() {
        AgreementView begun = seen(stage.officer, begin());

        assertThat(begun.stage()).isEqualTo(Stage.DRAFT);
        AgreementText text = begun.working().orElseThrow().text();
        assertThat(text.clause("parties").orElseThrow().words())
                .contains("Provby kommun", "Provskolan")
                .doesNotContain("{");
        assertThat(text.clause("time").orElseThrow().words()).contains("VT 2027", "HT 2029");
        assertThat(text.clauses())
                .allSatisfy(clause -> assertThat(clause.heading()).doesNotContain("{"))
                .allSatisfy(clause -> assertThat(clause.words()).doesNotContain("agreement."));
    }

    @Test
    void isUnknownToTheOrganiserUntilItIsHandedOver() {
        long id = begin();

        assertThat(stage.refusal(stage.director, () -> agreements().agreement(id)))
                .isEqualTo("refusal.not-seen");
        stage.does(stage.officer, () -> agreements().handOver(id, 0, NOTHING));
        assertThat(seen(stage.director, id).toAccept()).isPresent();
        assertThat(stage.refusal(stage.neighbour, () -> agreements().agreement(id)))
                .isEqualTo("refusal.not-seen");
        assertThat(stage.refusal(stage.headTeacher, () -> agreements().agreement(id)))
                .isEqualTo("refusal.not-seen");
    }

    @Test
    void showsEachPartyItsOwnUnfinishedTextOnly() {
        long id = handedOver();
        Clause rewritten = new Clause("economy", "Ekonomi", "Staten betalar allt.");
        stage.does(stage.director, () -> agreements().change(id, 0, text -> text.with(rewritten)));

        assertThat(mine(stage.director, id).clause("economy")).contains(rewritten);
        assertThat(mine(stage.officer, id).clause("economy")).isPresent().get().isNotEqualTo(rewritten);
    }

    @Test
    void isSettledWhenThePartyThatWasHandedTheTextAcceptsIt() {
        long id = handedOver();
        stage.does(stage.director, () -> agreements().accept(id, 1));

        AgreementView settled = seen(stage.officer, id);
        assertThat(settled.stage()).isEqualTo(Stage.AGREED);
        assertThat(settled.agreed()).isEqualTo(settled.latest().map(AgreementView.Edition::text));
        assertThat(stage.refusal(stage.officer, () -> agreements().handOver(id, 0, NOTHING)))
                .isEqualTo("agreement.refusal.AGREED");
    }

    @Test
    void cannotBeAcceptedByWhoeverHandedItOver() {
        long id = handedOver();

        assertThat(stage.refusal(stage.officer, () -> agreements().accept(id, 1)))
                .isEqualTo("agreement.refusal.nothing-to-accept");
    }

    @Test
    void isNotAcceptedInAnEditionThatHasBeenAnsweredMeanwhile() {
        long id = handedOver();
        stage.does(stage.director, () -> agreements().change(id, 0, text -> text.without("data")));
        stage.does(stage.director, () -> agreements().handOver(id, 1, new FreeText("Vi stryker en sak", "")));

        assertThat(stage.refusal(stage.director, () -> agreements().accept(id, 1)))
                .isEqualTo("agreement.refusal.nothing-to-accept");
        assertThat(seen(stage.officer, id).toAccept()).isPresent();
    }

    @Test
    void refusesToHandOverWhatIsAlreadyHandedOver() {
        long id = handedOver();

        assertThat(stage.refusal(stage.director, () -> agreements().handOver(id, 0, NOTHING)))
                .isEqualTo("agreement.refusal.nothing-new");
    }

    @Test
    void isAcceptedOnceWhenTwoAcceptAtTheSameTime() {
        long id = handedOver();
        List<CompletableFuture<Void>> both = IntStream.range(0, 2)
                .mapToObj(n -> CompletableFuture.runAsync(
                        () -> stage.does(stage.director, () -> agreements().accept(id, 1))))
                .toList();
        long refused = both.stream().filter(AgreementTests::isRefused).count();

        assertThat(refused).isEqualTo(1);
        assertThat(seen(stage.director, id).accepted()).isPresent();
    }

    @Test
    void goesOnFromTheOtherPartysText() {
        long id = handedOver();
        stage.does(stage.director, () -> agreements().change(id, 0, text -> text.without("data")));
        stage.does(stage.director, () -> agreements().handOver(id, 1, NOTHING));
        stage.does(stage.officer, () -> agreements().takeOver(id, 0));

        assertThat(mine(stage.officer, id)).isEqualTo(mine(stage.director, id));
    }

    @Test
    void isChangedByAmendmentsOnceItIsInForce() {
        long first = stage.asked();
        assertThat(stage.refusal(
                        stage.officer,
                        () -> stage.bean(BeginningAgreements.class).begin(stage.partnership)))
                .isEqualTo("agreement.refusal.one-at-a-time");
        stage.sign(stage.head, first);
        stage.sign(stage.director, first);

        AgreementView amendment = seen(stage.officer, begin());

        assertThat(amendment.number()).isEqualTo(1);
        assertThat(amendment.working().orElseThrow().text())
                .isEqualTo(seen(stage.officer, first).agreed().orElseThrow());
    }

    @Test
    void canBeSetAsideByTheAgencyAndBegunAnew() {
        long id = begin();
        stage.does(stage.officer, () -> agreements().setAside(id, new FreeText("Vi börjar om", "")));

        assertThat(seen(stage.officer, id).stage()).isEqualTo(Stage.SET_ASIDE);
        long anew = begin();
        assertThat(anew).isNotEqualTo(id);
        assertThat(seen(stage.officer, anew).number()).isZero();
    }

    @Test
    void doesNotExistInAProgrammeWithoutAgreements() {
        AgreementStage municipal = new AgreementStage(application, "ksbs");

        assertThat(municipal.refusal(
                        municipal.officer,
                        () -> municipal.bean(BeginningAgreements.class).begin(municipal.partnership)))
                .isEqualTo("agreement.refusal.none-in-programme");
    }

    @Test
    void isBegunByTheAgencyOnly() {
        assertThat(stage.refusal(
                        stage.director,
                        () -> stage.bean(BeginningAgreements.class).begin(stage.partnership)))
                .isEqualTo("refusal.verb.DRAW_UP_AGREEMENT");
    }

    @Test
    void refusesAChangeMadeFromAnOlderText() {
        long id = begin();
        stage.does(stage.officer, () -> agreements().change(id, 0, text -> text.raised("time")));

        assertThat(stage.refusal(stage.officer, () -> agreements().change(id, 0, text -> text.without("time"))))
                .isEqualTo("refusal.stale");
    }

    @Test
    void holdsByTriggerWhatHasBeenHandedOver() {
        long id = handedOver();

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> stage.cast
                        .behind()
                        .sql("update agreement.edition set words = 'annat' where agreement = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    /** Row-level security, asked in SQL as each person: the working text of the other party is not there. */
    @Test
    void hidesTheOtherPartysRowsInTheDatabase() {
        long id = handedOver();
        stage.does(stage.director, () -> agreements().change(id, 0, text -> text.without("data")));

        assertThat(stage.rows(stage.officer, "select party from agreement.working_text where agreement = " + id))
                .containsExactly("AGENCY");
        assertThat(stage.rows(stage.director, "select party from agreement.working_text where agreement = " + id))
                .containsExactly("ORGANISER");
        assertThat(stage.rows(stage.neighbour, "select id::text from agreement.agreement where id = " + id))
                .isEmpty();
        assertThat(stage.rows(stage.headTeacher, "select number::text from agreement.edition where agreement = " + id))
                .isEmpty();
    }

    private Agreements agreements() {
        return stage.bean(Agreements.class);
    }

    private long begin() {
        return stage.as(
                stage.officer, () -> stage.bean(BeginningAgreements.class).begin(stage.partnership));
    }

    /** The agreement, written by the officer and handed over. */
    private long handedOver() {
        long id = begin();
        stage.does(stage.officer, () -> agreements().handOver(id, 0, NOTHING));
        return id;
    }

    private AgreementView seen(long person, long agreement) {
        return stage.as(person, () -> agreements().agreement(agreement));
    }

    private AgreementText mine(long person, long agreement) {
        return seen(person, agreement).working().orElseThrow().text();
    }

    private static boolean isRefused(CompletableFuture<Void> deed) {
        try {
            deed.join();
            return false;
        } catch (CompletionException failed) {
            return failed.getCause() instanceof Refusal;
        }
    }
}
