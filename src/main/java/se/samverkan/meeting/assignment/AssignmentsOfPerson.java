package se.samverkan.meeting.assignment;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.PersonData;
import se.samverkan.access.PersonLine;

/** What a person has taken on in meetings. */
@Component
class AssignmentsOfPerson implements PersonData {

    private final JdbcClient database;

    AssignmentsOfPerson(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String part() {
        return "meeting-assignments";
    }

    @Override
    public int place() {
        return 15;
    }

    @Override
    public List<Map<String, String>> of(long person) {
        return database.sql("select * from meeting.assignments_of_person(?)")
                .param(person)
                .query((row, n) -> new PersonLine()
                        .with("what", row.getString("what"))
                        .with("subject", row.getString("meeting"))
                        .with("due", row.getDate("due"))
                        .with("done", row.getBoolean("done"))
                        .values())
                .list();
    }
}
