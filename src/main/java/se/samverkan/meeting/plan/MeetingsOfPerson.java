package se.samverkan.meeting.plan;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.PersonData;
import se.samverkan.access.PersonLine;

/** Which meetings a person has been invited to, and which of them they came to. */
@Component
class MeetingsOfPerson implements PersonData {

    private final JdbcClient database;

    MeetingsOfPerson(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String part() {
        return "meetings";
    }

    @Override
    public int place() {
        return 15;
    }

    @Override
    public List<Map<String, String>> of(long person) {
        return database.sql("select * from meeting.invitations_of_person(?)")
                .param(person)
                .query((row, n) -> new PersonLine()
                        .with("what", row.getString("name"))
                        .with("at", row.getTimestamp("starts_at"))
                        .with("role", row.getString("role"))
                        .with("came", row.getObject("came"))
                        .values())
                .list();
    }
}
