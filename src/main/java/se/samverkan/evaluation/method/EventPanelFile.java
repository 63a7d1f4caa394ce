package se.samverkan.evaluation.method;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samverkan.shared.CsvList;
import se.samverkan.shared.CsvList.Row;
import se.samverkan.shared.Refusal;

/**
 * Reads a panel: {@code unit,period,outcome,treated_from[,cluster,weight]}. What cannot be one unit's is refused, naming the row;
 * what cannot be compared is dropped and counted.
 */
final class EventPanelFile {

    private static final List<String> REQUIRED = List.of("unit", "period", "outcome", "treated_from");
    private static final List<String> KNOWN = List.of("unit", "period", "outcome", "treated_from", "cluster", "weight");

    private final Map<String, Unit> units = new TreeMap<>();
    private final TreeSet<Integer> periods = new TreeSet<>();

    private EventPanelFile(CsvList list) {
        boolean clustered = list.columns().contains("cluster");
        boolean weighted = list.columns().contains("weight");
        for (Row row : list.rows()) {
            String id = row.text("unit");
            int start = row.cell("treated_from").isBlank() ? EventPanel.NEVER : Cells.whole(row, "treated_from");
            String cluster = clustered ? row.text("cluster") : id;
            double weight = weighted ? Cells.weight(row, "weight") : 1;
            int period = Cells.whole(row, "period");
            periods.add(period);
            units.computeIfAbsent(id, any -> new Unit(start, cluster, weight))
                    .add(row, id, new Unit(start, cluster, weight), period, Cells.number(row, "outcome"));
        }
    }

    /** The panel of the file, with nobody in it who cannot be compared. */
    static EventPanel read(byte[] content, Control control) {
        CsvList list = CsvList.read(content);
        list.requireColumns(false, REQUIRED.toArray(String[]::new));
        list.columns().stream()
                .filter(column -> !KNOWN.contains(column))
                .findFirst()
                .ifPresent(unknown -> {
                    throw Refusal.malformed("refusal.list.column-unknown", unknown, String.join(", ", KNOWN));
                });
        return new EventPanelFile(list).panel(control);
    }

    private EventPanel panel(Control control) {
        int incomplete = remove(unit -> unit.outcomes.size() < periods.size());
        refuseIf(units.isEmpty(), "evaluation.refusal.no-complete", incomplete);
        refuseIf(periods.size() < 2, "evaluation.refusal.one-period");
        int first = remove(unit -> unit.start <= periods.first());
        units.values().stream().filter(unit -> unit.start > periods.last()).forEach(Unit::neverStarts);
        refuseIf(
                units.values().stream().allMatch(unit -> unit.start == EventPanel.NEVER),
                "evaluation.refusal.no-treated");
        List<Integer> cut = withoutNever() ? cut(control) : List.of();
        EventPanel panel = arrays(control, new Dropped(incomplete, first, cut));
        refuseIf(panel.clusterCount() < 2, "evaluation.refusal.one-cluster");
        refuseIf(panel.spread() == 0, "evaluation.refusal.constant");
        return panel;
    }

    private boolean withoutNever() {
        return units.values().stream().noneMatch(unit -> unit.start == EventPanel.NEVER);
    }

    /** Where all start, those who start last are the comparison until they do, and the panel ends there. */
    private List<Integer> cut(Control control) {
        refuseIf(control == Control.NEVER, "evaluation.refusal.no-never");
        int last = units.values().stream().mapToInt(unit -> unit.start).max().orElseThrow();
        List<Integer> cut = List.copyOf(periods.tailSet(last));
        cut.forEach(periods::remove);
        units.values().stream().filter(unit -> unit.start > periods.last()).forEach(Unit::neverStarts);
        refuseIf(
                periods.size() < 2 || units.values().stream().allMatch(unit -> unit.start == EventPanel.NEVER),
                "evaluation.refusal.no-comparison");
        return cut;
    }

    private int remove(Predicate<Unit> unwanted) {
        int before = units.size();
        units.values().removeIf(unwanted);
        return before - units.size();
    }

    private EventPanel arrays(Control control, Dropped dropped) {
        Collection<Unit> all = units.values();
        String[] names =
                all.stream().map(unit -> unit.cluster).distinct().sorted().toArray(String[]::new);
        double[][] outcomes = periods.stream()
                .map(period -> all.stream()
                        .mapToDouble(unit -> unit.outcomes.getOrDefault(period, Double.NaN))
                        .toArray())
                .toArray(double[][]::new);
        return new EventPanel(
                control,
                periods.stream().mapToInt(Integer::intValue).toArray(),
                outcomes,
                all.stream().mapToInt(unit -> unit.start).toArray(),
                all.stream().mapToDouble(unit -> unit.weight).toArray(),
                all.stream()
                        .mapToInt(unit -> Arrays.binarySearch(names, unit.cluster))
                        .toArray(),
                names.length,
                dropped);
    }

    private static void refuseIf(boolean so, String reason, Object... details) {
        if (so) {
            throw Refusal.rule(reason, details);
        }
    }

    /** One unit while the file is read. */
    private static final class Unit {

        private int start;
        private final String cluster;
        private final double weight;
        private final Map<Integer, Double> outcomes = new TreeMap<>();
        private final TreeSet<Integer> seen = new TreeSet<>();

        Unit(int start, String cluster, double weight) {
            this.start = start;
            this.cluster = cluster;
            this.weight = weight;
        }

        void add(Row row, String id, Unit same, int period, double outcome) {
            String changed = changed(same);
            if (changed != null) {
                throw row.refusal("evaluation.refusal.changes", id, changed);
            }
            if (!seen.add(period)) {
                throw row.refusal("evaluation.refusal.period-twice", id, period);
            }
            if (!Double.isNaN(outcome)) {
                outcomes.put(period, outcome);
            }
        }

        private @Nullable String changed(Unit same) {
            if (start != same.start) {
                return "treated_from";
            }
            if (!cluster.equals(same.cluster)) {
                return "cluster";
            }
            return weight == same.weight ? null : "weight";
        }

        void neverStarts() {
            start = EventPanel.NEVER;
        }
    }
}
