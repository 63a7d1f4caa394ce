package se.samverkan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Wilson's interval against values worked out by hand from the formula of 1927, with z = 1.959964. */
class IntervalTests {

    @Test
    void givesEightyPerCentOfTenAWideInterval() {
        // centre (0.8 + z²/20) / (1 + z²/10) = 0.716740; half width z·√(0.016 + z²/400) / (1 + z²/10) = 0.226565
        Interval interval = Interval.ofShare(80, 10, 1).orElseThrow();

        assertThat(interval.low()).isCloseTo(49.0162, within(0.001));
        assertThat(interval.high()).isCloseTo(94.3318, within(0.001));
    }

    @Test
    void keepsAllOfTwentyFiveBelowOneHundredAtTheLowerEndOnly() {
        // n / (n + z²) = 25 / 28.841459
        Interval interval = Interval.ofShare(100, 25, 1).orElseThrow();

        assertThat(interval.low()).isCloseTo(86.6808, within(0.001));
        assertThat(interval.high()).isCloseTo(100, within(1e-9));
    }

    @Test
    void readsTheCountBackFromAShareThatIsRoundedToOneDecimal() {
        assertThat(Interval.ofShare(66.7, 3, 1)).isPresent();
        assertThat(Interval.ofShare(71.4, 91, 1)).isPresent();
    }

    @Test
    void drawsNoneWhenTheCohortIsNotTheOneTheShareIsOf() {
        assertThat(Interval.ofShare(71.4, 10, 1)).isEmpty();
        assertThat(Interval.ofShare(50, 0, 1)).isEmpty();
        assertThat(Interval.ofShare(67, 3, 1)).isEmpty();
        assertThat(Interval.ofShare(67, 3, 0)).isPresent();
    }

    @Test
    void saysWhetherAValueLiesOutside() {
        Interval interval = Interval.ofShare(80, 10, 1).orElseThrow();

        assertThat(interval.above(49)).isTrue();
        assertThat(interval.above(50)).isFalse();
        assertThat(interval.below(95)).isTrue();
        assertThat(interval.below(94)).isFalse();
    }
}
