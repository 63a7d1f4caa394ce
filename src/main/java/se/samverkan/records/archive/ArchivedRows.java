package se.samverkan.records.archive;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.records.archive.ArchiveContribution.Contribution;
import se.samverkan.records.archive.ArchivedFile.Form;
import se.samverkan.shared.page.Words;

/**
 * What a room keeps of a partnership in its tables, as JSON: one file for each sort of row, as row-level security lets whoever
 * makes the package see it. The same rows give the same bytes. A sort of which there is nothing is left out.
 */
@Component
public class ArchivedRows {

    /** The sort of matter whose id the queries ask for. */
    public static final String PARTNERSHIP = "partnership";

    private final JdbcClient database;
    private final Words words;

    ArchivedRows(JdbcClient database, MessageSource messages) {
        this.database = database;
        this.words = new Words(messages, Words.SWEDISH);
    }

    /**
     * A sort of row; what people call it stands in the message files, under {@code archive}, its part and its name.
     *
     * @param name the name of the file without its ending
     * @param sql a query of rows, in an order that is always the same, that asks for {@code :partnership}
     */
    public record Sort(String name, String sql) {}

    /** What a part has of the matter; nothing where it is no partnership. */
    public Contribution of(Matter matter, String part, List<Sort> sorts) {
        return of(matter, part, sorts, List.of());
    }

    /** The same, with files that the room has found itself. */
    public Contribution of(Matter matter, String part, List<Sort> sorts, List<ArchivedFile> files) {
        Stream<ArchivedFile> rows = matter.type().equals(PARTNERSHIP)
                ? sorts.stream().flatMap(sort -> file(matter, part, sort))
                : Stream.of();
        return new Contribution(
                words.text("archive." + part),
                List.of(),
                Stream.concat(rows, files.stream()).toList());
    }

    /** The ids that a query for {@code :partnership} gives; none where the matter is no partnership. */
    public List<String> ids(Matter matter, String sql) {
        return matter.type().equals(PARTNERSHIP)
                ? database.sql(sql)
                        .param("partnership", Long.valueOf(matter.id()))
                        .query(String.class)
                        .list()
                : List.of();
    }

    private Stream<ArchivedFile> file(Matter matter, String part, Sort sort) {
        String rows = database.sql(
                        "select coalesce(jsonb_pretty(jsonb_agg(to_jsonb(q))), '') from (" + sort.sql() + ") q")
                .param("partnership", Long.valueOf(matter.id()))
                .query(String.class)
                .single();
        return rows.isEmpty()
                ? Stream.of()
                : Stream.of(new ArchivedFile(
                        sort.name() + ".json",
                        words.text("archive." + part + "." + sort.name()),
                        Form.JSON,
                        matter.closedAt(),
                        List.of(),
                        ArchivedFile.bytes(rows.getBytes(StandardCharsets.UTF_8))));
    }
}
