package se.samverkan.meeting.plan;

import java.time.Instant;
import java.util.List;
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
        List<Text> agenda) {}
