package se.samverkan.records.signature;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.PersonData;
import se.samverkan.access.PersonLine;

/** What a person has been asked to sign, by what mandate, and when it was signed. */
@Component
class SignaturesOfPerson implements PersonData {

    private final JdbcClient database;

    SignaturesOfPerson(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String part() {
        return "signatures";
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public List<Map<String, String>> of(long person) {
        return database.sql("select * from records.signatures_of_person(?)")
                .param(person)
                .query((row, n) -> new PersonLine()
                        .with("title", row.getString("title"))
                        .with("mandate", row.getString("mandate"))
                        .with("from", row.getTimestamp("asked_at"))
                        .with("signed", row.getTimestamp("signed_at"))
                        .values())
                .list();
    }
}
