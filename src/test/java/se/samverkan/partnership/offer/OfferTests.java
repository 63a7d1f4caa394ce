package se.samverkan.partnership.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.Standing;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** An offer from its draft until it is sent: who makes it, of what, and what the organiser knows before. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=partnership")
class OfferTests {

    @Autowired
    WebApplicationContext application;

    private OfferStage stage;

    @BeforeEach
    void anOffice() {
        stage = new OfferStage(application);
    }

    /** KSBS has words of its own for an area head. */
    @Test
    void callsPeopleAsTheProgrammeDoes() {
        assertThat(stage.page(stage.headTeacher, "/offers/" + stage.sent(OfferStage.TWO)))
                .contains("Grundskolechef eller områdeschef");
    }

    @Test
    void isUnseenByTheOrganiserUntilItIsSent() {
        long id = stage.made(stage.draft(OfferStage.TWO, stage.first));
        Refusal unseen =
                stage.refusal(stage.director, () -> stage.bean(Offers.class).offer(id));
        assertThat(unseen.kind()).isEqualTo(Refusal.Kind.NOT_SEEN);
        assertThat(stage.as(stage.director, () -> stage.bean(Partnerships.class).live()))
                .isEmpty();

        stage.does(stage.officer, () -> stage.bean(OfferSending.class).send(id, 0));
        assertThat(stage.read(stage.director, id).units()).hasSize(1);
        assertThat(stage.standing(id, stage.first)).isEqualTo(Standing.OFFERED);
        assertThat(stage.told("sent", id, stage.office)).isOne();
        assertThat(stage.told("sent", id, stage.organiser)).isOne();
        assertThat(stage.noticed("sent", id)).containsExactlyInAnyOrder(stage.areaHead, stage.headTeacher);
    }

    @Test
    void isMadeByThoseWhoRunPartnershipsThereOnly() {
        OfferDraft draft = stage.draft(OfferStage.TWO, stage.first);
        assertThat(stage.reason(stage.director, () -> stage.making().make(draft)))
                .isEqualTo("refusal.verb.RUN_PARTNERSHIP");
        assertThat(stage.reason(stage.strangers().get(1), () -> stage.making().make(draft)))
                .isEqualTo("refusal.verb.RUN_PARTNERSHIP");
    }

    @Test
    void standsOnARoundWhereTheVariantSaysSo() {
        assertThat(stage.reason(stage.officer, () -> stage.making().make(stage.draft("sbs", stage.first))))
                .isEqualTo("partnership.offer.refusal.round");
    }

    @Test
    void namesUnitsOfTheOrganiserAndOfTheVariantsLevelsOnly() {
        long elsewhere = stage.cast.unit("Annans skola", stage.cast.organisation("Annan"));
        assertThat(stage.reason(
                        stage.officer, () -> stage.making().make(stage.draft(OfferStage.TWO, stage.first, elsewhere))))
                .isEqualTo("partnership.offer.refusal.other-units");
        assertThat(stage.reason(stage.officer, () -> stage.making().make(stage.draft(OfferStage.TWO))))
                .isEqualTo("partnership.offer.refusal.units");
    }

    @Test
    void isOneDraftAtATimeAndIsPutAwayWithoutATraceOutside() {
        long id = stage.made(stage.draft(OfferStage.TWO, stage.first));
        assertThat(stage.reason(stage.officer, () -> stage.making().make(stage.draft(OfferStage.TWO, stage.second))))
                .isEqualTo("partnership.offer.refusal.draft-there");
        stage.does(stage.officer, () -> stage.making().leave(id, 0));
        assertThat(stage.refusal(stage.officer, () -> stage.bean(Offers.class).offer(id))
                        .kind())
                .isEqualTo(Refusal.Kind.NOT_SEEN);
        assertThat(stage.told("left", id, stage.organiser)).isZero();
        stage.sent(OfferStage.TWO);
    }

    @Test
    void isNotRewrittenOnceItIsSent() {
        long id = stage.sent(OfferStage.TWO);
        assertThat(stage.reason(
                        stage.officer, () -> stage.making().change(id, 1, stage.draft(OfferStage.TWO, stage.first))))
                .isEqualTo("partnership.offer.refusal.sent");
        assertThat(stage.reason(
                        stage.officer, () -> stage.bean(OfferSending.class).send(id, 1)))
                .isEqualTo("partnership.offer.refusal.sent");
    }

    @Test
    void isSentAsItWasReadOrNotAtAll() {
        long id = stage.made(stage.draft(OfferStage.TWO, stage.first));
        stage.does(stage.officer, () -> stage.making().change(id, 0, stage.draft(OfferStage.TWO, stage.second)));
        MockHttpServletResponse answer = stage.sends(stage.officer, stage.form("/offers/" + id + "/sending"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(stage.read(id).isDraft()).isTrue();
    }

    @Test
    void ofMoreUnitsJoinsThePartnershipThatGoesOn() {
        long id = stage.sent(stage.draft(OfferStage.TWO, stage.first));
        long more = stage.sent(stage.draft(OfferStage.TWO, stage.second));
        assertThat(stage.read(more).partnership()).isEqualTo(stage.read(id).partnership());
        assertThat(stage.reason(stage.officer, () -> stage.making().make(stage.draft(OfferStage.TWO, stage.first))))
                .isEqualTo("partnership.offer.refusal.takes-part");
    }

    @Test
    void sentTwiceByOneFormCountsOnce() {
        String token = UUID.randomUUID().toString();
        String[] fields = {
            "once",
            token,
            "organiser",
            keyOfOrganiser(),
            "variant",
            OfferStage.TWO,
            "round",
            "",
            "owner",
            keyOf(stage.office),
            "unit",
            stage.key(stage.first),
            "first-term",
            "20274",
            "last-day",
            stage.today().plusDays(9).toString(),
            "why",
            "Tryggheten har gått ned.",
            "message",
            ""
        };
        String once = stage.asks(stage.officer, stage.form("/offers", fields)).getRedirectedUrl();
        assertThat(once).startsWith("/partnerships/offers/");
        assertThat(stage.asks(stage.officer, stage.form("/offers", fields)).getRedirectedUrl())
                .isEqualTo(once);
    }

    private String keyOfOrganiser() {
        return keyOf(stage.organiser);
    }

    private String keyOf(long organisation) {
        return stage.cast
                .behind()
                .sql("select key from organisation.organisation where id = ?")
                .param(organisation)
                .query(String.class)
                .single();
    }

    @Test
    void asksForAReasonWhereAPersonalNumberStandsInIt() {
        Refusal refusal = stage.refusal(stage.officer, () -> new FreeText("Eleven 19811218-9876 trivs inte.", ""));
        assertThat(refusal.reason()).isEqualTo("shared.refusal.personal-number");
    }

    @Test
    void isReadOnAPageByBothSides() {
        long id = stage.made(stage.draft(OfferStage.TWO, stage.first));
        assertThat(stage.page(stage.officer, "/offers/" + id))
                .contains("Så här möter huvudmannen erbjudandet", "Ekskolan");
        stage.does(stage.officer, () -> stage.bean(OfferSending.class).send(id, 0));
        assertThat(stage.page(stage.officer, "/offers")).contains("Provkommunen", "Grundskolechef, Rektor");
        assertThat(stage.page(stage.headTeacher, "/offers/" + id))
                .contains("Tryggheten har gått ned.", "Ja, vi vill vara med");
        assertThat(stage.page(stage.coordinator, "/offers/" + id)).doesNotContain("Ja, vi vill vara med");
    }
}
