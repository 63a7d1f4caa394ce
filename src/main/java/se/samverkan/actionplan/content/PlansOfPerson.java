package se.samverkan.actionplan.content;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.PersonData;
import se.samverkan.access.PersonLine;

/** What a person answers for or has written in plans, and which have been opened to the person. */
@Component
class PlansOfPerson implements PersonData {

    private final JdbcClient database;

    PlansOfPerson(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String part() {
        return "plans";
    }

    @Override
    public int place() {
        return 17;
    }

    @Override
    public List<Map<String, String>> of(long person) {
        return database.sql("select * from actionplan.parts_of_person(?)")
                .param(person)
                .query((row, n) -> new PersonLine()
                        .with("place", row.getString("unit"))
                        .with("part", row.getString("kind"))
                        .with("what", row.getString("title"))
                        .with("responsible", row.getBoolean("responsible"))
                        .with("at", row.getTimestamp("at"))
                        .values())
                .list();
    }
}
