package se.samverkan.meeting.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.CasePulse;
import se.samverkan.partnership.CaseSignals.Signal;
import se.samverkan.partnership.PulseSource;

/** When each of many cases last met, and when it meets next; and as a loose end, that a meeting has been and was not closed. */
@Component
class MeetingPulses implements PulseSource {

    private final JdbcClient database;

    MeetingPulses(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Heard> of(Collection<CasePulse> cases) {
        Set<Long> wanted = Set.of(PulseSource.ids(cases));
        return database
                .sql("select * from meeting.pulses()")
                .query((row, n) -> new Heard(
                        row.getLong("partnership"),
                        Optional.ofNullable(row.getObject("unit", Long.class)),
                        Optional.ofNullable(row.getObject("last", LocalDate.class)),
                        Optional.ofNullable(row.getObject("next", LocalDate.class)),
                        Optional.empty(),
                        unclosed(row.getLong("partnership"), row.getInt("unclosed"))))
                .list()
                .stream()
                .filter(each -> wanted.contains(each.partnership()))
                .toList();
    }

    private static List<Signal> unclosed(long partnership, int meetings) {
        return meetings == 0
                ? List.of()
                : List.of(new Signal(
                        "meeting.signal.unclosed",
                        List.of(meetings),
                        "/partnerships/" + partnership + "/meetings",
                        meetings));
    }
}
