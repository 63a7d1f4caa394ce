package se.samverkan.survey.engagement;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.PersonData;
import se.samverkan.access.PersonLine;

/** The staff lists on which somebody stands, for the extract of what is held about a person. */
@Component
class StaffOfPerson implements PersonData {

    private final JdbcClient database;

    StaffOfPerson(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String part() {
        return "staff-lists";
    }

    @Override
    public int place() {
        return 15;
    }

    @Override
    public List<Map<String, String>> of(long person) {
        return database.sql("select * from survey.staff_of_person(?)")
                .param(person)
                .query((row, n) -> new PersonLine()
                        .with("name", row.getString("name"))
                        .with("email", row.getString("email"))
                        .with("team", row.getString("team"))
                        .with("place", row.getString("unit"))
                        .values())
                .list();
    }
}
