package se.samverkan.selection.round;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.shared.Refusal;

/**
 * How far a round has come, and so what may still be changed in it. Every door that changes what a basis rests on asks
 * here first; the database holds the same rule.
 */
@Repository
public class Standing {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final JdbcClient database;

    Standing(JdbcClient database) {
        this.database = database;
    }

    /** Where a round stands. */
    public enum Stage {
        /** Criteria, places, exclusions and assessments may be changed. */
        OPEN,
        /** They stand; a new version of the basis opens them again. */
        FROZEN,
        /** The list of a draw is frozen; what remains is to draw. */
        LISTED,
        /** The places are allotted. */
        ALLOTTED
    }

    /** The newest basis: who froze it and when. */
    private record Newest(int version, String by, Instant at) {}

    /** What of a round may still be changed. */
    public Stage stage(long round) {
        return database.sql("""
                        select case when selection.is_allotted(?) then 'ALLOTTED'
                            when exists (select from selection.allotment where round = ?) then 'LISTED'
                            when selection.is_frozen(?) then 'FROZEN' else 'OPEN' end
                        """)
                .params(round, round, round)
                .query((row, n) -> Stage.valueOf(row.getString(1)))
                .single();
    }

    /**
     * Requires that what the basis rests on may still be changed.
     *
     * @throws Refusal saying who froze the basis, when, and how to go on
     */
    public void requireOpen(long round) {
        Stage stage = stage(round);
        if (stage == Stage.OPEN) {
            return;
        }
        if (stage != Stage.FROZEN) {
            throw Refusal.rule("selection.refusal.allotted");
        }
        Newest basis = newest(round).orElseThrow();
        throw Refusal.rule(
                "selection.refusal.frozen",
                basis.version(),
                basis.by(),
                LocalDate.ofInstant(basis.at(), SWEDEN).toString());
    }

    private Optional<Newest> newest(long round) {
        return database.sql("""
                        select version, selection.name_in(round, made_by) as by, made_at from selection.basis
                        where round = ? order by version desc limit 1
                        """)
                .param(round)
                .query((row, n) -> new Newest(
                        row.getInt("version"),
                        row.getString("by"),
                        row.getTimestamp("made_at").toInstant()))
                .optional();
    }

    /** Lets one at a time do what a round can only do once; whoever waited then sees what the first one did. */
    public void lock(long round) {
        boolean seen = database.sql("select selection.hold(?)")
                .param(round)
                .query(Boolean.class)
                .single();
        if (!seen) {
            throw Refusal.notSeen();
        }
    }
}
