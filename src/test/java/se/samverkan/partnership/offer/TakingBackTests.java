package se.samverkan.partnership.offer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.partnership.Standing;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** A sent offer that is taken back by those who made it: with a reason, and only as long as nobody has answered. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=partnership")
class TakingBackTests {

    private static final FreeText WHY = new FreeText("Fel enhet stod i erbjudandet.", "");

    @Autowired
    WebApplicationContext application;

    private OfferStage stage;

    @BeforeEach
    void anOffice() {
        stage = new OfferStage(application);
    }

    @Test
    void tellsThoseWhoWereAskedAndLetsANewOfferBeMade() {
        long offer = stage.sent(OfferStage.TWO);
        stage.does(stage.officer, () -> takingBack().takeBack(offer, 1, WHY));

        Offer read = stage.read(stage.headTeacher, offer);
        assertThat(read.state(stage.today())).isEqualTo(Offer.State.TAKEN_BACK);
        assertThat(read.takenBack().orElseThrow().why()).isEqualTo(WHY.text());
        assertThat(stage.standing(offer, stage.first)).isEqualTo(Standing.WITHDRAWN);
        assertThat(stage.read(offer).standing()).isEqualTo(Standing.WITHDRAWN);
        assertThat(stage.noticed("taken-back", offer))
                .containsExactlyInAnyOrder(stage.areaHead, stage.headTeacher, stage.otherHeadTeacher);
        assertThat(stage.told("recalled", offer, stage.office)).isOne();
        assertThat(stage.told("recalled", offer, stage.organiser)).isOne();
        assertThat(stage.page(stage.headTeacher, "/offers/" + offer)).contains(WHY.text(), "Du behöver inte svara");

        long again = stage.sent(OfferStage.TWO);
        assertThat(stage.standing(again, stage.first)).isEqualTo(Standing.OFFERED);
    }

    /** One unit was offered a place by mistake, while the other goes on: it is offered one again in the same partnership. */
    @Test
    void letsItsUnitsBeOfferedAgainInAPartnershipThatGoesOn() {
        long going = stage.sent(stage.draft(OfferStage.TWO, stage.first));
        long partnership = stage.read(going).partnership();
        long recalled = stage.sent(stage.draft(OfferStage.TWO, stage.second));
        stage.does(stage.officer, () -> takingBack().takeBack(recalled, 1, WHY));
        assertThat(stage.standing(recalled, stage.second)).isEqualTo(Standing.WITHDRAWN);

        long again = stage.sent(stage.draft(OfferStage.TWO, stage.second));

        assertThat(stage.read(again).partnership()).isEqualTo(partnership);
        assertThat(stage.standing(again, stage.second)).isEqualTo(Standing.OFFERED);
        assertThat(stage.standing(recalled, stage.second))
                .as("what the old one says")
                .isEqualTo(Standing.WITHDRAWN);
        assertThat(stage.refusal(
                        stage.otherHeadTeacher,
                        () -> stage.answering()
                                .answer(
                                        recalled,
                                        java.util.List.of(Answer.yes(stage.key(stage.second))),
                                        Mandate.NONE)))
                .isNotNull();
        stage.says(stage.otherHeadTeacher, again, Answer.yes(stage.key(stage.second)));
        stage.says(stage.areaHead, again, Answer.yes(stage.key(stage.second)));
        assertThat(stage.standing(again, stage.second)).isEqualTo(Standing.ACCEPTED);
        assertThat(stage.standing(going, stage.first)).isEqualTo(Standing.OFFERED);
    }

    @Test
    void isNotOfferedAgainOnceItHasAnswered() {
        long offer = stage.sent(OfferStage.TWO);
        stage.says(stage.headTeacher, offer, Answer.no(stage.key(stage.first), AnswerReason.values()[0], "Inte i år"));

        assertThat(stage.reason(stage.officer, () -> stage.sent(stage.draft(OfferStage.TWO, stage.first))))
                .isEqualTo("partnership.offer.refusal.takes-part");
    }

    @Test
    void cannotBeAnsweredAnyMore() {
        long offer = stage.sent(OfferStage.TWO);
        stage.does(stage.officer, () -> takingBack().takeBack(offer, 1, WHY));
        stage.refusal(
                stage.headTeacher,
                () -> stage.answering()
                        .answer(offer, java.util.List.of(Answer.yes(stage.key(stage.first))), Mandate.NONE));
        assertThat(stage.count("select count(*) from partnership.approval a join partnership.offered_unit u "
                        + "on u.id = a.offered_unit where u.offer = " + offer))
                .isZero();
    }

    @Test
    void isRefusedWhenSomebodyHasAnswered() {
        long offer = stage.sent(OfferStage.TWO);
        stage.says(stage.headTeacher, offer, Answer.yes(stage.key(stage.first)));
        assertThat(stage.reason(stage.officer, () -> takingBack().takeBack(offer, 1, WHY)))
                .isEqualTo("partnership.offer.refusal.answered");
        assertThat(stage.as(stage.officer, () -> stage.bean(StoredDrafts.class).takeBack(offer, 1, "Prov")))
                .as("past the door")
                .isFalse();
        assertThat(stage.standing(offer, stage.second)).isEqualTo(Standing.OFFERED);
    }

    @Test
    void isOfThoseWhoMadeItOnlyAndWithAReason() {
        long offer = stage.sent(OfferStage.TWO);
        assertThat(stage.reason(stage.director, () -> takingBack().takeBack(offer, 1, WHY)))
                .isEqualTo("refusal.verb.RUN_PARTNERSHIP");
        assertThat(stage.as(stage.director, () -> stage.bean(StoredDrafts.class).takeBack(offer, 1, "Prov")))
                .as("past the door")
                .isFalse();
        assertThat(stage.reason(stage.officer, () -> takingBack().takeBack(offer, 1, FreeText.NONE)))
                .isEqualTo("partnership.offer.refusal.taken-back-why");
        assertThat(stage.refusal(stage.officer, () -> takingBack().takeBack(offer, 0, WHY))
                        .kind())
                .isEqualTo(Refusal.Kind.STALE);
    }

    private TakingBack takingBack() {
        return stage.bean(TakingBack.class);
    }
}
