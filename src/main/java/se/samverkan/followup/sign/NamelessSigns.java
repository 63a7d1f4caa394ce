package se.samverkan.followup.sign;

import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.NamelessPath;

/** The door for those who come by the unit's code, who are nobody here: what they saw is all that is written. */
@Component
class NamelessSigns {

    private final JdbcClient database;

    NamelessSigns(JdbcClient database) {
        this.database = database;
    }

    /** A sign that can be noted. */
    record Met(long id, String title, String goalTitle, String unitName) {}

    /** What became of it. */
    enum Outcome {
        TAKEN,
        TOO_MANY,
        UNKNOWN
    }

    /** The signs behind a code; none where it does not exist, or not any longer. */
    @Transactional(readOnly = true)
    public List<Met> met(String code) {
        return database.sql("select id, title, goal_title, unit_name from followup.signs_by_code(?)")
                .param(code)
                .query((row, n) -> new Met(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getString("goal_title"),
                        row.getString("unit_name")))
                .list();
    }

    /** Notes it once for each form, however often it is sent. */
    @Transactional
    public Outcome note(String code, UUID form, long sign, SignState state, String words) {
        return Outcome.valueOf(database.sql("select followup.note_by_code(?, ?, ?, ?, ?)")
                .params(code, form, sign, state.name(), words)
                .query(String.class)
                .single());
    }

    /** Says to the filters that nobody is asked here who they are. */
    @Configuration(proxyBeanMethods = false)
    static class Nameless {

        @Bean
        NamelessPath signsAreNameless() {
            return new NamelessPath(NamelessSignController.UNDER);
        }
    }
}
