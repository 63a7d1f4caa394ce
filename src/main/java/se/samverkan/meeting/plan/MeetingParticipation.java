package se.samverkan.meeting.plan;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.meeting.MeetingView;
import se.samverkan.meeting.Participation;

/** Who was invited and who came, case by case, in two questions however many meetings there were. */
@Component
class MeetingParticipation implements Participation {

    private final StoredMeetings store;
    private final JdbcClient database;
    private final Clock clock;

    MeetingParticipation(StoredMeetings store, JdbcClient database, Clock clock) {
        this.store = store;
        this.database = database;
        this.clock = clock;
    }

    private record Row(long meeting, long person, boolean came) {}

    @Override
    @Transactional(readOnly = true)
    public List<Attended> of(long partnership) {
        Map<Long, List<Row>> invited = database.sql("""
                        select i.meeting, i.person, coalesce(i.came, false) as came
                        from meeting.invited i join meeting.meeting m on m.id = i.meeting where m.partnership = ?
                        """).param(partnership).query(Row.class).list().stream()
                .collect(Collectors.groupingBy(Row::meeting));
        return store.ofPartnership(partnership).stream()
                .filter(each -> !each.isCancelled() && !each.isAfter(clock.instant()))
                .map(each -> attended(each, invited.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private static Attended attended(MeetingView meeting, List<Row> invited) {
        return new Attended(
                meeting.id(),
                meeting.name(),
                meeting.unit(),
                meeting.series(),
                meeting.item(),
                meeting.day(),
                people(invited),
                people(invited.stream().filter(Row::came).toList()));
    }

    private static Set<Long> people(List<Row> rows) {
        return rows.stream().map(Row::person).collect(Collectors.toSet());
    }
}
