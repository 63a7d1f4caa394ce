package se.samverkan.selection.method;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import se.samverkan.shared.Refusal;

/**
 * How great a unit's need is beside the other eligible ones: the sum of weight × direction × z over the parts. A part
 * without a value for the unit is left out and the weights of the rest are raised to the same sum; the unit says so.
 *
 * <p>z = (x − mean)/s over the eligible units that have a value, s with n − 1; where they do not differ z is 0. See
 * docs/methods/needs-index.md.
 */
public final class NeedsIndex {

    private static final int DECIMALS = 6;

    private NeedsIndex() {}

    /** Which values of a part mean need. */
    public enum Direction {
        HIGH_IS_NEED(1),
        LOW_IS_NEED(-1);

        private final int sign;

        Direction(int sign) {
            this.sign = sign;
        }
    }

    /**
     * A part of the index.
     *
     * @param name of the criterion
     * @param weight at least 0; only its share of the sum of all weights matters for the order
     * @param direction which values mean need
     * @param values by unit id, in the indicator's own unit; a unit without a value is not in it
     * @param errors their standard errors by unit id, in the same unit; 0 where chance cannot be told
     */
    public record Part(
            String name, double weight, Direction direction, Map<String, Double> values, Map<String, Double> errors) {

        Part(String name, double weight, Direction direction, Map<String, Double> values) {
            this(name, weight, direction, values, Map.of());
        }
    }

    /**
     * A unit's index.
     *
     * @param id of the unit
     * @param index in weighted standard deviations, higher is greater need; empty when no part has a value
     * @param error the standard error of the index, the parts taken as independent; 0 where chance cannot be told of any
     * @param parts by name, what each adds before reweighting: weight × direction × z
     * @param missing names of the parts that have a weight but no value here, in their order
     */
    public record Scored(
            String id, OptionalDouble index, double error, Map<String, Double> parts, List<String> missing) {

        /** The index as the exact decimal that a draw is made with: six decimals, half to even. */
        BigDecimal exact() {
            return NeedsIndex.exact(index.orElseThrow());
        }
    }

    /** An index as an exact decimal: six decimals, half to even. */
    public static BigDecimal exact(double index) {
        return BigDecimal.valueOf(index).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    /**
     * The index of each eligible unit, in their order.
     *
     * @param parts at least one with a weight above 0
     * @param eligible ids of the round's eligible units; values of others do not count
     * @throws Refusal when the weights sum to nothing, a weight is below 0, a value is not a number, or a part or a unit
     *     stands twice
     */
    public static List<Scored> of(List<Part> parts, List<String> eligible) {
        double total = check(parts, eligible);
        List<Measured> measured = parts.stream()
                .filter(part -> part.weight() > 0)
                .map(part -> new Measured(part, spread(part, eligible)))
                .toList();
        return eligible.stream().map(id -> scored(id, measured, total)).toList();
    }

    /** A part that counts, and how its values spread over the eligible units. */
    private record Measured(Part part, StreamingStatistics spread) {

        String name() {
            return part.name();
        }

        OptionalDouble adds(String id) {
            Double value = part.values().get(id);
            if (value == null) {
                return OptionalDouble.empty();
            }
            return OptionalDouble.of(part.direction().sign * weighted(value - spread.getMean()));
        }

        /** The standard error of what the part adds. */
        double error(String id) {
            return weighted(part.errors().getOrDefault(id, 0.0));
        }

        /** A difference in standard deviations, times the weight. */
        private double weighted(double difference) {
            boolean same = spread.getN() < 2 || spread.getMin() == spread.getMax();
            return same ? 0 : part.weight() * difference / spread.getStandardDeviation();
        }
    }

    private static double check(List<Part> parts, List<String> eligible) {
        refuseTwice("refusal.needs.twice", parts.stream().map(Part::name).toList());
        refuseTwice("refusal.estimate.twice", eligible);
        double total = 0;
        for (Part part : parts) {
            if (!(part.weight() >= 0) || Double.isInfinite(part.weight())) {
                throw Refusal.rule("refusal.needs.weight", part.name(), Double.toString(part.weight()));
            }
            total += part.weight();
        }
        if (total == 0) {
            throw Refusal.rule("refusal.needs.no-weight");
        }
        return total;
    }

    private static void refuseTwice(String reason, List<String> names) {
        Set<String> seen = HashSet.newHashSet(names.size());
        for (String name : names) {
            if (!seen.add(name)) {
                throw Refusal.malformed(reason, name);
            }
        }
    }

    private static StreamingStatistics spread(Part part, List<String> eligible) {
        StreamingStatistics spread = new StreamingStatistics();
        for (String id : eligible) {
            Double value = part.values().get(id);
            if (value == null) {
                continue;
            }
            if (!Double.isFinite(value)) {
                throw Refusal.malformed("refusal.estimate.number", id, part.name(), value.toString());
            }
            spread.addValue(value);
        }
        return spread;
    }

    private static Scored scored(String id, List<Measured> measured, double total) {
        Map<String, Double> parts = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        double sum = 0;
        double weight = 0;
        double variance = 0;
        for (Measured each : measured) {
            OptionalDouble adds = each.adds(id);
            if (adds.isEmpty()) {
                missing.add(each.name());
                continue;
            }
            parts.put(each.name(), adds.getAsDouble());
            sum += adds.getAsDouble();
            weight += each.part().weight();
            variance += each.error(id) * each.error(id);
        }
        if (parts.isEmpty()) {
            return new Scored(id, OptionalDouble.empty(), 0, parts, missing);
        }
        double raised = total / weight;
        return new Scored(id, OptionalDouble.of(sum * raised), Math.sqrt(variance) * raised, parts, missing);
    }
}
