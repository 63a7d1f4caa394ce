package se.samverkan.partnership.offer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.partnership.Standing;
import se.samverkan.testing.SamverkanTest;

/** Where a programme asks several: only all of them together bring a unit in, and one no keeps it out. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=partnership")
class ApprovalTests {

    @Autowired
    WebApplicationContext application;

    private OfferStage stage;
    private long offer;

    @BeforeEach
    void anOfferThatTwoAnswer() {
        stage = new OfferStage(application);
        offer = stage.sent(OfferStage.TWO);
    }

    @Test
    void startsWithBothOnly() {
        stage.says(stage.headTeacher, offer, Answer.yes(stage.key(stage.first)));
        assertThat(stage.standing(offer, stage.first)).isEqualTo(Standing.OFFERED);
        assertThat(stage.page(stage.areaHead, "/offers/" + offer))
                .contains("Rut Rektor (Rektor) sa ja", "Grundskolechef eller områdeschef har inte svarat än");
        stage.says(stage.areaHead, offer, Answer.yes(stage.key(stage.first)));
        assertThat(stage.standing(offer, stage.first)).isEqualTo(Standing.ACCEPTED);
    }

    @Test
    void ofOneNoIsANoForThatUnitOnly() {
        stage.says(stage.headTeacher, offer, Answer.yes(stage.key(stage.first)));
        stage.says(
                stage.areaHead,
                offer,
                Answer.no(stage.key(stage.first), AnswerReason.RESOURCES, ""),
                Answer.yes(stage.key(stage.second)));
        assertThat(stage.standing(offer, stage.first)).isEqualTo(Standing.DECLINED);
        assertThat(stage.standing(offer, stage.second)).isEqualTo(Standing.OFFERED);
        stage.says(stage.otherHeadTeacher, offer, Answer.yes(stage.key(stage.second)));
        assertThat(stage.read(offer).standing()).isEqualTo(Standing.ACCEPTED);
    }

    @Test
    void isGivenForTheOwnUnitOnlyAndByThoseWhoAreAsked() {
        assertThat(stage.reason(
                        stage.headTeacher,
                        () -> stage.says(stage.headTeacher, offer, Answer.yes(stage.key(stage.second)))))
                .isEqualTo("refusal.not-seen");
        assertThat(stage.reason(
                        stage.director, () -> stage.says(stage.director, offer, Answer.yes(stage.key(stage.first)))))
                .isEqualTo("partnership.offer.refusal.not-asked");
        assertThat(stage.reason(
                        stage.coordinator,
                        () -> stage.says(stage.coordinator, offer, Answer.yes(stage.key(stage.first)))))
                .isEqualTo("refusal.verb.ANSWER_OFFER");
    }

    @Test
    void ofTwoRolesIsTwoPeoples() {
        stage.cast.assign(stage.headTeacher, Role.AREA_HEAD, stage.organiser, null);
        String key = stage.key(stage.first);
        stage.says(stage.headTeacher, offer, Answer.yes(key));
        assertThat(stage.standing(offer, stage.first)).isEqualTo(Standing.OFFERED);
        assertThat(stage.reason(
                        stage.headTeacher,
                        () -> stage.says(stage.headTeacher, offer, Answer.no(key, AnswerReason.TIME, ""))))
                .isEqualTo("partnership.offer.refusal.two-people");
    }

    @Test
    void waitsOnTheListOfThoseWhoHaveNotAnswered() {
        OfferToDos todos = stage.bean(OfferToDos.class);
        assertThat(stage.as(stage.headTeacher, todos::mine)).hasSize(1);
        stage.says(stage.headTeacher, offer, Answer.yes(stage.key(stage.first)));
        assertThat(stage.as(stage.headTeacher, todos::mine)).isEmpty();
        assertThat(stage.as(stage.areaHead, todos::mine)).singleElement().satisfies(one -> {
            assertThat(one.address()).isEqualTo("/partnerships/offers/" + offer);
            assertThat(one.arguments()).containsExactly(2);
        });
        assertThat(stage.as(stage.director, todos::mine)).isEmpty();
        assertThat(stage.as(stage.neighbour, todos::mine)).isEmpty();
    }

    /** No code asks which programme it is: one with three approvers is walked through by what it says. */
    @Test
    void ofAnInventedVariantNeedsItsThree() {
        long three = stage.sent(stage.draft(
                stage.variant("tre", Role.EDUCATION_DIRECTOR, Role.AREA_HEAD, Role.HEAD_TEACHER), stage.first));
        String key = stage.key(stage.first);
        stage.says(stage.areaHead, three, Answer.yes(key));
        stage.says(stage.director, three, Answer.yes(key));
        assertThat(stage.standing(three, stage.first)).isEqualTo(Standing.OFFERED);
        stage.says(stage.headTeacher, three, Answer.yes(key));
        assertThat(stage.standing(three, stage.first)).isEqualTo(Standing.ACCEPTED);

        Offer ready = stage.read(three);
        stage.does(
                stage.officer, () -> stage.bean(Starting.class).start(ready.partnership(), ready.partnershipVersion()));
        assertThat(stage.read(three).standing()).isEqualTo(Standing.RUNNING);
    }
}
