package se.samverkan.meeting.plan;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.meeting.MeetingsHeld;

/** How many meetings were held, counted in the database. */
@Component
class CountedMeetings implements MeetingsHeld {

    private final JdbcClient database;

    CountedMeetings(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Held> since(LocalDate day) {
        return database.sql("select * from meeting.held(?)")
                .param(day)
                .query(Held.class)
                .list();
    }
}
