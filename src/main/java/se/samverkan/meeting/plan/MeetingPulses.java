package se.samverkan.meeting.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.PulseSource;

/** When each of many cases last met, and when it meets next. */
@Component
class MeetingPulses implements PulseSource {

    private final JdbcClient database;

    MeetingPulses(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Heard> of(Collection<Long> partnerships) {
        Set<Long> wanted = Set.copyOf(partnerships);
        return database
                .sql("select * from meeting.pulses()")
                .query((row, n) -> Heard.of(
                        row.getLong("partnership"),
                        Optional.ofNullable(row.getObject("unit", Long.class)),
                        Optional.ofNullable(row.getObject("last", LocalDate.class)),
                        Optional.ofNullable(row.getObject("next", LocalDate.class))))
                .list()
                .stream()
                .filter(each -> wanted.contains(each.partnership()))
                .toList();
    }
}
