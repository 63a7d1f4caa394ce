package se.samverkan.partnership.offer;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.organisation.UnitView;
import se.samverkan.partnership.Standing;
import se.samverkan.programme.variant.Entry.Approval;

/** What is written while an offer is a draft, and when it is sent or its last day moved. */
@Component
class StoredDrafts {

    private final JdbcClient database;
    private final JdbcTemplate batches;

    StoredDrafts(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    /** A partnership that something may still happen in. */
    record Live(long id, Standing standing) {}

    /** Lets one at a time offer something to an organiser. */
    void holdOrganiser(long organiser) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('partnership.organiser', ?))")
                .param(organiser)
                .query(rows -> {});
    }

    Optional<Live> live(long owner, long organiser, String variant) {
        return database.sql("""
                        select id, standing from partnership.partnership
                        where owner_organisation = ? and organiser = ? and variant = ?
                          and standing in ('PROPOSED', 'OFFERED', 'ACCEPTED', 'RUNNING', 'PAUSED')
                        """)
                .params(owner, organiser, variant)
                .query((row, n) -> new Live(row.getLong("id"), Standing.valueOf(row.getString("standing"))))
                .optional();
    }

    /** The draft that goes on about a partnership. */
    Optional<Long> draftOf(long partnership) {
        return database.sql(
                        "select id from partnership.offer where partnership = ? and sent_at is null and left_at is null")
                .param(partnership)
                .query(Long.class)
                .optional();
    }

    /** The ids of the units that a round's offers name, drafts among them. */
    Set<Long> offeredBy(long round) {
        return new HashSet<>(database.sql("""
                        select u.unit from partnership.offered_unit u join partnership.offer o on o.id = u.offer
                        where o.round = ? and o.left_at is null and o.taken_back_at is null
                        """).param(round).query(Long.class).list());
    }

    /**
     * The ids of those units that take part in a partnership already, or have answered there. One whose newest offer was taken
     * back has said nothing, and is free.
     */
    List<Long> takingPart(long partnership, Collection<Long> units) {
        return database.sql("""
                        select n.unit from partnership.participation n where n.partnership = ? and n.unit = any (?)
                          and not (n.standing = 'WITHDRAWN' and coalesce((
                            select o.taken_back_at is not null
                            from partnership.offer o join partnership.offered_unit u on u.offer = o.id
                            where o.partnership = n.partnership and u.unit = n.unit and o.sent_at is not null
                            order by o.sent_at desc limit 1), false))
                        """)
                .params(partnership, units.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    long addPartnership(OfferDraft draft, int version) {
        return database.sql("""
                        insert into partnership.partnership (owner_organisation, organiser, variant, variant_version, cohort,
                            first_term)
                        values (:owner, :organiser, :variant, :version, :cohort, :term) returning id
                        """)
                .param("owner", draft.owner())
                .param("organiser", draft.organiser())
                .param("variant", draft.variant())
                .param("version", version)
                .param("cohort", draft.cohort().orElse(null))
                .param("term", draft.firstTerm().key())
                .query(Long.class)
                .single();
    }

    /** The plan of a partnership that nobody has been told of may still be changed. */
    void planPartnership(long partnership, OfferDraft draft) {
        database.sql("""
                        update partnership.partnership set cohort = :cohort, first_term = :term, version = version + 1
                        where id = :id and standing = 'PROPOSED'
                        """)
                .param("cohort", draft.cohort().orElse(null))
                .param("term", draft.firstTerm().key())
                .param("id", partnership)
                .update();
    }

    long add(long partnership, OfferDraft draft, String roundName) {
        return database.sql("""
                        insert into partnership.offer (partnership, owner_organisation, organiser, round, round_name,
                            last_day, why, message)
                        values (:partnership, :owner, :organiser, :round, :name, :until, :why, :message) returning id
                        """)
                .param("partnership", partnership)
                .param("owner", draft.owner())
                .param("organiser", draft.organiser())
                .param("round", draft.round().orElse(null))
                .param("name", roundName)
                .param("until", draft.lastDay())
                .param("why", draft.why().text())
                .param("message", draft.message().text())
                .query(Long.class)
                .single();
    }

    /** Writes a draft anew; false when there is a newer version. */
    boolean change(long offer, int version, OfferDraft draft) {
        return database.sql("""
                        update partnership.offer set last_day = :until, why = :why, message = :message, version = version + 1
                        where id = :id and version = :version and sent_at is null and left_at is null
                        """)
                        .param("until", draft.lastDay())
                        .param("why", draft.why().text())
                        .param("message", draft.message().text())
                        .param("id", offer)
                        .param("version", version)
                        .update()
                == 1;
    }

    void writeUnits(long offer, Collection<UnitView> units, Set<Long> called) {
        database.sql("delete from partnership.offered_unit where offer = ?")
                .param(offer)
                .update();
        batches.batchUpdate(
                "insert into partnership.offered_unit (offer, unit, level, called) values (?, ?, ?, ?)",
                units.stream()
                        .map(unit -> new Object[] {offer, unit.id(), unit.kind(), called.contains(unit.id())})
                        .toList());
    }

    /** Puts away a draft; false when there is a newer version. */
    boolean leave(long offer, int version) {
        return mark(offer, version, "left_by = access.person(), left_at = now()");
    }

    /** Marks a draft as sent; false when there is a newer version. */
    boolean send(long offer, int version) {
        return mark(offer, version, "sent_by = access.person(), sent_at = now()");
    }

    private boolean mark(long offer, int version, String how) {
        return database.sql("update partnership.offer set " + how + ", version = version + 1"
                                + " where id = ? and version = ? and sent_at is null and left_at is null")
                        .params(offer, version)
                        .update()
                == 1;
    }

    /** Says that a draft is another one now; false when there is a newer version already. */
    boolean changed(long offer, int version) {
        return mark(offer, version, "why = why");
    }

    /** Takes back a sent offer; false when somebody has answered or there is a newer version. */
    boolean takeBack(long offer, int version, String why) {
        return database.sql("select partnership.take_back_offer(?, ?, ?)")
                .params(offer, version, why)
                .query(Boolean.class)
                .single();
    }

    void ask(long offeredUnit, List<Approval> approvals) {
        for (int i = 0; i < approvals.size(); i++) {
            Approval each = approvals.get(i);
            database.sql("insert into partnership.asked (offered_unit, role, position, mandate) values (?, ?, ?, ?)")
                    .params(offeredUnit, each.role(), i, each.mandate())
                    .update();
        }
    }

    /** A unit that was offered a place before keeps its row, and what has been decided about it. */
    void takesPart(long partnership, Offer.OfferedUnit unit) {
        database.sql("""
                        insert into partnership.participation (partnership, unit, level) values (?, ?, ?)
                        on conflict (partnership, unit) do nothing
                        """).params(partnership, unit.unit(), unit.level().name()).update();
    }

    /** Moves the last day; false when there is a newer version. */
    boolean prolong(Offer offer, int version, java.time.LocalDate day, String reason) {
        int moved = database.sql("""
                        update partnership.offer set last_day = ?, version = version + 1
                        where id = ? and version = ? and sent_at is not null
                        """).params(day, offer.id(), version).update();
        if (moved == 1) {
            database.sql("insert into partnership.prolongation (offer, before, after, reason) values (?, ?, ?, ?)")
                    .params(offer.id(), offer.lastDay(), day, reason)
                    .update();
        }
        return moved == 1;
    }
}
