package se.samverkan.statistics.demonstration;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Does each step once, for ever: what it makes and the note that it is made are written together. */
@Component
class DemonstrationSteps {

    private final JdbcClient database;

    DemonstrationSteps(JdbcClient database) {
        this.database = database;
    }

    boolean isDone(String step) {
        return database.sql("select exists (select from statistics.demonstration_step where step = ?)")
                .param(step)
                .query(Boolean.class)
                .single();
    }

    /** Notes the step first, so that of two who try at once the second waits, and then finds it done. */
    @Transactional
    public void once(String step, Runnable work) {
        int noted = database.sql("insert into statistics.demonstration_step (step) values (?) on conflict do nothing")
                .param(step)
                .update();
        if (noted == 1) {
            work.run();
        }
    }
}
