package se.samverkan.meeting.plan;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
                        Kind.MEETING, each.day(), each.name(), each.standing() == MeetingView.Standing.CLOSED))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> meetings(PartnershipView partnership) {
        return store.ofPartnership(partnership.id()).stream()
                .filter(each -> !each.isCancelled() && !each.item().isEmpty())
                .map(MeetingView::item)
                .collect(Collectors.toSet());
    }
}
