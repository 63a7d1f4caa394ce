package se.samverkan.intervention.matching;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.PersonData;
import se.samverkan.access.PersonLine;

/** What a person has chosen for causes, and why. */
@Component
class ChoicesOfPerson implements PersonData {

    private final JdbcClient database;

    ChoicesOfPerson(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String part() {
        return "choices";
    }

    @Override
    public int place() {
        return 17;
    }

    @Override
    public List<Map<String, String>> of(long person) {
        return database.sql("select * from intervention.choices_of_person(?)")
                .param(person)
                .query((row, n) -> new PersonLine()
                        .with("what", row.getString("title"))
                        .with("words", row.getString("words"))
                        .with("at", row.getTimestamp("made_at"))
                        .values())
                .list();
    }
}
