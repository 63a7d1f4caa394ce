package se.samverkan.analysis.page;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.PulseSource;

/**
 * When somebody last wrote in the analyses of many cases, for the organiser's own people alone: the agency's side is told
 * nothing by a draft, not even that somebody has written in it, and not when one has been opened to it by name either. When one was
 * shared with it, it hears of that.
 */
@Component
class AnalysisPulses implements PulseSource {

    private final JdbcClient database;

    AnalysisPulses(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Heard> of(Collection<Long> partnerships) {
        return database.sql("select partnership, unit, last from analysis.pulses(?)")
                .param(partnerships.toArray(Long[]::new))
                .query((row, n) -> Heard.of(
                        row.getLong("partnership"),
                        Optional.of(row.getLong("unit")),
                        Optional.ofNullable(row.getObject("last", LocalDate.class)),
                        Optional.empty()))
                .list();
    }
}
