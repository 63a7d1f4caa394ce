package se.samverkan.partnership.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.partnership.Standing;
import se.samverkan.selection.ExclusionHint;
import se.samverkan.selection.ExclusionHint.Ground;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.SamverkanTest;

/** What an organiser answers: unit by unit, with a reason or a mandate, once, and in time. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=partnership")
class AnswerTests {

    @Autowired
    WebApplicationContext application;

    private OfferStage stage;
    private long offer;

    @BeforeEach
    void anOfferThatTheDirectorAnswers() {
        stage = new OfferStage(application);
        offer = stage.sent(stage.variant("en", Role.EDUCATION_DIRECTOR));
    }

    @Test
    void isGivenUnitByUnit() {
        stage.says(stage.director, offer, Answer.yes(stage.key(stage.first)));
        assertThat(stage.read(offer).standing()).isEqualTo(Standing.OFFERED);
        stage.says(stage.director, offer, Answer.no(stage.key(stage.second), AnswerReason.OWN_WORK, "Läslyftet."));

        Offer answered = stage.read(offer);
        assertThat(stage.standing(offer, stage.first)).isEqualTo(Standing.ACCEPTED);
        assertThat(stage.standing(offer, stage.second)).isEqualTo(Standing.DECLINED);
        assertThat(answered.standing()).isEqualTo(Standing.ACCEPTED);
        assertThat(answered.isReady()).isTrue();
        assertThat(stage.told("accepted", offer, stage.organiser)).isOne();
        assertThat(stage.told("declined", offer, stage.office)).isOne();
        assertThat(stage.noticed("answered", offer)).containsExactly(stage.officer);
    }

    @Test
    void startsThePartnershipWithTheUnitsThatSaidYes() {
        stage.says(stage.director, offer, Answer.yes(stage.key(stage.first)));
        long partnership = stage.read(offer).partnership();
        assertThat(stage.reason(stage.officer, () -> start(partnership)))
                .isEqualTo("partnership.offer.refusal.answers-missing");
        stage.says(stage.director, offer, Answer.no(stage.key(stage.second), AnswerReason.TIME, ""));
        assertThat(stage.reason(stage.director, () -> start(partnership))).isEqualTo("refusal.verb.RUN_PARTNERSHIP");
        stage.does(stage.officer, () -> start(partnership));
        assertThat(stage.standing(offer, stage.first)).isEqualTo(Standing.RUNNING);
        assertThat(stage.standing(offer, stage.second)).isEqualTo(Standing.DECLINED);
        assertThat(stage.read(offer).standing()).isEqualTo(Standing.RUNNING);
    }

    private void start(long partnership) {
        stage.bean(Starting.class).start(partnership, stage.read(offer).partnershipVersion());
    }

    @Test
    void needsAReasonForANo() {
        assertThat(stage.reason(
                        stage.director,
                        () -> stage.says(
                                stage.director, offer, Answer.no(stage.key(stage.first), AnswerReason.OTHER, ""))))
                .isEqualTo("partnership.offer.refusal.reason-words");
    }

    @Test
    void saysItsMandateWhereTheVariantAsksForOne() {
        String variant = stage.variant("mandat", Role.EDUCATION_DIRECTOR);
        stage.behind("alter table programme.version disable trigger published");
        stage.behind("update programme.version set whole = jsonb_set(whole, '{entry,approvals,0,mandate}', 'true')"
                + " where variant = '" + variant + "'");
        stage.behind("alter table programme.version enable trigger published");
        long asked = stage.sent(variant);
        Answer yes = Answer.yes(stage.key(stage.first));
        assertThat(stage.reason(stage.director, () -> stage.says(stage.director, asked, yes)))
                .isEqualTo("partnership.offer.refusal.mandate");
        Mandate without = new Mandate(Optional.of(Mandate.Kind.BOARD), "Nämnden", "", Optional.empty());
        assertThat(stage.reason(stage.director, () -> stage.says(stage.director, asked, without, yes)))
                .isEqualTo("partnership.offer.refusal.mandate-board");
        LocalDate day = stage.today().minusDays(3);
        stage.says(
                stage.director,
                asked,
                new Mandate(Optional.of(Mandate.Kind.BOARD), "Nämnden", "41", Optional.of(day)),
                yes);
        assertThat(stage.cast
                        .behind()
                        .sql(
                                "select mandate from partnership.decision where partnership = ? and unit = ? and kind = 'ACCEPTED'")
                        .params(stage.read(asked).partnership(), stage.first)
                        .query(String.class)
                        .single())
                .isEqualTo("Nämnden § 41, " + day);
    }

    @Test
    void ofTwoPeopleTheFirstHoldsAndTheSecondsTextIsKept() throws Exception {
        long colleague = stage.cast.player("Kalle Utbildningschef", Role.EDUCATION_DIRECTOR, stage.organiser);
        String key = stage.key(stage.first);
        stage.says(stage.director, offer, Answer.no(key, AnswerReason.TIME, ""));

        MockHttpServletResponse answer = stage.sends(
                colleague,
                stage.form(
                        "/offers/" + offer + "/answers",
                        "seen.answer-" + key,
                        "",
                        "seen.reason-" + key,
                        "",
                        "seen.words-" + key,
                        "",
                        "answer-" + key,
                        "YES",
                        "reason-" + key,
                        "",
                        "words-" + key,
                        "Vi vill så gärna."));
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString())
                .contains("Någon annan hann svara före dig", "Ulla Utbildningschef", "Vi vill så gärna.");
        assertThat(stage.standing(offer, stage.first)).isEqualTo(Standing.DECLINED);
    }

    @Test
    void ofTwoPeopleWhoSayTheSameIsOne() {
        long colleague = stage.cast.player("Kalle Utbildningschef", Role.EDUCATION_DIRECTOR, stage.organiser);
        stage.says(stage.director, offer, Answer.yes(stage.key(stage.first)));
        stage.says(colleague, offer, Answer.yes(stage.key(stage.first)));
        assertThat(stage.told("accepted", offer, stage.office)).isOne();
    }

    @Test
    void sentTwiceByOneFormCountsOnce() {
        String token = UUID.randomUUID().toString();
        String key = stage.key(stage.first);
        for (int i = 0; i < 2; i++) {
            MockHttpServletResponse answer = stage.asks(
                    stage.director, stage.form("/offers/" + offer + "/answers", "once", token, "answer-" + key, "YES"));
            assertThat(answer.getRedirectedUrl()).isEqualTo("/partnerships/offers/" + offer);
        }
        assertThat(stage.told("accepted", offer, stage.office)).isOne();
    }

    @Test
    void afterTheLastDayIsRefusedWithWhatToDo() throws Exception {
        stage.passDay(offer);
        Refusal late = stage.refusal(
                stage.director, () -> stage.says(stage.director, offer, Answer.yes(stage.key(stage.first))));
        assertThat(late.reason()).isEqualTo("partnership.offer.refusal.day-passed");
        String key = stage.key(stage.first);
        MockHttpServletResponse answer = stage.sends(
                stage.director,
                stage.form("/offers/" + offer + "/answers", "answer-" + key, "YES", "words-" + key, "Äntligen"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("be om mer tid", "Hanna Handläggare", "Äntligen");
    }

    @Test
    void ofYesIsTakenBackBeforeTheStartWithAReason() {
        stage.says(stage.director, offer, Answer.yes(stage.key(stage.first)), Answer.yes(stage.key(stage.second)));
        takeBack(stage.first);
        assertThat(stage.standing(offer, stage.first)).isEqualTo(Standing.WITHDRAWN);
        assertThat(stage.read(offer).standing()).isEqualTo(Standing.ACCEPTED);
        assertThat(stage.told("taken-back", offer, stage.organiser)).isOne();

        long partnership = stage.read(offer).partnership();
        stage.does(stage.officer, () -> start(partnership));
        assertThat(stage.reason(stage.director, () -> takeBack(stage.second)))
                .isEqualTo("partnership.offer.refusal.take-back");
    }

    @Test
    void thatTakesBackTheLastYesEndsIt() {
        stage.says(stage.director, offer, Answer.yes(stage.key(stage.first)));
        stage.says(stage.director, offer, Answer.no(stage.key(stage.second), AnswerReason.TIME, ""));
        takeBack(stage.first);
        assertThat(stage.read(offer).standing()).isEqualTo(Standing.DECLINED);
    }

    private void takeBack(long unit) {
        stage.does(
                stage.director,
                () -> stage.answering()
                        .takeBack(offer, stage.key(unit), Answer.no(stage.key(unit), AnswerReason.REORGANISATION, "")));
    }

    @Test
    void tellsSelectionRoundsWhoHasSupportAndWhoDeclined() {
        stage.says(stage.director, offer, Answer.yes(stage.key(stage.first)));
        stage.says(stage.director, offer, Answer.no(stage.key(stage.second), AnswerReason.TIME, ""));
        assertThat(grounds(stage.officer, stage.first)).containsExactly(Ground.OTHER_SUPPORT);
        assertThat(grounds(stage.officer, stage.second)).containsExactly(Ground.DECLINED_BEFORE);
        assertThat(grounds(stage.strangers().get(1), stage.first)).isEmpty();
    }

    private java.util.List<Ground> grounds(long person, long unit) {
        return stage.as(person, () -> stage.bean(ExclusionHint.class).hints(unit)).stream()
                .map(ExclusionHint.Hint::ground)
                .toList();
    }
}
