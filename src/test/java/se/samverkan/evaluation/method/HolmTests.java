package se.samverkan.evaluation.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Against R: {@code p.adjust(p, "holm")}. */
class HolmTests {

    @Test
    void agreesWithR() {
        assertThat(Holm.adjusted(List.of(0.01, 0.04, 0.03, 0.005))).containsExactly(0.03, 0.06, 0.06, 0.02);
    }

    @Test
    void neverGoesOverOneNorFallsBehindASmallerOne() {
        assertThat(Holm.adjusted(List.of(0.9, 0.5, 0.5))).containsExactly(1.0, 1.0, 1.0);
        assertThat(Holm.adjusted(List.of(0.2))).containsExactly(0.2);
        assertThat(Holm.adjusted(List.of())).isEmpty();
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatThrownBy(() -> Holm.adjusted(List.of(Double.NaN))).hasMessageContaining("probability");
        assertThatThrownBy(() -> Holm.adjusted(List.of(1.1))).hasMessageContaining("probability");
    }
}
