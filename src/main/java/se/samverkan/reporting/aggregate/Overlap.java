package se.samverkan.reporting.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.samverkan.statistics.disclosure.CountedTable;
import se.samverkan.statistics.disclosure.Place;

/**
 * Numbers of a table that come to the same as numbers of another, always or as long as everybody has reported: whoever reads both
 * can count with them as with the sums of one table.
 */
record Overlap(Topic topic, List<Place> places, Topic other, List<Place> others) {

    private static final List<Overlap> DECLARED = declared();

    private static List<Overlap> declared() {
        List<Overlap> all = new ArrayList<>();
        for (String level : withTotal(Axis.LEVEL)) {
            all.add(new Overlap(
                    Topic.UNITS,
                    total(level),
                    Topic.STANDINGS,
                    rows(level, "ACCEPTED", "RUNNING", "PAUSED", "LEFT", "COMPLETED")));
            all.add(new Overlap(Topic.PHASES, total(level), Topic.STANDINGS, rows(level, "RUNNING", "PAUSED")));
            all.add(new Overlap(Topic.REASONS, total(level), Topic.STANDINGS, rows(level, "DECLINED")));
        }
        for (String whose : withTotal(Axis.WHOSE)) {
            all.add(new Overlap(
                    Topic.SIGNS, total(whose), Topic.PLANNED_SIGNS, List.of(new Place(whose, Axis.SIGNS.name()))));
        }
        all.add(new Overlap(Topic.DELIVERIES, total(Place.ALL), Topic.INTERVENTIONS, total(Place.ALL)));
        for (String answer : Axis.answers()) {
            all.add(new Overlap(
                    Topic.DELIVERIES,
                    List.of(new Place(answer, Place.ALL)),
                    Topic.INTERVENTIONS,
                    List.of(new Place(Axis.cause(answer), Axis.level(answer)))));
        }
        // As long as every area has one answer.
        for (String sign : withTotal(Axis.SIGN)) {
            all.add(new Overlap(
                    Topic.ANSWERED_SIGNS,
                    Axis.answers().stream()
                            .map(answer -> new Place(answer, sign))
                            .toList(),
                    Topic.SIGNS,
                    List.of(new Place(sign, Place.ALL))));
        }
        return List.copyOf(all);
    }

    private static List<String> withTotal(Axis axis) {
        List<String> all = new ArrayList<>(axis.keys(Set.of(Axis.NONE)));
        all.add(Place.ALL);
        return all;
    }

    private static List<Place> total(String column) {
        return List.of(new Place(Place.ALL, column));
    }

    private static List<Place> rows(String column, String... rows) {
        return Stream.of(rows).map(row -> new Place(row, column)).toList();
    }

    /** What two tables count in common, each number of the same table among it. */
    static List<Overlap> of(Topic topic, CountedTable table, Topic other) {
        if (topic == other) {
            return table.places().stream()
                    .map(place -> new Overlap(topic, List.of(place), topic, List.of(place)))
                    .toList();
        }
        return DECLARED.stream()
                .flatMap(each -> Stream.of(each, each.turned()))
                .filter(each -> each.topic == topic && each.other == other)
                .toList();
    }

    Overlap turned() {
        return new Overlap(other, others, topic, places);
    }
}
