package se.samverkan.statistics.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static se.samverkan.statistics.estimate.MetaRegressionTests.assertRefusal;

import org.junit.jupiter.api.Test;

/** By hand from the formula. */
class ShareVarianceTests {

    @Test
    void isThatOfTheBinomialInTheMiddle() {
        assertThat(ShareVariance.of(0.8, 20)).isCloseTo(0.16 / 20, within(1e-15));
    }

    @Test
    void isThatOfHalfAPupilAtBothEnds() {
        // 0.5/20 · (1 − 0.5/20) / 20 = 0.024375 / 20
        assertThat(ShareVariance.of(1, 20)).isCloseTo(0.00121875, within(1e-15));
        assertThat(ShareVariance.of(0, 20)).isCloseTo(0.00121875, within(1e-15));
        assertThat(ShareVariance.of(0.99, 20)).isCloseTo(0.00121875, within(1e-15));
    }

    @Test
    void isAboveZeroForOnePupil() {
        assertThat(ShareVariance.of(1, 1)).isCloseTo(0.25, within(1e-15));
    }

    @Test
    void refusesPerCentAndNobody() {
        assertRefusal(() -> ShareVariance.of(80, 20), "refusal.estimate.share", 80.0, 20);
        assertRefusal(() -> ShareVariance.of(-0.1, 20), "refusal.estimate.share", -0.1, 20);
        assertRefusal(() -> ShareVariance.of(Double.NaN, 20), "refusal.estimate.share", Double.NaN, 20);
        assertRefusal(() -> ShareVariance.of(0.8, 0), "refusal.estimate.share", 0.8, 0);
    }
}
