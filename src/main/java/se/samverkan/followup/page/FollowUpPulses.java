package se.samverkan.followup.page;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.PulseSource;

/**
 * When a checkpoint was last closed in many cases, and whether any sign has come further than when it was first judged. The
 * agency's side hears of checkpoints that a report has been handed in about, and of no other.
 */
@Component
class FollowUpPulses implements PulseSource {

    private final JdbcClient database;

    FollowUpPulses(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Heard> of(Collection<Long> partnerships) {
        return database.sql("select partnership, unit, last, moving from followup.pulses(?)")
                .param(partnerships.toArray(Long[]::new))
                .query((row, n) -> new Heard(
                        row.getLong("partnership"),
                        Optional.of(row.getLong("unit")),
                        Optional.ofNullable(row.getObject("last", LocalDate.class)),
                        Optional.empty(),
                        Optional.ofNullable(row.getObject("moving", Boolean.class)),
                        List.of()))
                .list();
    }
}
