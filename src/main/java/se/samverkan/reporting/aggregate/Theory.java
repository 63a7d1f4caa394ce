package se.samverkan.reporting.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import se.samverkan.statistics.disclosure.MaskedTable;
import se.samverkan.statistics.disclosure.Place;

/**
 * The programme's theory of change, with what it has come to so far: causes that were found, interventions that answer them, signs by
 * which one would notice, and how far those have come. It says what follows on what in time, not that it helps.
 */
record Theory(List<Link> links) {

    /**
     * A link of the chain.
     *
     * @param topic what is counted
     * @param parts its rows
     */
    record Link(Topic topic, List<Part> parts) {}

    /**
     * What one row comes to.
     *
     * @param count empty where it is masked
     */
    record Part(String key, OptionalDouble count) {}

    private static final List<Topic> CHAIN =
            List.of(Topic.CAUSES, Topic.INTERVENTIONS, Topic.PLANNED_SIGNS, Topic.SIGNS);

    static Theory of(Aggregate aggregate) {
        List<Link> links = new ArrayList<>();
        for (Topic topic : CHAIN) {
            MaskedTable table = aggregate.table(topic);
            String total = table.allColumns().isEmpty()
                    ? Place.ALL
                    : table.allColumns().getLast();
            links.add(new Link(
                    topic,
                    table.rows().stream()
                            .map(row -> new Part(row, table.at(new Place(row, total))))
                            .toList()));
        }
        return new Theory(links);
    }

    /** How many rows the longest link has: how high the picture is. */
    int height() {
        return links.stream().mapToInt(link -> link.parts().size()).max().orElse(0);
    }

    boolean isEmpty() {
        return height() == 0;
    }
}
