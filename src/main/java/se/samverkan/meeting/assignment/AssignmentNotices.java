package se.samverkan.meeting.assignment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.samverkan.meeting.MeetingView;
import se.samverkan.notice.Notice;
import se.samverkan.notice.NoticeText;
import se.samverkan.notice.Notices;
import se.samverkan.notice.Urgency;
import se.samverkan.shared.page.Words;

/** Tells whoever was given an assignment, in the next digest. */
@Component
class AssignmentNotices implements NoticeText {

    private static final String GIVEN = "meeting.assignment-given";

    private final Notices notices;
    private final StoredAssignments store;

    AssignmentNotices(Notices notices, StoredAssignments store) {
        this.notices = notices;
        this.store = store;
    }

    void given(MeetingView meeting, long assignment, long person) {
        notices.tell(new Notice(
                GIVEN,
                Urgency.DIGEST,
                List.of(person),
                List.of(),
                Map.of("meeting", Long.toString(meeting.id()), "assignment", Long.toString(assignment))));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(GIVEN);
    }

    /** It names people and no organisation, so no system is told. */
    @Override
    public Set<String> kindsForSystems() {
        return Set.of();
    }

    @Override
    public Optional<Told> tell(String kind, Map<String, String> about, Words words) {
        return store.find(id(about, "meeting"), id(about, "assignment"))
                .filter(each -> each.mine() && !each.isDone() && each.removed().isEmpty())
                .map(each ->
                        new Told(List.of(each.what(), each.due().map(words::day).orElse("")), each.address()));
    }

    private static long id(Map<String, String> about, String what) {
        return Long.parseLong(about.getOrDefault(what, "0"));
    }
}
