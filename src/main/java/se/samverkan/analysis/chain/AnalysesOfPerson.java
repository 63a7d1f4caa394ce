package se.samverkan.analysis.chain;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.PersonData;
import se.samverkan.access.PersonLine;

/** What a person has written in analyses, and which have been opened to the person. */
@Component
class AnalysesOfPerson implements PersonData {

    private final JdbcClient database;

    AnalysesOfPerson(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String part() {
        return "analyses";
    }

    @Override
    public int place() {
        return 16;
    }

    @Override
    public List<Map<String, String>> of(long person) {
        return database.sql("select * from analysis.parts_of_person(?)")
                .param(person)
                .query((row, n) -> new PersonLine()
                        .with("place", row.getString("unit"))
                        .with("part", row.getString("kind"))
                        .with("what", row.getString("title"))
                        .with("at", row.getTimestamp("at"))
                        .values())
                .list();
    }
}
