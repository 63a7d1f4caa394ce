package se.samverkan.intervention.commission;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.PersonData;
import se.samverkan.access.PersonLine;

/** What somebody has said of commissions for either side, for the extract of what is held about a person. */
@Component
class CommissionsOfPerson implements PersonData {

    private final JdbcClient database;

    CommissionsOfPerson(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String part() {
        return "commissions";
    }

    @Override
    public int place() {
        return 17;
    }

    @Override
    public List<Map<String, String>> of(long person) {
        return database.sql("select * from intervention.commission_words_of_person(?)")
                .param(person)
                .query((row, n) -> new PersonLine()
                        .with("what", row.getString("title") + ": " + row.getString("deed"))
                        .with("at", row.getTimestamp("made_at"))
                        .values())
                .list();
    }
}
