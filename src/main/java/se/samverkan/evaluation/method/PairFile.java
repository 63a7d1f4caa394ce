package se.samverkan.evaluation.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.samverkan.shared.CsvList;
import se.samverkan.shared.CsvList.Row;
import se.samverkan.shared.Refusal;

/**
 * Reads pairs: {@code id,pair,offered,outcome[,took_part,dose,cluster]}. A pair with a missing half is dropped and counted; one in which
 * not exactly one was offered was not drawn by lot, and is refused.
 */
final class PairFile {

    private static final List<String> REQUIRED = List.of("id", "pair", "offered", "outcome");
    private static final List<String> KNOWN =
            List.of("id", "pair", "offered", "outcome", "took_part", "dose", "cluster");

    private final boolean knowsWhoTookPart;
    private final boolean knowsDoses;
    private final List<Pair> pairs = new ArrayList<>();
    private int dropped;

    private PairFile(CsvList list) {
        this.knowsWhoTookPart = list.columns().contains("took_part");
        this.knowsDoses = list.columns().contains("dose");
        boolean clustered = list.columns().contains("cluster");
        Map<String, List<Half>> byName = new TreeMap<>();
        list.each((row, id) -> byName.computeIfAbsent(row.text("pair"), any -> new ArrayList<>(2))
                .add(half(row, id, clustered)));
        byName.forEach(this::take);
    }

    static PairFile read(byte[] content) {
        CsvList list = CsvList.read(content);
        list.requireColumns(false, REQUIRED.toArray(String[]::new));
        list.columns().stream()
                .filter(column -> !KNOWN.contains(column))
                .findFirst()
                .ifPresent(unknown -> {
                    throw Refusal.malformed("refusal.list.column-unknown", unknown, String.join(", ", KNOWN));
                });
        return new PairFile(list);
    }

    private Half half(Row row, String id, boolean clustered) {
        double tookPart = knowsWhoTookPart ? tookPart(row) : Double.NaN;
        return new Half(
                id,
                Cells.yes(row, "offered"),
                Cells.number(row, "outcome"),
                tookPart,
                knowsDoses ? Cells.number(row, "dose") : Double.NaN,
                clustered ? row.text("cluster") : row.text("pair"));
    }

    private static double tookPart(Row row) {
        return Cells.isMissing(row, "took_part") ? Double.NaN : Cells.share(row, "took_part");
    }

    private void take(String name, List<Half> halves) {
        if (halves.size() > 2) {
            throw Refusal.rule("evaluation.refusal.pair-of-many", name, halves.size());
        }
        if (halves.size() < 2) {
            dropped++;
            return;
        }
        Half first = halves.getFirst();
        Half second = halves.getLast();
        if (first.offered() == second.offered()) {
            throw Refusal.rule("evaluation.refusal.not-one-offered", name, first.offered() ? 2 : 0);
        }
        if (Double.isNaN(first.outcome()) || Double.isNaN(second.outcome())) {
            dropped++;
            return;
        }
        pairs.add(first.offered() ? new Pair(first, second) : new Pair(second, first));
    }

    boolean knowsWhoTookPart() {
        return knowsWhoTookPart;
    }

    boolean knowsDoses() {
        return knowsDoses;
    }

    /** Whole pairs in the order of their names. */
    List<Pair> pairs() {
        return pairs;
    }

    int dropped() {
        return dropped;
    }

    /** Two units of which the lot offered one. */
    record Pair(Half offered, Half other) {

        double outcome() {
            return offered.outcome() - other.outcome();
        }

        double tookPart() {
            return offered.tookPart() - other.tookPart();
        }

        double dose() {
            return offered.dose() - other.dose();
        }
    }
}
