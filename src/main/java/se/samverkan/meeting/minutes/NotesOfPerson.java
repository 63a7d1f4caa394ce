package se.samverkan.meeting.minutes;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.PersonData;
import se.samverkan.access.PersonLine;

/** What a person has written in meetings. */
@Component
class NotesOfPerson implements PersonData {

    private final JdbcClient database;

    NotesOfPerson(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String part() {
        return "meeting-notes";
    }

    @Override
    public int place() {
        return 15;
    }

    @Override
    public List<Map<String, String>> of(long person) {
        return database.sql("select * from meeting.paragraphs_of_person(?)")
                .param(person)
                .query((row, n) -> new PersonLine()
                        .with("subject", row.getString("meeting"))
                        .with("at", row.getTimestamp("made_at"))
                        .with("words", row.getString("words"))
                        .values())
                .list();
    }
}
