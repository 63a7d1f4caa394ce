package se.samverkan.statistics.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Type 7, by hand: the place is (n − 1)·p counted from 0. */
class QuartilesTests {

    @Test
    void liesStraightBetweenTwoValues() {
        // places 0.75, 1.5 and 2.25 of 10, 20, 30, 50
        assertThat(Quartiles.of(new double[] {50, 10, 30, 20}, 4)).isEqualTo(new Quartiles(17.5, 25, 35));
    }

    @Test
    void areTheValuesThemselvesWhenThePlacesAreWhole() {
        assertThat(Quartiles.of(new double[] {5, 1, 2, 4, 3}, 5)).isEqualTo(new Quartiles(2, 3, 4));
    }

    @Test
    void lookOnlyAtAsManyValuesAsThereAre() {
        assertThat(Quartiles.of(new double[] {7, 999, 999}, 1)).isEqualTo(new Quartiles(7, 7, 7));
        assertThatThrownBy(() -> Quartiles.of(new double[0], 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
