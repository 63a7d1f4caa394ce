package se.samverkan.records;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.PersonData;
import se.samverkan.access.PersonLine;

/** What the log says of a person: what the person has done, and what was done to the record of the person. */
@Component
class LogOfPerson implements PersonData {

    private static final int MOST = 1_000;

    private final JdbcClient database;

    LogOfPerson(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String part() {
        return "log";
    }

    @Override
    public int place() {
        return 20;
    }

    @Override
    public List<Map<String, String>> of(long person) {
        return database.sql("select * from records.log_about_person(?, ?)")
                .params(person, MOST)
                .query((row, n) -> new PersonLine()
                        .with("at", row.getTimestamp("at"))
                        .with("what", row.getString("what"))
                        .with("subject", row.getString("subject_type") + " " + row.getString("subject_id"))
                        .with("by", row.getBoolean("by_person"))
                        .with("values", row.getString("values").equals("[]") ? null : row.getString("values"))
                        .values())
                .list();
    }
}
