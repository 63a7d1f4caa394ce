package se.samverkan.meeting.plan;

import java.time.Duration;
import java.time.Instant;
import se.samverkan.meeting.MeetingView;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.SentForm;

/** The fields of a form that say when and where a meeting is: its day, hour, length, place and link. */
final class TimeFields {

    private static final int LONGEST = 12 * 60;

    private TimeFields() {}

    static SentForm of(MeetingView meeting) {
        return SentForm.ofVersion(meeting.version())
                .with("day", meeting.day().toString())
                .with("time", When.field(meeting.starts()))
                .with(
                        "minutes",
                        Long.toString(Duration.between(meeting.starts(), meeting.ends())
                                .toMinutes()))
                .with("place", meeting.place())
                .with("link", meeting.link());
    }

    static FormErrors errors(FormErrors others, SentForm sent) {
        FormErrors errors = others;
        if (sent.day("day").isEmpty()) {
            errors = errors.with("day", "meeting.refusal.day");
        }
        if (When.time(sent, "time").isEmpty()) {
            errors = errors.with("time", "meeting.refusal.time");
        }
        if (!sent.text("minutes").matches("[1-9]\\d{0,2}") || minutes(sent) > LONGEST) {
            errors = errors.with("minutes", "meeting.refusal.minutes", LONGEST);
        }
        if (sent.text("place").length() > MeetingRules.LONGEST_NAME) {
            errors = errors.with("place", "meeting.refusal.place", MeetingRules.LONGEST_NAME);
        }
        if (!MeetingRules.isLink(sent.text("link"))) {
            errors = errors.with("link", "meeting.refusal.link");
        }
        return errors;
    }

    /** Of a form in which nothing is wrong. */
    static Instant starts(SentForm sent) {
        return When.moment(
                sent.day("day").orElseThrow(), When.time(sent, "time").orElseThrow());
    }

    static Instant ends(SentForm sent) {
        return starts(sent).plus(Duration.ofMinutes(minutes(sent)));
    }

    private static int minutes(SentForm sent) {
        return Integer.parseInt(sent.text("minutes"));
    }
}
