package se.samverkan.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;

/**
 * The door that proves the audit log whole, or names the first link that is not: walks every chain from its beginning,
 * computes every digest and hash again, and compares the end with what the chain says of itself.
 *
 * <p>What it cannot see is a chain whose end and whose own record of the end were both taken back by somebody with the
 * owner's password. {@link Proof#seal} is for that: kept on paper it tells two states of the log apart.
 */
@Component
public class AuditVerification {

    private static final int ROWS_AT_A_TIME = 2_000;

    private final JdbcClient database;
    private final Rights rights;

    AuditVerification(JdbcClient database, Rights rights) {
        this.database = database;
        this.rights = rights;
    }

    /**
     * What the walk found.
     *
     * @param links how many links were walked
     * @param chains how many chains there are
     * @param broken the first link that does not hold; empty when all of them do
     * @param seal a short digest of all chains' ends
     */
    public record Proof(long links, int chains, Optional<BrokenLink> broken, String seal) {

        public boolean holds() {
            return broken.isEmpty();
        }
    }

    /**
     * A link that does not hold.
     *
     * @param organisation whose chain, 0 for the installation's
     * @param position its place in the chain, from 1
     * @param at when it was written, null when it is gone
     */
    public record BrokenLink(
            long organisation, long position, @Nullable Instant at, Fault fault) {}

    /** What can be wrong with a link; told in words by {@code audit.fault.<name>}. */
    public enum Fault {
        /** The entry itself says something else than when it was written. */
        ENTRY_CHANGED,
        /** The entry is not there, or one has been put in before it. */
        LINK_MISSING,
        /** A value beside it is gone, has been added, or says something else. */
        VALUE_CHANGED,
        /** A value has been erased and no disposal says so. */
        VALUE_ERASED_UNLAWFULLY
    }

    /**
     * Walks all chains in one snapshot of the database; reads a few thousand rows at a time.
     *
     * @throws se.samverkan.shared.Refusal when the actor may not read the whole log
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Proof verify() {
        rights.requireEverywhere(Verb.READ_AUDIT);
        Map<Long, End> ends = ends();
        Walk walk = new Walk(ends);
        database.sql("select * from records.audit_proof order by organisation, position, at")
                .withFetchSize(ROWS_AT_A_TIME)
                .query(walk::step);
        walk.finish();
        return new Proof(walk.links, ends.size(), Optional.ofNullable(walk.broken), seal());
    }

    private Map<Long, End> ends() {
        Map<Long, End> ends = new HashMap<>();
        database.sql("select organisation, last_position, last_hash from records.audit_chain")
                .query(row -> {
                    ends.put(row.getLong(1), new End(row.getLong(2), row.getBytes(3)));
                });
        return ends;
    }

    private String seal() {
        return database.sql("""
                        select left(encode(sha256(coalesce(string_agg(
                            int8send(organisation) || int8send(last_position) || last_hash, ''::bytea
                            order by organisation), ''::bytea)), 'hex'), 16)
                        from records.audit_chain
                        """).query(String.class).single();
    }

    /** Where a chain says that it ends. */
    @SuppressWarnings("ArrayRecordComponent")
    private record End(long position, byte[] hash) {}

    /** The walk: where it is, and the first thing it found wrong. */
    private final class Walk {

        private final Map<Long, End> ends;
        private final Set<Long> walked = new HashSet<>();
        private long chain = -1;
        private long position;
        private byte[] hash = {};
        private long links;
        private @Nullable BrokenLink broken;

        Walk(Map<Long, End> ends) {
            this.ends = ends;
        }

        void step(ResultSet row) throws SQLException {
            if (row.getLong("organisation") != chain) {
                endChain();
                begin(row.getLong("organisation"));
            }
            links++;
            position++;
            Instant at = row.getTimestamp("at").toInstant();
            if (row.getLong("position") != position || !Arrays.equals(row.getBytes("previous"), hash)) {
                breakAt(position, row.getLong("position") == position ? at : null, Fault.LINK_MISSING);
            } else if (!Arrays.equals(row.getBytes("hash"), row.getBytes("expected_hash"))) {
                breakAt(position, at, Fault.ENTRY_CHANGED);
            } else if (!row.getBoolean("values_hold")) {
                breakAt(position, at, Fault.VALUE_CHANGED);
            } else if (!row.getBoolean("erasure_is_logged")) {
                breakAt(position, at, Fault.VALUE_ERASED_UNLAWFULLY);
            }
            position = row.getLong("position");
            hash = row.getBytes("hash");
        }

        private void begin(long organisation) {
            chain = organisation;
            walked.add(organisation);
            position = 0;
            hash = database.sql("select records.first_hash(?)")
                    .param(organisation)
                    .query(byte[].class)
                    .single();
        }

        private void endChain() {
            if (chain == -1) {
                return;
            }
            End end = ends.get(chain);
            if (end == null || end.position() != position || !Arrays.equals(end.hash(), hash)) {
                breakAt(position + 1, null, Fault.LINK_MISSING);
            }
        }

        void finish() {
            endChain();
            ends.forEach((organisation, end) -> {
                if (end.position() > 0 && !walked.contains(organisation)) {
                    chain = organisation;
                    breakAt(1, null, Fault.LINK_MISSING);
                }
            });
        }

        private void breakAt(long where, @Nullable Instant at, Fault fault) {
            if (broken == null) {
                broken = new BrokenLink(chain, where, at, fault);
            }
        }
    }
}
