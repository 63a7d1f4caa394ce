package se.samverkan.evaluation.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.samverkan.evaluation.method.Power.Answer;
import se.samverkan.evaluation.method.Power.Plan;

/** Against what is known of normal figures. */
class PowerTests {

    /** Units that move by chance alone, with standard deviation 10 in each period. */
    private static byte[] history(double scale) {
        Random random = new Random(11);
        StringBuilder text = new StringBuilder("unit,period,outcome\n");
        for (int unit = 0; unit < 600; unit++) {
            double level = 200 + 30 * random.nextGaussian();
            for (int period = 2018; period < 2024; period++) {
                text.append(String.format(
                        Locale.ROOT, "u%d,%d,%.3f%n", unit, period, scale * (level + 10 * random.nextGaussian())));
            }
        }
        return Files.bytes(text.toString());
    }

    @Test
    void findsTheEffectThatIsKnownForNormalFigures() {
        Answer answer = Power.of(history(1), new Plan(100, 200, 2, 5_000, 1));

        // A movement varies by 10 √(1 + 1/2); four of five needs 1.960 + 0.842 standard errors.
        assertThat(answer.detectable())
                .isCloseTo(2.802 * 10 * Math.sqrt(1.5) * Math.sqrt(1 / 100.0 + 1 / 200.0), within(0.3));
        assertThat(answer.falseAlarms()).isBetween(0.035, 0.07);
        assertThat(answer.chances()).extracting(Power.Chance::seen).isSorted();
        assertThat(answer.chances().get(3).seen()).isCloseTo(0.8, within(0.001));
    }

    @Test
    void theSameSeedGivesTheSameAndTheSizeFollowsTheScaleOfTheOutcome() {
        Plan plan = new Plan(30, 60, 1, 1_000, 3);
        Answer answer = Power.of(history(1), plan);

        assertThat(Power.of(Files.reversed(history(1)), plan)).isEqualTo(answer);
        assertThat(Power.of(history(10), plan).detectable()).isCloseTo(10 * answer.detectable(), within(0.01));
    }

    @Test
    void leavesOutUnitsWithGaps() {
        Answer answer = Power.of(
                Files.bytes(
                        "unit,period,outcome\na,1,1\na,2,3\nb,1,2\nb,2,9\nc,1,3\nc,2,3\nd,1,1\nd,2,5\ne,1,1\nf,1,\nf,2,3"),
                new Plan(2, 2, 1, 100, 1));

        assertThat(answer.units()).isEqualTo(4);
        assertThat(answer.incomplete()).isEqualTo(2);
    }

    @Test
    void refusesAPlanThatTheHistoryCannotHold() {
        byte[] history = history(1);

        assertThatThrownBy(() -> Power.of(history, new Plan(500, 200, 1, 100, 1)))
                .hasMessageContaining("refusal.units");
        assertThatThrownBy(() -> Power.of(history, new Plan(1, 200, 1, 100, 1))).hasMessageContaining("refusal.units");
        assertThatThrownBy(() -> Power.of(history, new Plan(5, 20, 6, 100, 1))).hasMessageContaining("refusal.after");
        assertThatThrownBy(() -> Power.of(history, new Plan(5, 20, 1, 10, 1))).hasMessageContaining("refusal.draws");
        byte[] still = Files.bytes("unit,period,outcome\na,1,1\na,2,1\nb,1,1\nb,2,1\nc,1,1\nc,2,1\nd,1,1\nd,2,1");
        assertThatThrownBy(() -> Power.of(still, new Plan(2, 2, 1, 100, 1))).hasMessageContaining("constant");
    }
}
