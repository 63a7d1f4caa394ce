package se.samverkan.followup.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.samverkan.followup.goal.ControlLimits.Limits;

/** Limits are drawn where the figures carry them, and nowhere else. */
class ControlLimitsTests {

    @Test
    void drawsSingleValuesByTheirMovingRange() {
        List<Double> values = List.of(10.0, 12.0, 10.0, 12.0, 10.0, 12.0, 10.0, 12.0, 10.0, 12.0, 10.0, 12.0);
        List<Limits> limits = ControlLimits.ofValues(values);
        assertThat(limits).hasSize(12);
        assertThat(limits.getFirst().low()).isCloseTo(11 - 2.66 * 2, within(1e-9));
        assertThat(limits.getFirst().high()).isCloseTo(11 + 2.66 * 2, within(1e-9));
    }

    @Test
    void drawsSharesByTheirCohorts() {
        List<Limits> limits = ControlLimits.ofShares(Collections.nCopies(12, 50.0), Collections.nCopies(12, 100));
        assertThat(limits.getFirst().low()).isCloseTo(35, within(1e-9));
        assertThat(limits.getFirst().high()).isCloseTo(65, within(1e-9));
    }

    @Test
    void drawsNoneFromTooLittle() {
        assertThat(ControlLimits.ofValues(Collections.nCopies(11, 1.0))).isEmpty();
        assertThat(ControlLimits.ofShares(Collections.nCopies(12, 95.0), Collections.nCopies(12, 20)))
                .isEmpty();
    }
}
