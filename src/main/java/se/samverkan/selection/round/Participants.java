package se.samverkan.selection.round;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people of rounds: who has which duty, and who could be given one. */
@Repository
public class Participants {

    private final JdbcClient database;

    Participants(JdbcClient database) {
        this.database = database;
    }

    /** Somebody's duty in a round, until further notice or until it ended. */
    record Participant(
            long id,
            long person,
            String name,
            Duty duty,
            Instant joinedAt,
            @Nullable Instant leftAt) {

        boolean isThere() {
            return leftAt == null;
        }
    }

    /** Somebody who may be given a duty. */
    public record Candidate(long id, String name) {}

    List<Participant> of(long round) {
        return database.sql("select id, person, name, duty, joined_at, left_at from selection.people(?)")
                .param(round)
                .query((row, n) -> new Participant(
                        row.getLong("id"),
                        row.getLong("person"),
                        row.getString("name"),
                        Duty.valueOf(row.getString("duty")),
                        row.getTimestamp("joined_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("left_at"))
                                .map(java.sql.Timestamp::toInstant)
                                .orElse(null)))
                .list();
    }

    /** Those who hold the right of a duty and do not have the duty in the round, by name as a Swede sorts. */
    List<Candidate> whoMayJoin(long round, Duty duty) {
        return database.sql("""
                        select m.id, m.name from selection.may_join(?, ?) m
                        where not exists (select from selection.participant p
                            where p.round = ? and p.person = m.id and p.duty = ? and p.left_at is null)
                        order by m.name collate "sv-SE-x-icu", m.id
                        """)
                .params(round, duty.verb().name(), round, duty.name())
                .query(Candidate.class)
                .list();
    }

    void join(long round, long person, Duty duty) {
        database.sql("""
                        insert into selection.participant (round, person, duty) values (?, ?, ?)
                        on conflict (round, person, duty) where left_at is null do nothing
                        """).params(round, person, duty.name()).update();
    }

    void leave(long participant) {
        database.sql("update selection.participant set left_at = now() where id = ? and left_at is null")
                .param(participant)
                .update();
    }
}
