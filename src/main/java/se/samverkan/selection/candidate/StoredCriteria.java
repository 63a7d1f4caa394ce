package se.samverkan.selection.candidate;

import java.time.Instant;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;

/** Where criteria are kept, version by version; nothing is ever changed in a version. */
@Repository
public class StoredCriteria {

    private final JdbcClient database;

    StoredCriteria(JdbcClient database) {
        this.database = database;
    }

    /** The newest version. */
    public CriteriaView current(long round) {
        return database.sql("select coalesce(max(version), 0) from selection.criteria where round = ?")
                .param(round)
                .query((row, n) -> version(round, row.getInt(1)))
                .single();
    }

    /** A version of the criteria of a round; 0 is before the first. */
    public CriteriaView version(long round, int version) {
        if (version == 0) {
            return CriteriaView.NONE;
        }
        Instant made = database.sql("select made_at from selection.criteria where round = ? and version = ?")
                .params(round, version)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElseThrow(Refusal::notSeen);
        return new CriteriaView(version, made, read(round, version));
    }

    private List<Criterion> read(long round, int version) {
        return database.sql("""
                        select number, form, kind, indicator, last_period, years, needy, use, amount
                        from selection.criterion where round = ? and version = ? order by number
                        """)
                .params(round, version)
                .query((row, n) -> new Criterion(
                        row.getInt("number"),
                        row.getString("form"),
                        CriterionKind.valueOf(row.getString("kind")),
                        row.getString("indicator"),
                        Period.ofKey(row.getInt("last_period")),
                        row.getInt("years"),
                        Criterion.Needy.valueOf(row.getString("needy")),
                        Criterion.Use.valueOf(row.getString("use")),
                        row.getDouble("amount")))
                .list();
    }

    /** The number that no criterion of the round has ever had. */
    int nextNumber(long round) {
        return database.sql("select coalesce(max(number), 0) + 1 from selection.criterion where round = ?")
                .param(round)
                .query(Integer.class)
                .single();
    }

    /**
     * Writes the version after the one that was seen.
     *
     * @throws Refusal when somebody else has made that version meanwhile
     */
    int write(long round, int seen, List<Criterion> criteria) {
        int version = seen + 1;
        try {
            database.sql("insert into selection.criteria (round, version) values (?, ?)")
                    .params(round, version)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Refusal.stale();
        }
        for (Criterion criterion : criteria) {
            write(round, version, criterion);
        }
        return version;
    }

    private void write(long round, int version, Criterion criterion) {
        database.sql("""
                        insert into selection.criterion
                            (round, version, number, form, kind, indicator, last_period, years, needy, use, amount)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        round,
                        version,
                        criterion.number(),
                        criterion.form(),
                        criterion.kind().name(),
                        criterion.indicator(),
                        criterion.lastPeriod().key(),
                        criterion.years(),
                        criterion.needy().name(),
                        criterion.use().name(),
                        criterion.amount())
                .update();
    }
}
