package se.samverkan.evaluation.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.StatUtils;
import se.samverkan.shared.CsvList;
import se.samverkan.shared.Refusal;

/**
 * How an outcome goes together with how much support units received: a line through those who were offered it, with errors by cluster
 * (CR2, Satterthwaite). It is an association and never an effect, since who received more was decided by nobody's lot. Rule and
 * formulas: docs/methods/dose-line.md.
 */
public final class DoseLine {

    private static final List<String> COLUMNS = List.of("id", "cluster", "dose", "outcome");
    private static final int POINTS = 9;
    private static final double LEVEL = 0.975;
    private static final double FEW_FREEDOM = 4;
    private static final double NOTHING = 1e-10;

    private final double[] doses;
    private final double[] outcomes;
    private final List<int[]> clusters;
    private final int missing;

    private DoseLine(List<Unit> units, int missing) {
        this.doses = units.stream().mapToDouble(Unit::dose).toArray();
        this.outcomes = units.stream().mapToDouble(Unit::outcome).toArray();
        Map<String, List<Integer>> places = new TreeMap<>();
        for (int place = 0; place < doses.length; place++) {
            places.computeIfAbsent(units.get(place).cluster(), any -> new ArrayList<>())
                    .add(place);
        }
        this.clusters = places.values().stream()
                .map(each -> each.stream().mapToInt(Integer::intValue).toArray())
                .toList();
        this.missing = missing;
    }

    /**
     * The line in a file.
     *
     * @param content CSV with {@code id,cluster,dose,outcome}: units that were offered support, dose in hours per person
     * @throws Refusal when the file cannot be read so, fewer than five units have both, or a dose or outcome is the same everywhere
     */
    public static Answer of(byte[] content) {
        CsvList list = CsvList.read(content);
        list.requireColumns(true, COLUMNS.toArray(String[]::new));
        List<Unit> units = new ArrayList<>();
        list.each((row, id) ->
                units.add(new Unit(id, row.text("cluster"), Cells.number(row, "dose"), Cells.number(row, "outcome"))));
        List<Unit> known = units.stream()
                .filter(Unit::isKnown)
                .sorted(java.util.Comparator.comparing(Unit::id))
                .toList();
        return new DoseLine(known, units.size() - known.size()).answer();
    }

    private record Unit(String id, String cluster, double dose, double outcome) {

        boolean isKnown() {
            return !Double.isNaN(dose) && !Double.isNaN(outcome);
        }
    }

    private void check() {
        int reached = (int) Arrays.stream(doses).filter(dose -> dose > 0).count();
        if (reached < Groups.FEWEST) {
            throw Refusal.rule("evaluation.refusal.few-doses", Groups.FEWEST, reached);
        }
        if (same(doses)) {
            throw Refusal.rule("evaluation.refusal.same-dose");
        }
        if (same(outcomes)) {
            throw Refusal.rule("evaluation.refusal.constant");
        }
        if (clusters.size() < 2) {
            throw Refusal.rule("evaluation.refusal.one-cluster");
        }
    }

    private static boolean same(double[] values) {
        return StatUtils.max(values) - StatUtils.min(values) <= NOTHING * Math.abs(StatUtils.max(values));
    }

    private Answer answer() {
        check();
        double middle = StatUtils.mean(doses);
        double[] along = Arrays.stream(doses).map(dose -> dose - middle).toArray();
        Slope line = new Slope(along, outcomes, clusters);
        Slope.Told slope = line.slope();
        if (!(slope.df() > 0)
                || !(slope.se() > NOTHING * (1 + Math.abs(slope.estimate())))
                || !Double.isFinite(slope.se())) {
            throw Refusal.rule("evaluation.refusal.dose-clusters");
        }
        TDistribution student = new TDistribution(slope.df());
        double reach = student.inverseCumulativeProbability(LEVEL);
        double spread = Math.sqrt(StatUtils.variance(doses));
        double from = Math.max(0, middle - spread);
        List<Point> points = IntStream.range(0, POINTS)
                .mapToObj(step -> from + (middle + spread - from) * step / (POINTS - 1))
                .map(dose -> point(dose, line.at(dose - middle)))
                .toList();
        return new Answer(
                Interval.of(slope.estimate(), slope.se(), reach),
                slope.df(),
                2 * student.cumulativeProbability(-Math.abs(slope.estimate()) / slope.se()),
                doses.length,
                clusters.size(),
                missing,
                middle,
                points,
                Groups.of(doses, outcomes));
    }

    private static Point point(double dose, Slope.Told told) {
        double reach = told.df() > 0 ? new TDistribution(told.df()).inverseCumulativeProbability(LEVEL) : 0;
        return new Point(
                dose, told.estimate(), told.estimate() - reach * told.se(), told.estimate() + reach * told.se());
    }

    /** The line at a dose, with its own 95 per cent interval. */
    public record Point(double dose, double outcome, double lower, double upper) {}

    /**
     * How outcome and dose go together.
     *
     * @param slope how much the outcome differs by hour and person, with its 95 per cent interval
     * @param df Satterthwaite's degrees of freedom
     * @param p the probability of so great a slope by chance alone
     * @param missing units without a dose or an outcome
     * @param mean the mean dose
     * @param line from about one standard deviation under the mean dose to one over it, so that nobody's dose is told
     * @param groups means of five units or more
     */
    public record Answer(
            Interval slope,
            double df,
            double p,
            int units,
            int clusters,
            int missing,
            double mean,
            List<Point> line,
            List<Group> groups) {

        public Answer {
            line = List.copyOf(line);
            groups = List.copyOf(groups);
        }

        /** What a reader of it must know. */
        public List<Note> notes() {
            List<Note> notes = new ArrayList<>();
            notes.add(Note.of("dose-association"));
            if (missing > 0) {
                notes.add(Note.of("dose-missing", missing));
            }
            if (df < FEW_FREEDOM) {
                notes.add(Note.of("few-freedom"));
            }
            return List.copyOf(notes);
        }
    }
}
