package se.samverkan.evaluation.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.samverkan.evaluation.method.Mean.Part;
import se.samverkan.shared.Refusal;

/**
 * Difference in differences where units start in different periods: B. Callaway and P. H. C. Sant'Anna,
 * "Difference-in-Differences with multiple time periods", Journal of Econometrics 225 (2021), pp. 200–230, without covariates.
 * Rule and formulas: docs/methods/group-time.md.
 */
public final class GroupTime {

    private static final int FEWEST_DRAWS = 100;
    private static final int MOST_DRAWS = 100_000;
    private static final int FEW = 30;
    private static final int FEWEST_UNITS = 5;

    private final EventPanel panel;
    private final Influence errors;
    private final List<Cell> cells;

    private GroupTime(EventPanel panel) {
        this.panel = panel;
        this.errors = new Influence(panel);
        this.cells = Arrays.stream(panel.groups())
                .boxed()
                .flatMap(group -> IntStream.range(1, panel.periods().length).mapToObj(place -> cell(group, place)))
                .toList();
    }

    /**
     * The effects in a panel.
     *
     * @param content CSV with {@code unit,period,outcome,treated_from[,cluster,weight]}
     * @param control with whom groups are compared
     * @param draws of the bootstrap that makes the bands of the event study, or 0: then they hold one by one
     * @param seed of the draws
     * @throws Refusal when the file cannot be read so, or has nothing to compare
     */
    public static Answer of(byte[] content, Control control, int draws, long seed) {
        if (draws != 0 && (draws < FEWEST_DRAWS || draws > MOST_DRAWS)) {
            throw Refusal.rule("evaluation.refusal.draws", FEWEST_DRAWS, MOST_DRAWS);
        }
        return new GroupTime(EventPanelFile.read(content, control)).answer(draws, seed);
    }

    private Cell cell(int group, int place) {
        int[] periods = panel.periods();
        int base = place - 1;
        while (periods[place] >= group && periods[base] >= group) {
            base--;
        }
        double[] influence = new double[panel.units()];
        double share = 0;
        double others = 0;
        double treated = 0;
        double compared = 0;
        double[] now = panel.outcomes()[place];
        double[] before = panel.outcomes()[base];
        for (int unit = 0; unit < influence.length; unit++) {
            double weight = panel.weights()[unit];
            if (panel.starts()[unit] == group) {
                share += weight;
                treated += weight * (now[unit] - before[unit]);
            } else if (isCompared(unit, periods[place])) {
                others += weight;
                compared += weight * (now[unit] - before[unit]);
            }
        }
        treated /= share;
        compared /= others;
        for (int unit = 0; unit < influence.length; unit++) {
            double pull = panel.weights()[unit] * panel.units();
            if (panel.starts()[unit] == group) {
                influence[unit] = pull * (now[unit] - before[unit] - treated) / share;
            } else if (isCompared(unit, periods[place])) {
                influence[unit] = -pull * (now[unit] - before[unit] - compared) / others;
            }
        }
        Part part = new Part(group, treated - compared, influence, share / panel.units());
        return new Cell(group, periods[place], treated - compared, part);
    }

    private boolean isCompared(int unit, int period) {
        int start = panel.starts()[unit];
        return start == EventPanel.NEVER || panel.control() == Control.NOTYET && start > period;
    }

    private Answer answer(int draws, long seed) {
        List<Cell> after =
                cells.stream().filter(cell -> cell.period >= cell.group).toList();
        Mean simple = new Mean(panel, after.stream().map(Cell::part).toList());
        Mean group = new Mean(panel, byGroup(after));
        TreeMap<Integer, Mean> events = new TreeMap<>();
        for (Cell cell : cells) {
            events.computeIfAbsent(cell.period - cell.group, e -> new Mean(panel, at(e)));
        }
        Mean dynamic = Mean.plain(panel, List.copyOf(events.tailMap(0).values()));
        double reach = draws == 0 ? Bands.POINTWISE : Bands.simultaneous(scores(events.values()), draws, seed);
        List<Event> study = new ArrayList<>();
        events.forEach((e, mean) -> study.add(Event.of(e, interval(mean, reach))));
        return new Answer(
                cells.stream().map(this::effect).toList(),
                new Overall(
                        interval(simple, Bands.POINTWISE),
                        interval(group, Bands.POINTWISE),
                        interval(dynamic, Bands.POINTWISE)),
                study,
                new Reach(draws == 0 ? "pointwise" : "simultaneous", reach, draws, seed),
                panel.control().name().toLowerCase(Locale.ROOT),
                counts(),
                panel.dropped(),
                preTrends(),
                sensitivity(events),
                notes());
    }

    private @Nullable PreTrends preTrends() {
        List<Cell> before =
                cells.stream().filter(cell -> cell.period < cell.group).toList();
        return PreTrends.of(
                before.stream().mapToDouble(Cell::estimate).toArray(),
                before.stream().map(cell -> errors.means(cell.part.influence())).toArray(double[][]::new));
    }

    private @Nullable Sensitivity sensitivity(TreeMap<Integer, Mean> events) {
        return Sensitivity.of(
                events.headMap(0).values().stream().map(this::moved).toList(),
                events.tailMap(0).values().stream().map(this::moved).toList());
    }

    private Sensitivity.Estimate moved(Mean mean) {
        return new Sensitivity.Estimate(mean.estimate(), errors.means(mean.influence()));
    }

    private List<Part> byGroup(List<Cell> after) {
        return Arrays.stream(panel.groups())
                .mapToObj(group -> after.stream()
                        .filter(cell -> cell.group == group)
                        .map(Cell::part)
                        .toList())
                .filter(parts -> !parts.isEmpty())
                .map(Part::mean)
                .toList();
    }

    private List<Part> at(int e) {
        return cells.stream()
                .filter(cell -> cell.period - cell.group == e)
                .map(Cell::part)
                .toList();
    }

    private double[][] scores(Iterable<Mean> means) {
        List<double[]> scores = new ArrayList<>();
        for (Mean mean : means) {
            Double error = errors.error(mean.influence());
            if (error != null) {
                scores.add(errors.scores(mean.influence(), error));
            }
        }
        return scores.toArray(double[][]::new);
    }

    private Interval interval(Mean mean, double reach) {
        return Interval.of(mean.estimate(), errors.error(mean.influence()), reach);
    }

    private Effect effect(Cell cell) {
        return new Effect(cell.group, cell.period, cell.estimate, errors.error(cell.part.influence()));
    }

    private Counts counts() {
        int never = (int) Arrays.stream(panel.starts())
                .filter(start -> start == EventPanel.NEVER)
                .count();
        return new Counts(panel.units(), panel.units() - never, never, panel.clusterCount(), panel.periods().length);
    }

    private List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        Dropped dropped = panel.dropped();
        if (dropped.incomplete() > 0) {
            notes.add(Note.of("incomplete", dropped.incomplete()));
        }
        if (dropped.treatedInFirstPeriod() > 0) {
            notes.add(Note.of("first-period", dropped.treatedInFirstPeriod(), panel.periods()[0]));
        }
        if (!dropped.periods().isEmpty()) {
            notes.add(Note.of("cut", dropped.periods().getFirst()));
        }
        long lone = Arrays.stream(panel.groups())
                .filter(group -> Arrays.stream(panel.starts())
                                .filter(start -> start == group)
                                .count()
                        < FEWEST_UNITS)
                .count();
        if (lone > 0) {
            notes.add(Note.of("lone-group", lone, FEWEST_UNITS));
        }
        if (panel.clusterCount() < FEW) {
            notes.add(Note.of("few-clusters", panel.clusterCount()));
        }
        if (cells.stream().map(this::effect).map(Effect::se).anyMatch(Objects::isNull)) {
            notes.add(Note.of("still"));
        }
        return notes;
    }

    private record Cell(int group, int period, double estimate, Part part) {}

    /**
     * The effect on those who start in one period, in one period.
     *
     * @param group the period in which they start
     * @param period in which the effect is
     * @param estimate in the outcome's own unit
     * @param se its standard error, or nothing where nothing varies
     */
    public record Effect(
            int group,
            int period,
            double estimate,
            @Nullable Double se) {}

    /**
     * The effect so many periods after the start; before it, how those who would start already differed in their movement.
     *
     * @param e periods since the start
     */
    public record Event(
            int e,
            double estimate,
            @Nullable Double se,
            @Nullable Double lower,
            @Nullable Double upper) {

        static Event of(int e, Interval interval) {
            return new Event(e, interval.estimate(), interval.se(), interval.lower(), interval.upper());
        }
    }

    /**
     * The effects put together, each with its own 95 per cent interval.
     *
     * @param simple mean over groups and periods from the start on, weighed by the size of groups
     * @param group mean over groups of each group's mean, weighed the same
     * @param dynamic plain mean over the event study from the start on
     */
    public record Overall(Interval simple, Interval group, Interval dynamic) {}

    /**
     * How the bands of the event study were made.
     *
     * @param kind {@code pointwise} or {@code simultaneous}
     * @param critical how many standard errors they reach
     * @param draws of the bootstrap; 0 for pointwise
     * @param seed of the draws
     */
    public record Reach(String kind, double critical, int draws, long seed) {}

    /** How many take part; {@code never} start within the panel. */
    public record Counts(int units, int treated, int never, int clusters, int periods) {}

    /**
     * All that a panel says.
     *
     * @param control {@code never} or {@code notyet}
     * @param preTrends whether those who would start moved as the others before; nothing where that cannot be tested
     * @param sensitivity what the effect would survive; nothing without two periods before any start
     */
    public record Answer(
            List<Effect> attGt,
            Overall overall,
            List<Event> eventStudy,
            Reach bands,
            String control,
            Counts counts,
            Dropped dropped,
            @Nullable PreTrends preTrends,
            @Nullable Sensitivity sensitivity,
            List<Note> notes) {

        public Answer {
            attGt = List.copyOf(attGt);
            eventStudy = List.copyOf(eventStudy);
            notes = List.copyOf(notes);
        }
    }
}
