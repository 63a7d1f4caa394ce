package se.samverkan.intervention.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import se.samverkan.intervention.network.NetworkMeeting.Answer;
import se.samverkan.shared.Refusal;

/** Network meetings in the database, as row-level security lets the actor see them. */
@Repository
class StoredNetworks {

    private static final String MEETINGS = """
            select m.*, m.made_by = access.person()
                    or m.organisation = any (access.organisations_for('LEAD_MEETINGS')) as leads,
                i.person is not null as asked, i.answer
            from intervention.network_meeting m
            left join intervention.network_invitation i on i.meeting = m.id and i.person = access.person()
            """;

    private final JdbcClient database;

    StoredNetworks(JdbcClient database) {
        this.database = database;
    }

    /** Somebody who is asked, without a name yet. */
    record Asked(long person, String teller, Optional<Answer> answer) {}

    long add(NetworkDraft draft) {
        return written(database.sql("""
                        insert into intervention.network_meeting
                            (organisation, title, words, starts_at, minutes, place, link)
                        values (intervention.gathering_organisation(), :title, :words, :starts, :minutes, :place, :link)
                        returning id
                        """), draft).query(Long.class).single();
    }

    private static StatementSpec written(StatementSpec statement, NetworkDraft draft) {
        return statement
                .param("title", draft.title())
                .param("words", draft.words())
                .param("starts", Timestamp.from(draft.starts()))
                .param("minutes", draft.minutes())
                .param("place", draft.place())
                .param("link", draft.link());
    }

    /** Asks those who write for the units and organisations of these lessons, where they have agreed to it. */
    void invite(long meeting, Collection<Long> lessons) {
        database.sql("""
                        insert into intervention.network_invitation (meeting, person, lesson, teller)
                        select distinct on (p.person) cast(:meeting as bigint), p.person, l.id, coalesce(u.name, o.name)
                        from intervention.lesson l join organisation.organisation o on o.id = l.organisation
                        left join organisation.unit u on u.id = l.unit
                        cross join lateral intervention.people_who_tell(l.organisation, l.unit) p(person)
                        where l.id = any (:lessons) and l.contact and l.removed_at is null and p.person <> access.person()
                        order by p.person, l.id
                        """)
                .param("meeting", meeting)
                .param("lessons", lessons.toArray(Long[]::new))
                .update();
    }

    List<Asked> asked(long meeting) {
        return database.sql(
                        "select person, teller, answer from intervention.network_invitation where meeting = ? order by teller, person")
                .param(meeting)
                .query((row, n) -> new Asked(row.getLong("person"), row.getString("teller"), answer(row)))
                .list();
    }

    Optional<NetworkMeeting> find(long id) {
        return database.sql(MEETINGS + " where m.id = ?")
                .param(id)
                .query((row, n) -> meeting(row))
                .optional();
    }

    /** Those that the actor leads or is asked to, from a moment on, the next one first. */
    List<NetworkMeeting> from(Instant moment) {
        return listed(">= ? order by m.starts_at, m.id limit 200", moment);
    }

    /** Those that have been, the latest first. */
    List<NetworkMeeting> until(Instant moment) {
        return listed("< ? order by m.starts_at desc, m.id limit 50", moment);
    }

    private List<NetworkMeeting> listed(String which, Instant moment) {
        return database.sql(MEETINGS + " where m.starts_at + m.minutes * interval '1 minute' " + which)
                .param(Timestamp.from(moment))
                .query((row, n) -> meeting(row))
                .list();
    }

    private static NetworkMeeting meeting(ResultSet row) throws SQLException {
        return new NetworkMeeting(
                row.getLong("id"),
                Optional.ofNullable(row.getObject("organisation", Long.class)),
                new NetworkDraft(
                        row.getString("title"),
                        row.getString("words"),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getInt("minutes"),
                        row.getString("place"),
                        row.getString("link")),
                row.getLong("made_by"),
                Optional.ofNullable(row.getTimestamp("cancelled_at")).map(Timestamp::toInstant),
                row.getString("reason"),
                row.getBoolean("leads"),
                row.getBoolean("asked"),
                answer(row),
                row.getInt("sequence"),
                row.getInt("version"));
    }

    private static Optional<Answer> answer(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("answer")).map(Answer::valueOf);
    }

    void move(long id, int version, NetworkDraft draft, String reason) {
        changed(written(database.sql("""
                        update intervention.network_meeting set title = :title, words = :words, starts_at = :starts,
                            minutes = :minutes, place = :place, link = :link, reason = :reason,
                            sequence = sequence + 1, version = version + 1
                        where id = :id and version = :version and cancelled_at is null
                        """), draft)
                .param("reason", reason)
                .param("id", id)
                .param("version", version)
                .update());
    }

    void cancel(long id, int version, String reason) {
        changed(database.sql("""
                        update intervention.network_meeting set cancelled_at = now(), reason = :reason,
                            sequence = sequence + 1, version = version + 1
                        where id = :id and version = :version and cancelled_at is null
                        """)
                .param("reason", reason)
                .param("id", id)
                .param("version", version)
                .update());
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw Refusal.stale();
        }
    }

    void answer(long meeting, Answer answer) {
        database.sql(
                        "update intervention.network_invitation set answer = ?, answered_at = now() where meeting = ? and person = access.person()")
                .params(answer.name(), meeting)
                .update();
    }
}
