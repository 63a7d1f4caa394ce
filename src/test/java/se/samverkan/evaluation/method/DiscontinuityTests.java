package se.samverkan.evaluation.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samverkan.evaluation.method.Discontinuity.Answer;

/** Against lm and sandwich in R (threshold.R), and by rounds in which the effect is known. */
class DiscontinuityTests {

    private static final String[] COLUMNS = {"id", "score", "outcome"};

    @Test
    void agreesWithR() {
        Answer answer = Discontinuity.of(Files.with("threshold.csv", COLUMNS), 2, OptionalDouble.empty());
        List<Double> expected = Files.rows("threshold.expected.csv").stream()
                .skip(1)
                .map(row -> Double.parseDouble(row[1]))
                .toList();

        assertThat(List.of(
                        answer.bandwidth(),
                        answer.estimate(),
                        answer.conventionalSe(),
                        answer.corrected(),
                        Objects.requireNonNull(answer.se())))
                .usingElementComparator((one, other) -> Math.abs(one - other) < 1e-6 ? 0 : 1)
                .containsExactlyElementsOf(expected);
    }

    @Test
    void takesABandwidthThatIsGiven() {
        Answer answer = Discontinuity.of(Files.with("threshold.csv", COLUMNS), 2, OptionalDouble.of(0.4));

        assertThat(answer.bandwidth()).isEqualTo(0.4);
        assertThat(answer.below() + answer.above()).isLessThan(answer.units());
        assertThat(answer.density().bins().stream()
                        .mapToInt(Discontinuity.Bin::units)
                        .sum())
                .isGreaterThan(answer.below());
    }

    @Test
    void theOrderOfRowsChangesNothing() {
        byte[] content = Files.with("threshold.csv", COLUMNS);

        assertThat(Discontinuity.of(Files.reversed(content), 2, OptionalDouble.empty()))
                .isEqualTo(Discontinuity.of(content, 2, OptionalDouble.empty()));
    }

    /** The interval of the curves holds the effect where outcomes bend; so said of the robust, bias-corrected one. */
    @Test
    void holdsTheEffectOnBentOutcomes() {
        int held = 0;
        int rounds = 300;
        for (int round = 0; round < rounds; round++) {
            Answer answer = Discontinuity.of(bent(new Random(round), 600), 0, OptionalDouble.empty());
            held += Objects.requireNonNull(answer.lower()) <= 4 && Objects.requireNonNull(answer.upper()) >= 4 ? 1 : 0;
        }
        assertThat(held / (double) rounds).isBetween(0.90, 0.99);
    }

    private static byte[] bent(Random random, int units) {
        return Files.bytes("id,score,outcome\n"
                + IntStream.range(0, units)
                        .mapToObj(unit -> {
                            double x = random.nextDouble() * 2 - 1;
                            double y = 10 + 5 * x + 6 * x * x - 4 * x * x * x + (x >= 0 ? 4 : 0);
                            return "u%d,%s,%s".formatted(unit, x, y + random.nextGaussian() * 2);
                        })
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void saysWhereUnitsGatherOnOneSide() {
        Random random = new Random(3);
        byte[] gathered = Files.bytes("id,score,outcome\n"
                + IntStream.range(0, 400)
                        .mapToObj(unit -> {
                            double x = random.nextDouble() * 2 - 1;
                            double moved = x > -0.2 && x < 0 ? -x : x;
                            return "u%d,%s,%s".formatted(unit, moved, 10 + random.nextGaussian());
                        })
                        .collect(Collectors.joining("\n")));

        assertThat(Discontinuity.of(gathered, 0, OptionalDouble.of(0.4)).notes())
                .extracting(Note::key)
                .contains("evaluation.note.gathered");
    }

    @Test
    void leavesOutAndCountsWhatIsMasked() {
        String content = new String(bent(new Random(1), 200), java.nio.charset.StandardCharsets.UTF_8);
        Answer answer = Discontinuity.of(Files.bytes(content + "\nx,0.1,\ny,,5"), 0, OptionalDouble.empty());

        assertThat(answer.missing()).isEqualTo(2);
        assertThat(answer.units()).isEqualTo(200);
        assertThat(answer.notes()).extracting(Note::key).contains("evaluation.note.threshold-missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"5   | refusal.sides", "-5  | refusal.sides"})
    void refusesAThresholdThatNobodyIsOnTheOtherSideOf(double cutoff, String reason) {
        assertThatThrownBy(() -> Discontinuity.of(bent(new Random(1), 100), cutoff, OptionalDouble.empty()))
                .hasMessageContaining(reason);
    }

    @Test
    void refusesWhatCannotBeComputed() {
        byte[] same = Files.bytes("id,score,outcome\n"
                + IntStream.range(0, 40)
                        .mapToObj(i -> "u" + i + "," + (i - 20) + ",5")
                        .collect(Collectors.joining("\n")));
        byte[] two = Files.bytes("id,score,outcome\n"
                + IntStream.range(0, 40)
                        .mapToObj(i -> "u" + i + "," + (i % 2 == 0 ? -1 : 1) + "," + i)
                        .collect(Collectors.joining("\n")));

        assertThatThrownBy(() -> Discontinuity.of(same, 0, OptionalDouble.empty()))
                .hasMessageContaining("constant");
        assertThatThrownBy(() -> Discontinuity.of(two, 0, OptionalDouble.empty()))
                .hasMessageContaining("near");
        assertThatThrownBy(() -> Discontinuity.of(bent(new Random(1), 100), 0, OptionalDouble.of(0)))
                .hasMessageContaining("bandwidth");
    }
}
