package se.samverkan.selection.material;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.selection.round.RoundMaterial.Reason;
import se.samverkan.selection.round.Trace;

/** Where exclusions are kept, those that were taken back too. */
@Repository
public class StoredExclusions {

    private final JdbcClient database;

    StoredExclusions(JdbcClient database) {
        this.database = database;
    }

    /** An exclusion with who made it. */
    public record Kept(long id, long unit, Reason reason, String note, Trace trace) {}

    /** All of a round, the newest first. */
    List<Kept> all(long round) {
        return database.sql("select t.id, t.unit, t.reason, t.note, " + Trace.COLUMNS
                        + " from selection.exclusion t where t.round = ? order by t.id desc")
                .param(round)
                .query((row, n) -> new Kept(
                        row.getLong("id"),
                        row.getLong("unit"),
                        Reason.valueOf(row.getString("reason")),
                        row.getString("note"),
                        Trace.of(row)))
                .list();
    }

    /** False when the unit is excluded already, by somebody at the same moment too. */
    public boolean add(long round, long unit, Reason reason, String note) {
        return database.sql("""
                        insert into selection.exclusion (round, unit, reason, note) values (?, ?, ?, ?)
                        on conflict (round, unit) where withdrawn_at is null do nothing
                        """).params(round, unit, reason.name(), note).update() == 1;
    }

    /** The exclusion of a unit that stands. */
    public long standing(long round, long unit) {
        return database.sql("select id from selection.exclusion where round = ? and unit = ? and withdrawn_at is null")
                .params(round, unit)
                .query(Long.class)
                .single();
    }

    /** False when it is taken back already. */
    boolean withdraw(long id) {
        return database.sql("""
                        update selection.exclusion set withdrawn_by = access.person(), withdrawn_at = now()
                        where id = ? and withdrawn_at is null
                        """).param(id).update() == 1;
    }
}
