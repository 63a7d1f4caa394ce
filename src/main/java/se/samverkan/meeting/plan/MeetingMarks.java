package se.samverkan.meeting.plan;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.meeting.MeetingView;
import se.samverkan.partnership.CaseMarks;
import se.samverkan.partnership.PartnershipView;

/** The meetings of a case on its time line, where they are really planned. */
@Component
class MeetingMarks implements CaseMarks {

    private final StoredMeetings store;

    MeetingMarks(StoredMeetings store) {
        this.store = store;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Mark> of(PartnershipView partnership) {
        return store.ofPartnership(partnership.id()).stream()
                .filter(each -> !each.isCancelled())
                .map(each -> new Mark(
                        Kind.MEETING,
                        each.day(),
                        each.name(),
                        each.standing() == MeetingView.Standing.CLOSED,
                        each.item()))
                .toList();
    }
}
