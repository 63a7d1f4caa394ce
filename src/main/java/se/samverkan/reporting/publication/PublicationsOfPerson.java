package se.samverkan.reporting.publication;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.PersonData;
import se.samverkan.access.PersonLine;

/** What somebody has written for the public, and what the person decided about it, for the extract. */
@Component
class PublicationsOfPerson implements PersonData {

    private static final int PLACE = 18;

    private final JdbcClient database;

    PublicationsOfPerson(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String part() {
        return "publications";
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public List<Map<String, String>> of(long person) {
        return database.sql("select * from reporting.publications_of_person(?)")
                .param(person)
                .query((row, n) -> new PersonLine()
                        .with("what", row.getString("title"))
                        .with("publication-deed", row.getString("deed"))
                        .with("at", row.getTimestamp("made_at"))
                        .values())
                .list();
    }
}
