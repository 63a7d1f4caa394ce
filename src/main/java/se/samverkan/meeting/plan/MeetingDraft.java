package se.samverkan.meeting.plan;

import java.time.Instant;
import java.util.List;
import se.samverkan.meeting.MeetingView;
import se.samverkan.programme.variant.Text;

/**
 * A meeting that is to be.
 *
 * @param roles the roles that are invited; those who have them on that day are
 */
record MeetingDraft(
        String series,
        String item,
        String phase,
        Text name,
        Instant starts,
        Instant ends,
        String place,
        String link,
        Text prepare,
        Text task,
        List<String> roles,
        List<Text> agenda) {

    /** The same at the time and place of another, which it is held as one with. */
    MeetingDraft asOneWith(MeetingView other) {
        return new MeetingDraft(
                series,
                item,
                phase,
                name,
                other.starts(),
                other.ends(),
                other.place(),
                other.link(),
                prepare,
                task,
                roles,
                agenda);
    }
}
