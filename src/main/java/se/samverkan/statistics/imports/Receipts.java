package se.samverkan.statistics.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Actor;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.Receipt;
import se.samverkan.statistics.Receipt.Line;
import se.samverkan.statistics.Receipt.Outcome;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Where receipts are kept; row-level security shows each to the person who got it and to those who read all of them. */
@Repository
class Receipts {

    private static final String COLUMNS = """
            select id, at, import, file_name, file_size, encode(checksum, 'hex') as checksum, dry_run, outcome,
                understood, annotated is not null as has_annotated,
                person = access.person() and (waiting is not null and followed_by is null
                    or exists (select from statistics.receipt tried
                               where tried.followed_by = r.id and tried.waiting is not null)) as is_waiting
            from statistics.receipt r
            """;

    private final JdbcClient database;
    private final ObjectMapper json;

    Receipts(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * A receipt before it is kept.
     *
     * @param annotated the packed annotated copy, or null
     * @param waiting the packed file, or null
     */
    record Draft(
            String fileName,
            long fileSize,
            byte[] checksum,
            boolean dryRun,
            Outcome outcome,
            @Nullable Integer importId,
            Map<String, String> understood,
            List<Finding> findings,
            byte @Nullable [] annotated,
            byte @Nullable [] waiting) {}

    UUID keep(Draft draft) {
        forgetOldFiles();
        UUID id = database.sql("""
                        insert into statistics.receipt (import, person, file_name, file_size, checksum, dry_run, outcome,
                            understood, annotated, waiting)
                        values (:import, :person, :name, :size, :checksum, :dry, :outcome, :understood::jsonb,
                            :annotated, :waiting)
                        returning id
                        """)
                .param("import", draft.importId(), java.sql.Types.INTEGER)
                .param("person", Actor.current().person())
                .param("name", draft.fileName())
                .param("size", draft.fileSize())
                .param("checksum", draft.checksum())
                .param("dry", draft.dryRun())
                .param("outcome", draft.outcome().name())
                .param("understood", json.writeValueAsString(draft.understood()))
                .param("annotated", draft.annotated(), java.sql.Types.BINARY)
                .param("waiting", draft.waiting(), java.sql.Types.BINARY)
                .query(UUID.class)
                .single();
        keepLines(id, draft.findings());
        return id;
    }

    /** Writes what came of a file on the receipt that it has had since it was received. */
    void end(UUID id, Draft draft) {
        database.sql("""
                        update statistics.receipt set import = :import, outcome = :outcome,
                            understood = :understood::jsonb, annotated = :annotated, at = clock_timestamp(),
                            waiting = case when :outcome in ('WOULD_DO', 'FAILED') then waiting end
                        where id = :id
                        """)
                .param("id", id)
                .param("import", draft.importId(), java.sql.Types.INTEGER)
                .param("outcome", draft.outcome().name())
                .param("understood", json.writeValueAsString(draft.understood()))
                .param("annotated", draft.annotated(), java.sql.Types.BINARY)
                .update();
        keepLines(id, draft.findings());
    }

    /** Lets nobody else change it until the transaction ends; quiet where there is nothing of one's own to change. */
    void lock(UUID id) {
        database.sql("select id from statistics.receipt where id = ? for update")
                .param(id)
                .query(UUID.class)
                .optional();
    }

    private void keepLines(UUID receipt, List<Finding> findings) {
        database.sql("""
                        insert into statistics.receipt_line
                            (receipt, number, "row", field, value, rule, details, severity)
                        select ?, t.number, t."row", t.field, t.value, t.rule, t.details, t.severity
                        from rows from (jsonb_to_recordset(?::jsonb) as ("row" int, field text, value text, rule text,
                            details jsonb, severity text)) with ordinality
                            as t ("row", field, value, rule, details, severity, number)
                        """).params(receipt, json.writeValueAsString(findings)).update();
    }

    /** Files of dry runs that nobody took in; what still waits to be read is kept, however long that takes. */
    private void forgetOldFiles() {
        database.sql("""
                        update statistics.receipt tried set waiting = null
                        where waiting is not null and at < clock_timestamp() - interval '1 day'
                            and not exists (select from statistics.import_queue
                                            where receipt in (tried.id, tried.followed_by))
                        """).update();
    }

    Receipt find(UUID id) {
        Receipt receipt = database.sql(COLUMNS + " where id = ?")
                .param(id)
                .query((row, n) -> receipt(row))
                .optional()
                .orElseThrow(Refusal::notSeen);
        return withLines(receipt, lines(id));
    }

    List<Receipt> newest(int most) {
        return database.sql(COLUMNS + " order by at desc, id limit ?")
                .param(most)
                .query((row, n) -> receipt(row))
                .list();
    }

    byte[] annotated(UUID id) {
        return database.sql("select annotated from statistics.receipt where id = ? and annotated is not null")
                .param(id)
                .query(byte[].class)
                .optional()
                .orElseThrow(Refusal::notSeen);
    }

    /** The receipt of the import that a dry run led to, if it has. */
    Optional<UUID> followedBy(UUID dryRun) {
        return database.sql("select followed_by from statistics.receipt where id = ? and dry_run")
                .param(dryRun)
                .query((row, n) -> Optional.ofNullable(row.getObject("followed_by", UUID.class)))
                .optional()
                .orElseThrow(Refusal::notSeen);
    }

    private List<Line> lines(UUID receipt) {
        return database.sql("""
                        select "row", field, value, rule, details, severity from statistics.receipt_line
                        where receipt = ? order by number
                        """)
                .param(receipt)
                .query((row, n) -> new Line(
                        row.getObject("row", Integer.class),
                        row.getString("field"),
                        row.getString("value"),
                        row.getString("rule"),
                        json.readValue(row.getString("details"), new TypeReference<List<Object>>() {}),
                        row.getString("severity")))
                .list();
    }

    private Receipt receipt(ResultSet row) throws SQLException {
        return new Receipt(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getObject("import", Integer.class),
                row.getString("file_name"),
                row.getLong("file_size"),
                row.getString("checksum"),
                row.getBoolean("dry_run"),
                Outcome.valueOf(row.getString("outcome")),
                json.readValue(row.getString("understood"), new TypeReference<Map<String, String>>() {}),
                List.of(),
                row.getBoolean("has_annotated"),
                row.getBoolean("is_waiting"));
    }

    private static Receipt withLines(Receipt receipt, List<Line> lines) {
        return new Receipt(
                receipt.id(),
                receipt.at(),
                receipt.importId(),
                receipt.fileName(),
                receipt.fileSize(),
                receipt.checksum(),
                receipt.dryRun(),
                receipt.outcome(),
                receipt.understood(),
                lines,
                receipt.annotated(),
                receipt.waiting());
    }
}
