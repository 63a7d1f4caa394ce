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
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganisationNumber;
import se.samverkan.organisation.OrganisationView;
import se.samverkan.organisation.OrganisationView.Sort;
import se.samverkan.organisation.keeping.KeptRows.Changed;
import se.samverkan.shared.Bin;
import se.samverkan.shared.DoorKeeper;
import se.samverkan.shared.Refusal;

/**
 * The door to the organisations that no register tells of: providers, agencies and their offices. They belong to nobody
 * but themselves, so only who administers the whole installation adds, renames and removes them. What has been removed
 * takes no new roles; those that are held there stay as they are.
 */
@Component
class Organisations {

    private final JdbcClient database;
    private final Directory directory;
    private final DoorKeeper doors;
    private final KeptRows rows;
    private final Clock clock;

    Organisations(JdbcClient database, Directory directory, DoorKeeper doors, KeptRows rows, Clock clock) {
        this.database = database;
        this.directory = directory;
        this.doors = doors;
        this.rows = rows;
        this.clock = clock;
    }

    /** Before a page or a form is shown. */
    public void requireRight() {
        doors.requireEverywhere(Kept.ORGANISATION.verb());
    }

    public OrganisationView organisation(String key) {
        return directory.organisation(key).orElseThrow(Refusal::notSeen);
    }

    @Transactional
    public void add(String name, Sort sort) {
        requireRight();
        long id = unlessTaken(
                name,
                () -> database.sql("""
                                insert into organisation.organisation (kind, provider_kind, key, name, source)
                                values (:kind, nullif(:providerKind, ''), :key, :name, 'PEOPLE') returning id
                                """)
                        .param("kind", sort.kind())
                        .param("providerKind", sort.providerKind())
                        .param("key", OrganisationNumber.keyThatSaysNothing())
                        .param("name", name)
                        .query(Long.class)
                        .single());
        rows.tell(Kept.ORGANISATION, "added", id, id, Map.of("sort", new Changed("", sort)));
    }

    /** @param seen the version that the form showed */
    @Transactional
    public void change(String key, int seen, String name, Sort sort) {
        requireRight();
        OrganisationView before = organisation(key);
        rows.begin(Kept.ORGANISATION, before.id(), before.id(), seen);
        unlessTaken(
                name,
                () -> database.sql("""
                                update organisation.organisation
                                set name = ?, kind = ?, provider_kind = nullif(?, '') where id = ?
                                """)
                        .params(name, sort.kind(), sort.providerKind(), before.id())
                        .update());
        rows.tell(
                Kept.ORGANISATION,
                "changed",
                before.id(),
                before.id(),
                Map.of("name", new Changed(before.name(), name), "sort", new Changed(before.sort(), sort)));
    }

    @Transactional
    public void remove(String key, int seen) {
        requireRight();
        long id = organisation(key).id();
        rows.remove(Kept.ORGANISATION, id, id, seen);
    }

    @Transactional
    public void takeBack(long id) {
        requireRight();
        if (removed().stream().noneMatch(one -> one.id() == id)) {
            throw Refusal.rule("refusal.not-in-bin");
        }
        rows.takeBack(Kept.ORGANISATION, id, id);
    }

    /** What has been removed in the last 30 days, the newest first. */
    public List<Bin.Removed> removed() {
        return database.sql("""
                        select id, name, deleted_at from organisation.organisation
                        where kind <> 'ORGANISER' and deleted_at > ? order by deleted_at desc, id
                        """)
                .param(clock.instant().atOffset(ZoneOffset.UTC).minus(Bin.KEPT))
                .query((row, n) -> {
                    Instant at =
                            row.getObject("deleted_at", OffsetDateTime.class).toInstant();
                    return new Bin.Removed(
                            Kept.ORGANISATION.type(), row.getLong("id"), row.getString("name"), at, at.plus(Bin.KEPT));
                })
                .list();
    }

    private static long unlessTaken(String name, java.util.function.LongSupplier deed) {
        try {
            return deed.getAsLong();
        } catch (DuplicateKeyException taken) {
            throw Refusal.rule("organisation.refusal.name-taken", name);
        }
    }
}
