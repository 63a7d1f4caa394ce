package se.samverkan.meeting.plan;

import java.time.Duration;
import java.time.Instant;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.WebLink;

/** What a meeting must be: named, in the order of time, of a day at most, and with a link that a browser can open. */
final class MeetingRules {

    static final int LONGEST_NAME = 200;

    private static final Duration LONGEST = Duration.ofHours(12);

    private MeetingRules() {}

    static void check(String name, Instant starts, Instant ends, String place, String link) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Refusal.rule("meeting.refusal.name", LONGEST_NAME);
        }
        if (!ends.isAfter(starts)) {
            throw Refusal.rule("meeting.refusal.order");
        }
        if (Duration.between(starts, ends).compareTo(LONGEST) > 0) {
            throw Refusal.rule("meeting.refusal.long", LONGEST.toHours());
        }
        if (place.length() > LONGEST_NAME) {
            throw Refusal.rule("meeting.refusal.place", LONGEST_NAME);
        }
        if (!isLink(link)) {
            throw Refusal.rule("meeting.refusal.link");
        }
    }

    /** Whoever moves a meeting or calls it off says why. */
    static void requireReason(FreeText reason) {
        if (reason.text().isBlank()) {
            throw Refusal.rule("meeting.refusal.reason");
        }
    }

    /** Nothing, or an address of the web; never one that would run something. */
    static boolean isLink(String link) {
        return WebLink.isLink(link);
    }
}
