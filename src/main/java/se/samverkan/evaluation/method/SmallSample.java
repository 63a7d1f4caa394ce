package se.samverkan.evaluation.method;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.samverkan.evaluation.method.PairFile.Pair;
import se.samverkan.shared.Refusal;

/**
 * Standard errors for few clusters, CR2, with Satterthwaite's degrees of freedom: R. M. Bell and D. F. McCaffrey (2002), J. E.
 * Pustejovsky and E. Tipton, "Small-sample methods for cluster-robust variance estimation and hypothesis testing in fixed
 * effects models", Journal of Business and Economic Statistics 36 (2018), pp. 672–683; with independent errors of one variance as
 * working model.
 *
 * <p>The regressor is ±½ within each pair. So a cluster's rows are of two sorts only, those whose partner is in the same cluster
 * and those whose partner is in another, and its root is a root of a 2 × 2 matrix; nothing grows with the square of the rows.
 */
final class SmallSample {

    private static final double NOTHING = 1e-10;

    private final List<Pair> pairs;
    private final double squares;
    private final Map<String, Root> roots = new TreeMap<>();

    SmallSample(List<Pair> pairs) {
        this.pairs = List.copyOf(pairs);
        this.squares = pairs.size() / 2.0;
        for (Pair pair : pairs) {
            boolean together = isTogether(pair);
            count(pair.offered().cluster(), together);
            count(pair.other().cluster(), together);
        }
        roots.values().forEach(Root::take);
    }

    private void count(String cluster, boolean together) {
        Root root = roots.computeIfAbsent(cluster, any -> new Root());
        if (together) {
            root.inside++;
        } else {
            root.alone++;
        }
    }

    private static boolean isTogether(Pair pair) {
        return pair.offered().cluster().equals(pair.other().cluster());
    }

    int clusters() {
        return roots.size();
    }

    /**
     * The variance of the coefficient of an offer.
     *
     * @param residuals of the pairs: half of how far the difference within the pair lies from what is expected of it
     */
    double variance(double[] residuals) {
        Map<String, Double> sums = new HashMap<>();
        for (int place = 0; place < residuals.length; place++) {
            Pair pair = pairs.get(place);
            double half = residuals[place] / 2;
            sums.merge(pair.offered().cluster(), root(pair.offered()).of(isTogether(pair)) * half, Double::sum);
            sums.merge(pair.other().cluster(), root(pair.other()).of(isTogether(pair)) * half, Double::sum);
        }
        return sums.values().stream().mapToDouble(sum -> sum * sum).sum() / (squares * squares);
    }

    private Root root(Half half) {
        Root root = roots.get(half.cluster());
        if (root == null) {
            throw new IllegalStateException(half.cluster());
        }
        return root;
    }

    /** Satterthwaite's degrees of freedom of that variance: (tr G)² / Σ G², G as in docs/methods/pairs.md. */
    double freedom() {
        double trace = 0;
        double pulls = 0;
        double fourths = 0;
        double sum = 0;
        for (Root root : roots.values()) {
            double own = root.own();
            double pull = root.pull();
            trace += own;
            sum += own * own;
            pulls += pull * pull;
            fourths += pull * pull * pull * pull;
        }
        sum += (pulls * pulls - fourths) / (squares * squares);
        for (Split split : splits()) {
            double shared = split.shared;
            sum += 2 * (2 * shared * split.first.pull() * split.second.pull() / squares + shared * shared);
        }
        if (trace <= NOTHING) {
            throw Refusal.rule("evaluation.refusal.apart");
        }
        return trace * trace / sum;
    }

    /** What two clusters share through pairs with a half in each. */
    private List<Split> splits() {
        Map<List<String>, Split> splits = new HashMap<>();
        for (Pair pair : pairs) {
            if (!isTogether(pair)) {
                Root first = root(pair.offered());
                Root second = root(pair.other());
                String one = pair.offered().cluster();
                String two = pair.other().cluster();
                List<String> name = one.compareTo(two) < 0 ? List.of(one, two) : List.of(two, one);
                splits.computeIfAbsent(name, any -> new Split(first, second)).shared +=
                        -first.alonePart * second.alonePart / 8;
            }
        }
        return new ArrayList<>(splits.values());
    }

    /** Two clusters with pairs between them. */
    private static final class Split {
        private final Root first;
        private final Root second;
        private double shared;

        Split(Root first, Root second) {
            this.first = first;
            this.second = second;
        }
    }

    /** A cluster: how much the root of its own matrix stretches the regressor of its rows of either sort. */
    private final class Root {

        private int inside;
        private int alone;
        private double insidePart;
        private double alonePart;

        void take() {
            double a = Math.sqrt(inside / 4.0);
            double b = Math.sqrt(alone / 4.0);
            double corner = 1 - a * a / squares;
            double other = 0.5 - b * b / squares;
            double cross = -a * b / squares;
            double middle = (corner + other) / 2;
            double reach = Math.hypot((corner - other) / 2, cross);
            double[] values = {middle + reach, middle - reach};
            double angle = Math.atan2(2 * cross, corner - other) / 2;
            double first = inverseRoot(values[0]);
            double second = inverseRoot(values[1]);
            double c = Math.cos(angle);
            double s = Math.sin(angle);
            double onA = first * c * (c * a + s * b) + second * s * (s * a - c * b);
            double onB = first * s * (c * a + s * b) - second * c * (s * a - c * b);
            insidePart = inside == 0 ? 0 : onA / a;
            alonePart = alone == 0 ? 0 : onB / b;
        }

        private double inverseRoot(double value) {
            return value > NOTHING ? 1 / Math.sqrt(value) : 0;
        }

        double of(boolean together) {
            return together ? insidePart : alonePart;
        }

        /** c′x of the cluster. */
        double pull() {
            return insidePart * inside / 4 + alonePart * alone / 4;
        }

        /** c′(I − H)c of the cluster. */
        double own() {
            double pull = pull();
            return insidePart * insidePart * inside / 4 + alonePart * alonePart * alone / 8 - pull * pull / squares;
        }
    }
}
