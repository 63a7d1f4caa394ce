package se.samverkan.followup.goal;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.PersonData;
import se.samverkan.access.PersonLine;

/** The points of series that somebody has marked, or taken a mark from, for the extract of what is held about a person. */
@Component
class PointsOfPerson implements PersonData {

    private static final int PLACE = 18;

    private final JdbcClient database;

    PointsOfPerson(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String part() {
        return "marked-points";
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public List<Map<String, String>> of(long person) {
        return database.sql("select * from followup.points_of_person(?)")
                .param(person)
                .query((row, n) -> new PersonLine()
                        .with("what", row.getString("day"))
                        .with("words", row.getString("words"))
                        .with("at", row.getTimestamp("made_at"))
                        .values())
                .list();
    }
}
