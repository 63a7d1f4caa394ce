package se.samverkan.meeting.plan;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outside guests of meetings in the database, as row-level security lets the actor see them. */
@Repository
class StoredOutsideGuests {

    private final JdbcClient database;

    StoredOutsideGuests(JdbcClient database) {
        this.database = database;
    }

    List<OutsideGuest> of(long meeting) {
        return database.sql("""
                        select g.id, g.name, coalesce(a.email, '') as email, g.came, g.letter
                        from meeting.outside_guest g left join meeting.outside_address a on a.guest = g.id
                        where g.meeting = ? order by g.name collate "sv-SE-x-icu", g.id
                        """)
                .param(meeting)
                .query((row, n) -> new OutsideGuest(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("email"),
                        Optional.ofNullable((Boolean) row.getObject("came")),
                        Optional.ofNullable(row.getObject("letter", UUID.class))))
                .list();
    }

    long add(long meeting, String name, String email) {
        long id = database.sql("insert into meeting.outside_guest (meeting, name) values (?, ?) returning id")
                .params(meeting, name)
                .query(Long.class)
                .single();
        database.sql("insert into meeting.outside_address (guest, email) values (?, ?)")
                .params(id, email)
                .update();
        return id;
    }

    void told(long guest, UUID letter) {
        database.sql("update meeting.outside_guest set letter = ? where id = ?")
                .params(letter, guest)
                .update();
    }

    void remove(long guest) {
        database.sql("delete from meeting.outside_guest where id = ?")
                .param(guest)
                .update();
    }

    /** Ticks off who came; every other outside guest did not. */
    void tick(long meeting, Collection<Long> came) {
        database.sql("update meeting.outside_guest set came = id = any (?) where meeting = ?")
                .params(came.toArray(Long[]::new), meeting)
                .update();
    }
}
