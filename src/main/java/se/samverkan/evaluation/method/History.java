package se.samverkan.evaluation.method;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import se.samverkan.shared.CsvList;
import se.samverkan.shared.CsvList.Row;
import se.samverkan.shared.Refusal;

/**
 * How units moved before anything was done: the outcomes of {@code unit,period,outcome}, of the units that have one in every
 * period. Other columns are left alone, so that a panel can be read too.
 *
 * @param outcomes by unit, then period, in order
 * @param incomplete units without an outcome in every period
 */
record History(double[][] outcomes, int incomplete) {

    static History read(byte[] content) {
        CsvList list = CsvList.read(content);
        list.requireColumns(false, "unit", "period", "outcome");
        Map<String, TreeMap<Integer, Double>> units = new TreeMap<>();
        TreeSet<Integer> periods = new TreeSet<>();
        for (Row row : list.rows()) {
            String unit = row.text("unit");
            int period = Cells.whole(row, "period");
            periods.add(period);
            if (units.computeIfAbsent(unit, any -> new TreeMap<>()).put(period, Cells.number(row, "outcome")) != null) {
                throw row.refusal("evaluation.refusal.period-twice", unit, period);
            }
        }
        int all = units.size();
        units.values()
                .removeIf(outcomes -> outcomes.size() < periods.size()
                        || outcomes.values().stream().anyMatch(outcome -> Double.isNaN(outcome)));
        if (units.isEmpty()) {
            throw Refusal.rule("evaluation.refusal.no-complete", all);
        }
        double[][] outcomes = units.values().stream()
                .map(unit ->
                        unit.values().stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        return new History(outcomes, all - outcomes.length);
    }

    int units() {
        return outcomes.length;
    }

    int periods() {
        return outcomes[0].length;
    }

    /** How far a unit's mean over so many periods lies from its outcome in the period before them. */
    double movement(int unit, int base, int after) {
        double sum = 0;
        for (int period = base + 1; period <= base + after; period++) {
            sum += outcomes[unit][period];
        }
        return sum / after - outcomes[unit][base];
    }
}
