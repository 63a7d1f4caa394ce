package se.samverkan.meeting.plan;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.meeting.MeetingView;
import se.samverkan.meeting.Meetings;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.programme.variant.Text;
import se.samverkan.shared.AskedOnce;
import se.samverkan.shared.Refusal;

/** The meetings in the database, as row-level security lets the actor see them. */
@Repository
class StoredMeetings implements Meetings {

    private final JdbcClient database;

    StoredMeetings(JdbcClient database) {
        this.database = database;
    }

    /** Somebody who is invited, and whether they came where that has been said. */
    record Invited(long person, String role, Optional<Boolean> came) {}

    @Override
    @Transactional(readOnly = true)
    public Optional<MeetingView> find(long id) {
        return read(database.sql("select * from meeting.meeting where id = ?").param(id)).stream()
                .findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<MeetingView> ofPartnership(long partnership) {
        return AskedOnce.in(
                StoredMeetings.class,
                partnership,
                () -> read(database.sql("select * from meeting.meeting where partnership = ? order by starts_at, id")
                        .param(partnership)));
    }

    /** Those that are held as one, as far as the actor sees them. */
    List<MeetingView> ofGathering(long gathering) {
        return read(database.sql("select * from meeting.meeting where gathering = ? order by id")
                .param(gathering));
    }

    /** An open one of a series that a cohort holds as one. */
    Optional<MeetingView> inCohort(long cohort, String series, String item) {
        return read(database.sql("""
                        select m.* from meeting.meeting m join meeting.gathering g on g.id = m.gathering
                        where g.cohort = ? and m.series = ? and m.item = ? and m.standing = 'PLANNED' order by m.id limit 1
                        """).params(cohort, series, item)).stream().findFirst();
    }

    /** Those that the actor is invited to, in a span of time. */
    List<MeetingView> attended(Instant from, Instant to) {
        return read(database.sql("""
                        select * from meeting.meeting
                        where id = any ((select meeting.attended())::bigint[]) and standing <> 'CANCELLED'
                          and starts_at >= ? and starts_at < ?
                        order by starts_at, id
                        """).params(Timestamp.from(from), Timestamp.from(to)));
    }

    private static List<MeetingView> read(StatementSpec query) {
        return query.query((row, n) -> meeting(row)).list();
    }

    private static MeetingView meeting(ResultSet row) throws SQLException {
        return new MeetingView(
                row.getLong("id"),
                row.getLong("partnership"),
                Optional.ofNullable(row.getObject("unit", Long.class)),
                row.getLong("owner_organisation"),
                row.getLong("organiser"),
                row.getString("series"),
                row.getString("item"),
                row.getString("phase"),
                new Text(row.getString("name_sv"), row.getString("name_en")),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getString("place"),
                row.getString("link"),
                new Text(row.getString("prepare_sv"), row.getString("prepare_en")),
                new Text(row.getString("task_sv"), row.getString("task_en")),
                strings(row.getArray("roles")),
                MeetingView.Standing.valueOf(row.getString("standing")),
                Optional.ofNullable(row.getObject("gathering", Long.class)),
                row.getInt("sequence"),
                row.getInt("version"));
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** Lets those who plan meetings of a case do it one after the other. */
    void lock(long partnership) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('meeting.partnership', ?))")
                .param(partnership)
                .query((row, n) -> partnership)
                .list();
    }

    boolean mayPlan(long partnership, Optional<Long> unit) {
        return database.sql("select meeting.may_plan(?, ?)")
                .param(partnership)
                .param(orNull(unit))
                .query(Boolean.class)
                .single();
    }

    /** The units among these whose meetings the actor plans; 0 is the whole case. */
    Set<Long> planned(long partnership, Collection<Long> units) {
        return Set.copyOf(database.sql("""
                        select unit from unnest(?::bigint[]) as unit where meeting.may_plan(?, nullif(unit, 0))
                        """)
                .params(units.toArray(Long[]::new), partnership)
                .query(Long.class)
                .list());
    }

    long add(PartnershipView partnership, Optional<Long> unit, MeetingDraft draft, Optional<Long> gathering) {
        long id = database.sql("""
                        insert into meeting.meeting (partnership, unit, owner_organisation, organiser, series, item, phase,
                            name_sv, name_en, starts_at, ends_at, place, link, prepare_sv, prepare_en, task_sv, task_en, roles,
                            gathering)
                        values (:partnership, :unit, :owner, :organiser, :series, :item, :phase, :sv, :en, :starts, :ends,
                            :place, :link, :prepareSv, :prepareEn, :taskSv, :taskEn, :roles,
                            :gathering)
                        returning id
                        """)
                .param("partnership", partnership.id())
                .param("unit", orNull(unit))
                .param("owner", partnership.owner())
                .param("organiser", partnership.organiser())
                .param("series", draft.series())
                .param("item", draft.item())
                .param("phase", draft.phase())
                .param("sv", draft.name().sv())
                .param("en", draft.name().en())
                .param("starts", Timestamp.from(draft.starts()))
                .param("ends", Timestamp.from(draft.ends()))
                .param("place", draft.place())
                .param("link", draft.link())
                .param("prepareSv", draft.prepare().sv())
                .param("prepareEn", draft.prepare().en())
                .param("taskSv", draft.task().sv())
                .param("taskEn", draft.task().en())
                .param("roles", draft.roles().toArray(String[]::new))
                .param("gathering", orNull(gathering), java.sql.Types.BIGINT)
                .query(Long.class)
                .single();
        for (int i = 0; i < draft.agenda().size(); i++) {
            database.sql(
                            "insert into meeting.agenda_item (meeting, position, words_sv, words_en, common) values (?, ?, ?, ?, ?)")
                    .param(id)
                    .param(i + 1)
                    .param(draft.agenda().get(i).sv())
                    .param(draft.agenda().get(i).en())
                    .param(common(gathering, i))
                    .update();
        }
        return id;
    }

    /** The same for the same item in every case that comes to a gathering, whenever it joins. */
    private static @Nullable UUID common(Optional<Long> gathering, int item) {
        return gathering
                .map(id -> UUID.nameUUIDFromBytes((id + "." + item).getBytes(StandardCharsets.US_ASCII)))
                .orElse(null);
    }

    /** Moves it, with where it is held; refuses when somebody has changed it since the version that was seen. */
    void move(MeetingView meeting, int version, Instant starts, Instant ends, String place, String link) {
        changed(database.sql("""
                        update meeting.meeting set starts_at = ?, ends_at = ?, place = ?, link = ?,
                            sequence = sequence + 1, version = version + 1
                        where id = ? and version = ?
                        """)
                .params(Timestamp.from(starts), Timestamp.from(ends), place, link, meeting.id(), version)
                .update());
    }

    void cancel(long meeting, int version) {
        changed(database.sql("""
                        update meeting.meeting set standing = 'CANCELLED', sequence = sequence + 1, version = version + 1
                        where id = ? and version = ?
                        """).params(meeting, version).update());
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw Refusal.stale();
        }
    }

    void turn(long meeting, String kind, String reason, @Nullable Instant before, @Nullable Instant after) {
        database.sql("insert into meeting.turn (meeting, kind, reason, before, after) values (?, ?, ?, ?, ?)")
                .param(meeting)
                .param(kind)
                .param(reason)
                .param(before == null ? null : Timestamp.from(before))
                .param(after == null ? null : Timestamp.from(after))
                .update();
    }

    List<Invited> invited(long meeting) {
        return database.sql("select person, role, came from meeting.invited where meeting = ? order by person")
                .param(meeting)
                .query((row, n) ->
                        new Invited(row.getLong("person"), row.getString("role"), Optional.ofNullable((Boolean)
                                row.getObject("came"))))
                .list();
    }

    void invite(long meeting, long person, String role) {
        database.sql("insert into meeting.invited (meeting, person, role) values (?, ?, ?) on conflict do nothing")
                .params(meeting, person, role)
                .update();
    }

    void uninvite(long meeting, long person) {
        database.sql("delete from meeting.invited where meeting = ? and person = ?")
                .params(meeting, person)
                .update();
    }

    /** Ticks off who came; everybody else who is invited did not. */
    void tick(long meeting, Collection<Long> came) {
        database.sql("update meeting.invited set came = person = any (?) where meeting = ?")
                .params(came.toArray(Long[]::new), meeting)
                .update();
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }
}
