package se.samverkan.intervention.network;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.samverkan.intervention.occasion.OccasionText;
import se.samverkan.shared.page.ClockTime;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.SentForm;
import se.samverkan.shared.page.WebLink;

/** The fields of a form that say what a network meeting is about, when and where. */
final class NetworkFields {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_WORDS = 5_000;
    private static final int LONGEST_REASON = 2_000;
    private static final int SHORTEST = 5;
    private static final int LONGEST = 720;

    private NetworkFields() {}

    static SentForm of(NetworkMeeting meeting) {
        NetworkDraft text = meeting.text();
        return SentForm.ofVersion(meeting.version())
                .with("network-title", text.title())
                .with("network-words", text.words())
                .with("day", meeting.day().toString())
                .with("time", ClockTime.of(text.starts(), OccasionText.SWEDEN))
                .with("minutes", Integer.toString(text.minutes()))
                .with("place", text.place())
                .with("link", text.link());
    }

    static List<Compared> compared() {
        return Stream.of("network-title", "network-words", "day", "time", "minutes", "place", "link", "network-reason")
                .map(Compared::text)
                .toList();
    }

    static FormErrors errors(SentForm sent) {
        FormErrors errors = FormErrors.none();
        if (sent.text("network-title").isEmpty() || sent.text("network-title").length() > LONGEST_TITLE) {
            errors = errors.with("network-title", "network.refusal.title", LONGEST_TITLE);
        }
        if (sent.text("network-words").length() > LONGEST_WORDS) {
            errors = errors.with("network-words", "intervention.refusal.long", LONGEST_WORDS);
        }
        errors = timed(errors, sent);
        boolean nowhere = sent.text("place").isEmpty() && sent.text("link").isEmpty();
        if (nowhere || sent.text("place").length() > LONGEST_TITLE) {
            errors = errors.with("place", "network.refusal.place", LONGEST_TITLE);
        }
        if (!WebLink.isLink(sent.text("link"))) {
            errors = errors.with("link", "network.refusal.link");
        }
        return FreeText.errors(errors, sent, "network-title", "network-words", "place", "network-reason");
    }

    private static FormErrors timed(FormErrors others, SentForm sent) {
        FormErrors errors = others;
        if (sent.day("day").isEmpty()) {
            errors = errors.with("day", "occasion.refusal.day");
        }
        if (ClockTime.in(sent, "time").isEmpty()) {
            errors = errors.with("time", "occasion.refusal.time");
        }
        if (minutes(sent).isEmpty()) {
            errors = errors.with("minutes", "occasion.refusal.minutes", SHORTEST, LONGEST);
        }
        return errors;
    }

    /** That a reason is there, so that those who had kept the time know why. */
    static FormErrors reasoned(FormErrors others, SentForm sent) {
        String reason = sent.text("network-reason");
        return reason.isEmpty() || reason.length() > LONGEST_REASON
                ? others.with("network-reason", "network.refusal.reason", LONGEST_REASON)
                : others;
    }

    private static Optional<Integer> minutes(SentForm sent) {
        return Optional.of(sent.text("minutes"))
                .filter(each -> each.matches("[1-9]\\d{0,2}"))
                .map(Integer::valueOf)
                .filter(each -> each >= SHORTEST && each <= LONGEST);
    }

    /** Of a form in which nothing is wrong. */
    static NetworkDraft draft(SentForm sent) {
        return new NetworkDraft(
                sent.text("network-title"),
                sent.text("network-words"),
                starts(sent),
                minutes(sent).orElseThrow(),
                sent.text("place"),
                sent.text("link"));
    }

    private static Instant starts(SentForm sent) {
        return sent.day("day")
                .orElseThrow()
                .atTime(ClockTime.in(sent, "time").orElseThrow())
                .atZone(OccasionText.SWEDEN)
                .toInstant();
    }

    /** Refuses a personal identity number that nobody gives a reason for. */
    static FreeText texts(SentForm sent) {
        return new FreeText(
                String.join("\n", sent.text("network-title"), sent.text("network-words"), sent.text("place")),
                sent.text(FreeText.REASON_FIELD));
    }
}
