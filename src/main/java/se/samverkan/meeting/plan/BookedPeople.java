package se.samverkan.meeting.plan;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.meeting.BookedMeetings;
import se.samverkan.programme.variant.Text;

/** When people are bound by meetings, as row-level security lets the actor see those. */
@Repository
class BookedPeople implements BookedMeetings {

    private final JdbcClient database;

    BookedPeople(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Booking> after(Instant moment, Collection<Long> people) {
        return database.sql("""
                        select distinct on (i.person, coalesce(m.gathering, -m.id)) i.person, m.id, m.name_sv, m.name_en,
                            m.starts_at, m.ends_at
                        from meeting.meeting m join meeting.invited i on i.meeting = m.id
                        where m.standing <> 'CANCELLED' and m.ends_at > ?
                          and (i.role = 'PROCESS_FACILITATOR' or i.person = any (?))
                        order by i.person, coalesce(m.gathering, -m.id), m.id
                        """)
                .params(Timestamp.from(moment), people.toArray(Long[]::new))
                .query((row, n) -> new Booking(
                        row.getLong("person"),
                        row.getLong("id"),
                        new Text(row.getString("name_sv"), row.getString("name_en")),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant()))
                .list();
    }
}
