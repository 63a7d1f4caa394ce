package se.samverkan.intervention.lesson;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.PersonData;
import se.samverkan.access.PersonLine;

/** The lessons that somebody has written, for the extract of what is held about a person. */
@Component
class LessonsOfPerson implements PersonData {

    private final JdbcClient database;

    LessonsOfPerson(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String part() {
        return "lessons";
    }

    @Override
    public int place() {
        return 16;
    }

    @Override
    public List<Map<String, String>> of(long person) {
        return database.sql("select * from intervention.lessons_of_person(?)")
                .param(person)
                .query((row, n) -> new PersonLine()
                        .with("what", row.getString("title"))
                        .with("at", row.getTimestamp("made_at"))
                        .values())
                .list();
    }
}
