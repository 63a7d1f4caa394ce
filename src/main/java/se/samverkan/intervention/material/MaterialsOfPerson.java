package se.samverkan.intervention.material;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.PersonData;
import se.samverkan.access.PersonLine;

/** The material that somebody has put to occasions, for the extract of what is held about a person. */
@Component
class MaterialsOfPerson implements PersonData {

    private final JdbcClient database;

    MaterialsOfPerson(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String part() {
        return "materials";
    }

    @Override
    public int place() {
        return 18;
    }

    @Override
    public List<Map<String, String>> of(long person) {
        return database.sql("select * from intervention.materials_of_person(?)")
                .param(person)
                .query((row, n) -> new PersonLine()
                        .with("what", row.getString("title"))
                        .with("at", row.getTimestamp("made_at"))
                        .values())
                .list();
    }
}
