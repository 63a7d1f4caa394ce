package se.samverkan.organisation.keeping;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Bin;
import se.samverkan.shared.DoorKeeper;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Refusal;

/**
 * What is alike for everything that is kept: a change names the version it saw, a removal can be taken back for 30 days,
 * and each is told to the audit log in the same transaction.
 */
@Component
class KeptRows {

    /** Who a row belongs to, whether it is removed, and its version; locked, so that nobody changes it meanwhile. */
    private record Row(long organiser, int version, boolean removed, String name) {}

    private final JdbcClient database;
    private final DoorKeeper doors;
    private final AuditTrail trail;
    private final Clock clock;

    KeptRows(JdbcClient database, DoorKeeper doors, AuditTrail trail, Clock clock) {
        this.database = database;
        this.doors = doors;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Checks the right and that the row is in the version that was seen, and counts it up.
     *
     * @throws Refusal when it is another's, removed, or changed since
     */
    void begin(Kept kept, long organiser, long id, int seen) {
        Row row = locked(kept, organiser, id);
        if (row.removed()) {
            throw Refusal.rule("refusal.removed-meanwhile");
        }
        if (row.version() != seen) {
            throw Refusal.stale();
        }
        database.sql("update " + kept.table() + " set version = version + 1 where id = ?")
                .param(id)
                .update();
    }

    void remove(Kept kept, long organiser, long id, int seen) {
        begin(kept, organiser, id, seen);
        database.sql("update " + kept.table() + " set deleted_at = ? where id = ?")
                .params(now(), id)
                .update();
        tell(kept, "removed", organiser, id, Map.of());
    }

    void takeBack(Kept kept, long organiser, long id) {
        Row row = locked(kept, organiser, id);
        try {
            int back = database.sql("update " + kept.table()
                            + " set deleted_at = null, version = version + 1 where id = ? and deleted_at > ?")
                    .params(id, now().minus(Bin.KEPT))
                    .update();
            if (!row.removed() || back == 0) {
                throw Refusal.rule("refusal.not-in-bin");
            }
        } catch (DuplicateKeyException taken) {
            throw Refusal.rule("refusal.name-taken-meanwhile", row.name());
        }
        tell(kept, "restored", organiser, id, Map.of());
    }

    List<Bin.Removed> removed(Kept kept, long organiser) {
        return database.sql(
                        "select t.id, %s as name, t.deleted_at from %s t where t.owner_organisation = ? and t.deleted_at > ? order by t.deleted_at desc, t.id"
                                .formatted(kept.nameSql(), kept.table()))
                .params(organiser, now().minus(Bin.KEPT))
                .query((row, n) -> {
                    Instant at =
                            row.getObject("deleted_at", OffsetDateTime.class).toInstant();
                    return new Bin.Removed(
                            kept.type(), row.getLong("id"), row.getString("name"), at, at.plus(Bin.KEPT));
                })
                .list();
    }

    /** Tells what was done to a row, as it is called now. */
    void tell(Kept kept, String deed, long organiser, long id, Map<String, Changed> changes) {
        String name = database.sql("select " + kept.nameSql() + " from " + kept.table() + " t where t.id = ?")
                .param(id)
                .query(String.class)
                .single();
        var subject = new Happening.Subject(kept.type(), Long.toString(id), name);
        Happening happening = Happening.of(kept.type() + "." + deed, subject, organiser);
        for (var change : changes.entrySet()) {
            happening = happening.changing(
                    change.getKey(),
                    change.getValue().before(),
                    change.getValue().after());
        }
        trail.record(happening);
    }

    /** What a field was and became; empty is nothing. */
    record Changed(Object before, Object after) {}

    private Row locked(Kept kept, long organiser, long id) {
        doors.require(kept.verb(), organiser);
        return database.sql(
                        "select %s as owner, t.version, t.deleted_at is not null as removed, %s as name from %s t where t.id = ? for update of t"
                                .formatted(kept.ownerSql(), kept.nameSql(), kept.table()))
                .param(id)
                .query((row, n) -> new Row(
                        row.getLong("owner"), row.getInt("version"), row.getBoolean("removed"), row.getString("name")))
                .optional()
                .filter(row -> row.organiser() == organiser)
                .orElseThrow(Refusal::notSeen);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
