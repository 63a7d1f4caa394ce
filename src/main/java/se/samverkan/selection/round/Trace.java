package se.samverkan.selection.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who put something into a round and when, and who took it back: nothing is deleted.
 *
 * @param madeBy the name of the person
 * @param withdrawnBy the name of who took it back; null while it stands
 */
public record Trace(
        String madeBy,
        Instant madeAt,
        @Nullable String withdrawnBy,
        @Nullable Instant withdrawnAt) {

    /** The columns and the names behind them, for a table with the alias {@code t}. */
    public static final String COLUMNS = """
            t.made_at, t.withdrawn_at,
            (select p.name from selection.people(t.round) p where p.person = t.made_by limit 1) as maker,
            (select p.name from selection.people(t.round) p where p.person = t.withdrawn_by limit 1) as withdrawer
            """;

    /** Reads {@link #COLUMNS}. */
    public static Trace of(ResultSet row) throws SQLException {
        return new Trace(
                Optional.ofNullable(row.getString("maker")).orElse(""),
                row.getTimestamp("made_at").toInstant(),
                row.getString("withdrawer"),
                Optional.ofNullable(row.getTimestamp("withdrawn_at"))
                        .map(Timestamp::toInstant)
                        .orElse(null));
    }

    /** Whether nobody has taken it back. */
    public boolean isStanding() {
        return withdrawnAt == null;
    }
}
