package se.samverkan.meeting.plan;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.survey.ParticipationSource;

/** Tells engagement who came to the meetings of a unit and of its whole case, once somebody has ticked who did. */
@Component
class AttendanceOfStaff implements ParticipationSource {

    private final se.samverkan.meeting.Participation participation;

    AttendanceOfStaff(se.samverkan.meeting.Participation participation) {
        this.participation = participation;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Participation> of(long partnership, long unit) {
        return participation.of(partnership).stream()
                .filter(each -> each.unit().isEmpty() || each.unit().get() == unit)
                .filter(each -> !each.came().isEmpty())
                .map(each -> new Participation(each.name(), each.day(), each.came()))
                .toList();
    }
}
