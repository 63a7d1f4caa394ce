package se.samverkan.statistics.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestTests {

    private static final double NONE = Double.NaN;

    @Test
    void standardisesWithTheSampleDeviation() {
        // mean 4, squares 4 + 0 + 4, divided by n − 1 = 2: deviation 2
        assertThat(Nearest.standardise(new double[] {2, 4, 6})).containsExactly(-1, 0, 1);
    }

    @Test
    void measuresEuclidsDistanceOverStandardisedVariables() {
        // both variables have deviation 1, so the first unit lies √(1² + 1²) from the second and 2·√2 from the third
        Nearest.Found[] found = new Nearest(new double[][] {{1, 2, 3}, {10, 11, 12}}, 2).all();

        assertThat(found[0].units()).containsExactly(1, 2);
        assertThat(found[0].distances()[0]).isCloseTo(Math.sqrt(2), within(1e-12));
        assertThat(found[0].distances()[1]).isCloseTo(2 * Math.sqrt(2), within(1e-12));
    }

    @Test
    void leavesOutAVariableTheUnitLacks() {
        Nearest nearest = new Nearest(new double[][] {{1, 2, 5, 9}, {NONE, 40, 10, 20}}, 2);

        assertThat(nearest.variablesOf(0)).isEqualTo(1);
        assertThat(nearest.all()[0].units()).containsExactly(1, 2);
    }

    @Test
    void asksOfTheOthersEveryVariableTheUnitHas() {
        Nearest nearest = new Nearest(new double[][] {{1, 2, 5, 9}, {NONE, 40, 10, 20}}, 3);

        assertThat(nearest.all()[1].units()).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void findsNobodyForAUnitWithoutAnyVariable() {
        assertThat(new Nearest(new double[][] {{NONE, 1, 2}}, 2).all()[0].units())
                .isEmpty();
    }

    @Test
    void breaksEvenDistancesByPlaceInTheList() {
        assertThat(new Nearest(new double[][] {{5, 6, 4, 6, 4}}, 3).all()[0].units())
                .containsExactly(1, 2, 3);
    }

    @Test
    void findsTheSameAsLookingAtEverybody() {
        Random random = new Random(7);
        double[][] values = new double[3][400];
        for (double[] variable : values) {
            for (int unit = 0; unit < variable.length; unit++) {
                variable[unit] = random.nextInt(8) == 0 ? NONE : random.nextGaussian() * 10;
            }
        }
        Nearest.Found[] found = new Nearest(values, 20).all();

        for (int unit = 0; unit < 400; unit++) {
            assertThat(found[unit].units()).containsExactly(byLookingAtEverybody(values, unit));
        }
    }

    private static int[] byLookingAtEverybody(double[][] values, int unit) {
        double[][] z = IntStream.range(0, values.length)
                .filter(v -> !Double.isNaN(values[v][unit]))
                .mapToObj(v -> Nearest.standardise(values[v]))
                .toArray(double[][]::new);
        return IntStream.range(0, values[0].length)
                .filter(other -> other != unit && z.length > 0 && !Double.isNaN(distance(z, unit, other)))
                .boxed()
                .sorted(Comparator.comparingDouble(other -> distance(z, unit, other)))
                .limit(20)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double distance(double[][] z, int one, int other) {
        double sum = 0;
        for (double[] variable : z) {
            sum += (variable[one] - variable[other]) * (variable[one] - variable[other]);
        }
        return Math.sqrt(sum);
    }
}
