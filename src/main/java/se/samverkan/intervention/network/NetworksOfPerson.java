package se.samverkan.intervention.network;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.PersonData;
import se.samverkan.access.PersonLine;

/** The network meetings that somebody has called or been asked to, for the extract of what is held about a person. */
@Component
class NetworksOfPerson implements PersonData {

    private final JdbcClient database;

    NetworksOfPerson(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String part() {
        return "networks";
    }

    @Override
    public int place() {
        return 18;
    }

    @Override
    public List<Map<String, String>> of(long person) {
        return database.sql("select * from intervention.networks_of_person(?)")
                .param(person)
                .query((row, n) -> new PersonLine()
                        .with("what", row.getString("title") + ": " + row.getString("answer"))
                        .with("at", row.getTimestamp("made_at"))
                        .values())
                .list();
    }
}
