package se.samverkan.reporting.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The interval of a share of things in clusters, held against published values, R, and what it promises. */
class ClusteredShareTests {

    private static final double NORMAL = 1.959963984540054;

    private static ClusteredShare of(int[] y, int[] m) {
        double[] sums = new double[5];
        for (int at = 0; at < y.length; at++) {
            sums[0] += y[at];
            sums[1] += m[at];
            sums[2] += y[at] * y[at];
            sums[3] += y[at] * m[at];
            sums[4] += m[at] * m[at];
        }
        return ClusteredShare.of(y.length, sums[0], sums[1], sums[2], sums[3], sums[4]);
    }

    /** Newcombe 1998, Statistics in Medicine 17, table I: 81 of 263, 15 of 148, 0 of 20. */
    @Test
    void isWilsonsWhereEveryThingIsAloneInItsCluster() {
        ClusteredShare many = ClusteredShare.wilson(81.0 / 263, 263, NORMAL);
        assertThat(many.low()).isCloseTo(0.2553, within(5e-5));
        assertThat(many.high()).isCloseTo(0.3662, within(5e-5));
        ClusteredShare fewer = ClusteredShare.wilson(15.0 / 148, 148, NORMAL);
        assertThat(fewer.low()).isCloseTo(0.0624, within(5e-5));
        assertThat(fewer.high()).isCloseTo(0.1605, within(5e-5));
        assertThat(ClusteredShare.wilson(0, 20, NORMAL).high()).isCloseTo(0.1611, within(5e-5));
    }

    /** Worked out in R: docs/methods/clustered-share.md holds the script. */
    @Test
    void agreesWithR() {
        ClusteredShare share = of(new int[] {5, 1, 6, 0, 4, 2, 7, 3}, new int[] {6, 6, 8, 4, 5, 7, 9, 3});
        assertThat(share.share()).isCloseTo(0.583333333333333, within(1e-10));
        assertThat(share.low()).isCloseTo(0.328244212685483, within(1e-10));
        assertThat(share.high()).isCloseTo(0.800445561988377, within(1e-10));
    }

    @Test
    void isWiderWhereTheClustersDiffer() {
        ClusteredShare alike = of(new int[] {3, 3, 3, 3, 3, 3}, new int[] {6, 6, 6, 6, 6, 6});
        ClusteredShare unlike = of(new int[] {6, 0, 6, 0, 6, 0}, new int[] {6, 6, 6, 6, 6, 6});
        assertThat(unlike.high() - unlike.low()).isGreaterThan(1.5 * (alike.high() - alike.low()));
    }

    @Test
    void countsClustersWhereAllOrNoneHasIt() {
        assertThat(of(new int[] {0, 0, 0, 0, 0}, new int[] {9, 9, 9, 9, 9}).high())
                .isBetween(0.5, 0.7);
        assertThat(of(new int[] {9, 9, 9, 9, 9}, new int[] {9, 9, 9, 9, 9}).low())
                .isBetween(0.3, 0.5);
    }

    @Test
    void isRefusedOfOneCluster() {
        assertThatThrownBy(() -> ClusteredShare.of(1, 1, 2, 1, 2, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Twelve organisers of two to nine signs, whose own shares vary around 0.6: 95 of 100 intervals should hold it. */
    @Test
    void holdsTheShareAsOftenAsItSays() {
        Random random = new Random(20261129);
        int held = 0;
        int tries = 4000;
        for (int each = 0; each < tries; each++) {
            int[] y = new int[12];
            int[] m = new int[12];
            for (int cluster = 0; cluster < 12; cluster++) {
                m[cluster] = 2 + random.nextInt(8);
                double own = random.nextInt(5) < 3 ? 0.85 : 0.225;
                for (int thing = 0; thing < m[cluster]; thing++) {
                    y[cluster] += random.nextDouble() < own ? 1 : 0;
                }
            }
            ClusteredShare share = of(y, m);
            held += share.low() <= 0.6 && 0.6 <= share.high() ? 1 : 0;
        }
        assertThat(held / (double) tries).isBetween(0.93, 0.98);
    }
}
