package se.samverkan.statistics.estimate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.util.KthSelector;
import se.samverkan.shared.Refusal;

/**
 * How probable it is that a unit is among the N most in need: the share of 10,000 drawn worlds in which it is, each
 * unit's value drawn from a normal distribution around its estimate.
 *
 * <p>The worlds are drawn in {@value #BLOCKS} blocks of {@value #WORLDS_A_BLOCK}, each with a stream of its own, and only
 * whole numbers are added up, so neither the number of cores nor the order of the units changes the answer. Nothing in it
 * is left to the JDK's taste: the stream is SplitMix64 ({@link SplittableRandom}; G. L. Steele, D. Lea, C. H. Flood, "Fast
 * splittable pseudorandom number generators", OOPSLA 2014), the normal numbers are Marsaglia's polar method with
 * {@link StrictMath}. After H. Goldstein and D. J. Spiegelhalter, "League tables and their limitations", Journal of the
 * Royal Statistical Society A 159, 1996, pp. 385–443. See docs/methods/rank-probabilities.md.
 */
public final class RankProbabilities {

    static final int BLOCKS = 100;
    static final int WORLDS_A_BLOCK = 100;

    private static final int WORLDS = BLOCKS * WORLDS_A_BLOCK;

    private final double[] estimates;
    private final double[] errors;
    private final int places;

    /** Which end of the figures is in most need. */
    public enum Need {
        HIGHEST,
        LOWEST
    }

    /**
     * How probable it is that a unit is among those most in need.
     *
     * @param id of the unit
     * @param probability from 0 to 1, in steps of 1/10,000; its own chance error is at most 0.005
     */
    public record Probability(String id, double probability) {}

    private RankProbabilities(List<Estimate> sorted, int places, Need need) {
        double sign = need == Need.HIGHEST ? 1 : -1;
        this.estimates =
                sorted.stream().mapToDouble(each -> sign * each.estimate()).toArray();
        this.errors = sorted.stream().mapToDouble(Estimate::se).toArray();
        this.places = places;
    }

    /**
     * The probability of each unit, in the order they were given.
     *
     * @param units estimates in one common unit of measurement
     * @param places N, at least 1; with as many places as units everyone is among them
     * @param need whether high or low values are in most need
     * @param seed the same one gives the same answer
     * @throws Refusal when there is no place, a unit stands twice, or a number is none
     */
    public static List<Probability> of(List<Estimate> units, int places, Need need, long seed) {
        check(units, places);
        List<Estimate> sorted = units.stream()
                .sorted(Comparator.comparing(
                        unit -> unit.id().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned))
                .toList();
        int[] times = new RankProbabilities(sorted, Math.min(places, units.size()), need).times(seed);
        var byId = IntStream.range(0, times.length)
                .boxed()
                .collect(java.util.stream.Collectors.toMap(i -> sorted.get(i).id(), i -> times[i]));
        return units.stream()
                .map(unit -> new Probability(unit.id(), byId.getOrDefault(unit.id(), 0) / (double) WORLDS))
                .toList();
    }

    private static void check(List<Estimate> units, int places) {
        if (places < 1) {
            throw Refusal.rule("refusal.estimate.places", places);
        }
        Set<String> ids = HashSet.newHashSet(units.size());
        for (Estimate unit : units) {
            if (!ids.add(unit.id())) {
                throw Refusal.malformed("refusal.estimate.twice", unit.id());
            }
            if (!Double.isFinite(unit.estimate()) || !Double.isFinite(unit.se()) || unit.se() < 0) {
                throw Refusal.malformed(
                        "refusal.estimate.spread",
                        unit.id(),
                        Double.toString(unit.estimate()),
                        Double.toString(unit.se()));
            }
        }
    }

    /** In how many worlds each unit is among the places. Blocks run side by side on the pool of the caller. */
    private int[] times(long seed) {
        SplittableRandom seeds = new SplittableRandom(seed);
        long[] ofBlock = seeds.longs(BLOCKS).toArray();
        return Arrays.stream(ofBlock).parallel().mapToObj(this::block).reduce(new int[estimates.length], (a, b) -> {
            int[] sum = new int[a.length];
            Arrays.setAll(sum, i -> a[i] + b[i]);
            return sum;
        });
    }

    private int[] block(long seed) {
        NormalStream stream = new NormalStream(seed);
        int[] times = new int[estimates.length];
        double[] world = new double[estimates.length];
        double[] work = new double[estimates.length];
        KthSelector selector = new KthSelector();
        for (int i = 0; i < WORLDS_A_BLOCK; i++) {
            for (int unit = 0; unit < world.length; unit++) {
                world[unit] = estimates[unit] + errors[unit] * stream.next();
            }
            System.arraycopy(world, 0, work, 0, world.length);
            count(world, selector.select(work, null, world.length - places), times);
        }
        return times;
    }

    /** Those above the last place's value, then of those equal to it the first by id until the places are filled. */
    private void count(double[] world, double last, int[] times) {
        int left = places;
        for (int unit = 0; unit < world.length; unit++) {
            if (world[unit] > last) {
                times[unit]++;
                left--;
            }
        }
        for (int unit = 0; left > 0; unit++) {
            if (world[unit] == last) {
                times[unit]++;
                left--;
            }
        }
    }
}
