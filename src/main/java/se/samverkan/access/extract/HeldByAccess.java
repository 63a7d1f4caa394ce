package se.samverkan.access.extract;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.access.PersonData;
import se.samverkan.access.PersonLine;

/** What this room holds of a person: who it is, the roles, the ways to sign in and the sessions. */
@Configuration(proxyBeanMethods = false)
class HeldByAccess {

    @Bean
    PersonData personHeld(JdbcClient database) {
        return held(
                database,
                "person",
                1,
                "access.person_to_extract",
                (row, n) -> new PersonLine()
                        .with("name", row.getString("name"))
                        .with("email", row.getString("email"))
                        .with("language", row.getString("language"))
                        .with("kept-by", row.getString("kept_by"))
                        .with("left-on", row.getDate("left_on"))
                        .with("created", row.getTimestamp("created"))
                        .values());
    }

    @Bean
    PersonData assignmentsHeld(JdbcClient database) {
        return held(
                database,
                "assignments",
                2,
                "access.assignments_to_extract",
                (row, n) -> new PersonLine()
                        .with("role", row.getString("role"))
                        .with("place", row.getString("place"))
                        .with("from", row.getDate("valid_from"))
                        .with("to", row.getDate("valid_to"))
                        .values());
    }

    @Bean
    PersonData waysInHeld(JdbcClient database) {
        return held(
                database,
                "ways-in",
                3,
                "access.ways_in_to_extract",
                (row, n) -> new PersonLine()
                        .with("way", row.getString("way"))
                        .with("label", row.getString("label"))
                        .with("from", row.getTimestamp("since"))
                        .values());
    }

    @Bean
    PersonData sessionsHeld(JdbcClient database) {
        return held(
                database,
                "sessions",
                4,
                "access.sessions_to_extract",
                (row, n) -> new PersonLine()
                        .with("way", row.getString("way"))
                        .with("agent", row.getString("agent"))
                        .with("from", row.getTimestamp("begun"))
                        .with("seen", row.getTimestamp("seen"))
                        .values());
    }

    /** Every other place where the person stands, so that whoever answers for the extract knows where to look. */
    @Bean
    PersonData placesHeld(JdbcClient database) {
        return held(
                database,
                "places",
                30,
                "access.places_of_person",
                (row, n) -> new PersonLine()
                        .with("where", row.getString("room") + "." + row.getString("kept_in"))
                        .with("how", row.getString("how"))
                        .with("many", row.getLong("many"))
                        .with("from", row.getTimestamp("first"))
                        .with("to", row.getTimestamp("latest"))
                        .values());
    }

    private static PersonData held(
            JdbcClient database, String part, int place, String function, RowMapper<Map<String, String>> line) {
        return new PersonData() {
            @Override
            public String part() {
                return part;
            }

            @Override
            public int place() {
                return place;
            }

            @Override
            public List<Map<String, String>> of(long person) {
                return database.sql("select * from " + function + "(?)")
                        .param(person)
                        .query(line)
                        .list();
            }
        };
    }
}
