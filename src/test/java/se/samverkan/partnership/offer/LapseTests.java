package se.samverkan.partnership.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.partnership.Standing;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** What is not answered in time is over, once, whoever lets it lapse; and more time opens it again. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=partnership")
class LapseTests {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Lapsing lapsing;

    @Autowired
    ActingAs acting;

    private OfferStage stage;
    private long offer;

    @BeforeEach
    void anOffer() {
        stage = new OfferStage(application);
        offer = stage.sent(stage.variant("en", Role.EDUCATION_DIRECTOR));
        night();
    }

    @Test
    void leavesAloneWhatCanStillBeAnswered() {
        night();
        assertThat(stage.standing(offer, stage.first)).isEqualTo(Standing.OFFERED);
        stage.behind("update partnership.offer set last_day = access.today() where id = " + offer);
        night();
        assertThat(stage.standing(offer, stage.first)).isEqualTo(Standing.OFFERED);
    }

    @Test
    void happensOnceEvenWhenItIsDoneAgain() {
        stage.passDay(offer);
        assertThat(night()).isEqualTo(2);
        assertThat(night()).isZero();
        assertThat(stage.standing(offer, stage.first)).isEqualTo(Standing.LAPSED);
        assertThat(stage.read(offer).standing()).isEqualTo(Standing.LAPSED);
        assertThat(stage.told("lapsed", offer, stage.office)).isEqualTo(2);
        assertThat(stage.noticed("lapsed", offer)).containsExactly(stage.officer);
    }

    @Test
    void happensOnceInTwoCopiesAtOnce() throws Exception {
        stage.passDay(offer);
        try (var copies = Executors.newFixedThreadPool(2)) {
            Callable<Integer> copy = this::night;
            int lapsed = 0;
            for (Future<Integer> each : copies.invokeAll(List.of(copy, copy))) {
                lapsed += each.get();
            }
            assertThat(lapsed).isEqualTo(2);
        }
        assertThat(stage.told("lapsed", offer, stage.organiser)).isEqualTo(2);
    }

    @Test
    void keepsTheYesThatCameInTime() {
        stage.says(stage.director, offer, Answer.yes(stage.key(stage.first)));
        stage.passDay(offer);
        night();
        assertThat(stage.standing(offer, stage.first)).isEqualTo(Standing.ACCEPTED);
        assertThat(stage.standing(offer, stage.second)).isEqualTo(Standing.LAPSED);
        assertThat(stage.read(offer).standing()).isEqualTo(Standing.ACCEPTED);
    }

    @Test
    void isUndoneByMoreTime() {
        stage.passDay(offer);
        night();
        assertThat(stage.reason(
                        stage.director, () -> stage.says(stage.director, offer, Answer.yes(stage.key(stage.first)))))
                .isEqualTo("partnership.offer.refusal.day-passed");
        assertThat(stage.reason(stage.officer, () -> prolong(stage.today(), "Nämnden möts nästa vecka.")))
                .isEqualTo("partnership.offer.refusal.prolonged-day");
        assertThat(stage.reason(stage.officer, () -> prolong(stage.today().plusDays(9), "")))
                .isEqualTo("partnership.offer.refusal.prolonged-why");
        stage.does(stage.officer, () -> prolong(stage.today().plusDays(9), "Nämnden möts nästa vecka."));
        assertThat(stage.noticed("prolonged", offer)).containsExactly(stage.director);
        stage.says(stage.director, offer, Answer.yes(stage.key(stage.first)));
        assertThat(stage.standing(offer, stage.first)).isEqualTo(Standing.ACCEPTED);
        assertThat(stage.told("prolonged", offer, stage.organiser)).isOne();
    }

    private void prolong(java.time.LocalDate day, String why) {
        stage.bean(Prolonging.class).prolong(offer, stage.read(offer).version(), day, new FreeText(why, ""));
    }

    private int night() {
        return acting.system(lapsing::lapse);
    }
}
