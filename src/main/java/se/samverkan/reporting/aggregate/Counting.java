package se.samverkan.reporting.aggregate;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.samverkan.partnership.CaseTallies.Tally;
import se.samverkan.statistics.disclosure.Count;
import se.samverkan.statistics.disclosure.CountedTable;
import se.samverkan.statistics.disclosure.MaskedTable;
import se.samverkan.statistics.disclosure.Place;

/** Puts what the rooms have counted into tables. */
final class Counting {

    static final MaskedTable NOTHING = new MaskedTable(List.of(), List.of(), false, false, Map.of(), Map.of());

    private Counting() {}

    /** A table for each topic that something was counted of; shares are worked out of those. */
    static Map<Topic, CountedTable> tables(Collection<Tally> tallies) {
        Map<Topic, CountedTable> tables = new EnumMap<>(Topic.class);
        Map<String, List<Tally>> all =
                tallies.stream().filter(tally -> tally.contributors() > 0).collect(Collectors.groupingBy(Tally::topic));
        all.forEach((key, of) -> Topic.of(key).ifPresent(topic -> tables.put(topic, table(topic, of))));
        shares(all.get("sign-spread"), tables.get(Topic.ANSWERED_SIGNS))
                .ifPresent(shares -> tables.put(Topic.SIGN_SHARES, table(Topic.SIGN_SHARES, shares)));
        shares(all.get("goal-spread"), tables.get(Topic.ANSWERED_GOALS))
                .ifPresent(shares -> tables.put(Topic.GOAL_SHARES, table(Topic.GOAL_SHARES, shares)));
        return tables;
    }

    private static Optional<List<Tally>> shares(@Nullable List<Tally> spread, @Nullable CountedTable of) {
        return spread == null || of == null
                ? Optional.empty()
                : Optional.of(AnswerShares.of(spread, of)).filter(shares -> !shares.isEmpty());
    }

    private static CountedTable table(Topic topic, List<Tally> tallies) {
        Map<Place, Count> counts = new HashMap<>();
        tallies.forEach(tally -> counts.put(
                new Place(key(tally.row()), key(tally.column())), new Count(tally.value(), tally.contributors())));
        return new CountedTable(
                topic.rows().keys(counts.keySet().stream().map(Place::row).collect(inner())),
                topic.columns().keys(counts.keySet().stream().map(Place::column).collect(inner())),
                counts,
                topic.rowsAdd(),
                topic.columnsAdd());
    }

    private static java.util.stream.Collector<String, ?, Set<String>> inner() {
        return Collectors.filtering(key -> !key.equals(Place.ALL), Collectors.toSet());
    }

    private static String key(String counted) {
        return counted.isEmpty() ? Axis.NONE : counted;
    }
}
