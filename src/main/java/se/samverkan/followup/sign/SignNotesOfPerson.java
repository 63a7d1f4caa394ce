package se.samverkan.followup.sign;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.PersonData;
import se.samverkan.access.PersonLine;

/** The signs that a person has noted, for an extract of everything that is held about the person. */
@Component
class SignNotesOfPerson implements PersonData {

    private static final int PLACE = 18;

    private final JdbcClient database;

    SignNotesOfPerson(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String part() {
        return "sign-notes";
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public List<Map<String, String>> of(long person) {
        return database.sql("select * from followup.notes_of_person(?)")
                .param(person)
                .query((row, n) -> new PersonLine()
                        .with("what", row.getString("title") + ": " + row.getString("state"))
                        .with("words", row.getString("words"))
                        .with("at", row.getTimestamp("seen_on"))
                        .values())
                .list();
    }
}
