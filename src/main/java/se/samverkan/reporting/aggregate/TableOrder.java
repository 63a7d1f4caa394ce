package se.samverkan.reporting.aggregate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.samverkan.statistics.disclosure.MaskedTable;
import se.samverkan.statistics.disclosure.Place;

/**
 * In which order the rows of the tables stand: as they come, or one table with its largest numbers first in a column. Masked numbers
 * stand last, in the order in which they come, so that the order tells nothing of them.
 */
public final class TableOrder {

    private final Optional<Topic> topic;
    private final String column;
    private final AggregateWords names;

    private TableOrder(Optional<Topic> topic, String column, AggregateWords names) {
        this.topic = topic;
        this.column = column;
        this.names = names;
    }

    /** @param said {@code units.SCHOOL}; anything else is as they come */
    static TableOrder of(String said, AggregateWords names) {
        int dot = said.indexOf('.');
        return dot < 0
                ? new TableOrder(Optional.empty(), "", names)
                : new TableOrder(
                        Topic.of(said.substring(0, dot))
                                .filter(topic -> !topic.rows().isFixed()),
                        said.substring(dot + 1),
                        names);
    }

    public boolean isBy(Topic wanted, String by) {
        return topic.filter(wanted::equals).isPresent() && column.equals(by);
    }

    /** Where the link of a heading leads: to that order, or back from it. */
    public String address(Topic wanted, String by) {
        return (isBy(wanted, by) ? "?" : "?by=" + wanted.key() + "." + by) + "#" + wanted.key();
    }

    /** The rows of a table, its total last. */
    public List<String> rows(Topic wanted, MaskedTable table) {
        List<String> rows = new java.util.ArrayList<>(names.rows(wanted, table));
        if (topic.filter(wanted::equals).isPresent() && table.allColumns().contains(column)) {
            rows.sort(Comparator.comparingDouble(
                    row -> -table.at(new Place(row, column)).orElse(-1)));
        }
        if (table.rowsAdd()) {
            rows.add(Place.ALL);
        }
        return rows;
    }
}
