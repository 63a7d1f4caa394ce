package se.samverkan.actionplan.page;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.PulseSource;

/** When the plans of many cases were last shared: the agency's side hears of what was shared with it, and of nothing else. */
@Component
class PlanPulses implements PulseSource {

    private final JdbcClient database;

    PlanPulses(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Heard> of(Collection<Long> partnerships) {
        return database.sql("select partnership, unit, last from actionplan.pulses(?)")
                .param(partnerships.toArray(Long[]::new))
                .query((row, n) -> Heard.of(
                        row.getLong("partnership"),
                        Optional.of(row.getLong("unit")),
                        Optional.ofNullable(row.getObject("last", LocalDate.class)),
                        Optional.empty()))
                .list();
    }
}
