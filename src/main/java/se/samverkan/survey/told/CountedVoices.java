package se.samverkan.survey.told;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.survey.VoicesHeard;

/** Counts voices by whole cases; what anybody said, and at which unit, is not asked for. */
@Component
class CountedVoices implements VoicesHeard {

    private final JdbcClient database;

    CountedVoices(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Heard> since(LocalDate day) {
        return database.sql("select * from survey.heard(?)")
                .param(day)
                .query(Heard.class)
                .list();
    }
}
