package se.samverkan.records.archive;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.records.archive.ArchiveContribution.Contribution;
import se.samverkan.records.archive.ArchivedFile.Form;

/**
 * What a room keeps of a partnership in its tables, as JSON: one file for each sort of row, as row-level security lets whoever
 * makes the package see it. The same rows give the same bytes. A sort of which there is nothing is left out.
 */
@Component
public class ArchivedRows {

    /** The sort of matter whose id the queries ask for. */
    public static final String PARTNERSHIP = "partnership";

    private final JdbcClient database;

    ArchivedRows(JdbcClient database) {
        this.database = database;
    }

    /**
     * A sort of row.
     *
     * @param name the name of the file without its ending
     * @param title what people call it, in Swedish
     * @param sql a query of rows, in an order that is always the same, that asks for {@code :partnership}
     */
    public record Sort(String name, String title, String sql) {}

    /** What the room has of the matter; nothing where it is no partnership. */
    public Contribution of(Matter matter, String title, List<Sort> sorts) {
        return of(matter, title, sorts, List.of());
    }

    /** The same, with files that the room has found itself. */
    public Contribution of(Matter matter, String title, List<Sort> sorts, List<ArchivedFile> files) {
        List<ArchivedFile> rows = matter.type().equals(PARTNERSHIP)
                ? sorts.stream().flatMap(sort -> file(matter, sort)).toList()
                : List.of();
        return new Contribution(
                title, List.of(), Stream.concat(rows.stream(), files.stream()).toList());
    }

    private Stream<ArchivedFile> file(Matter matter, Sort sort) {
        String rows = database.sql(
                        "select coalesce(jsonb_pretty(jsonb_agg(to_jsonb(q))), '') from (" + sort.sql() + ") q")
                .param("partnership", Long.valueOf(matter.id()))
                .query(String.class)
                .single();
        return rows.isEmpty()
                ? Stream.of()
                : Stream.of(new ArchivedFile(
                        sort.name() + ".json",
                        sort.title(),
                        Form.JSON,
                        matter.closedAt(),
                        List.of(),
                        ArchivedFile.bytes(rows.getBytes(StandardCharsets.UTF_8))));
    }
}
