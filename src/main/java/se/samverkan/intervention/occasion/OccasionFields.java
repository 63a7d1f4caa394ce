package se.samverkan.intervention.occasion;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.samverkan.shared.page.ClockTime;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.SentForm;

/** The fields of the form for an occasion of a plan. */
final class OccasionFields {

    /** Those in which somebody writes. */
    static final List<String> TEXTS = List.of(
            "occasion-title",
            "place",
            "participants",
            "occasion-content",
            "preparation",
            "between-work",
            "leader-words");

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_PARTICIPANTS = 2_000;
    private static final int LONGEST_TEXT = 5_000;
    private static final int LONGEST_MINUTES = 720;
    private static final int SHORTEST_MINUTES = 5;

    private OccasionFields() {}

    static SentForm of(Occasion occasion) {
        OccasionText text = occasion.text();
        return SentForm.ofVersion(occasion.version())
                .with("occasion-title", text.title())
                .with("day", text.day().toString())
                .with("time", ClockTime.of(text.starts(), OccasionText.SWEDEN))
                .with("minutes", Integer.toString(text.minutes()))
                .with("place", text.place())
                .with("remote", text.remote() ? List.of("true") : List.of())
                .with("participants", text.participants())
                .with("occasion-content", text.content())
                .with("preparation", text.preparation())
                .with("between-work", text.betweenWork())
                .with("leader", text.leader().map(Object::toString).orElse(""))
                .with("leader-words", text.leaderWords());
    }

    static List<Compared> compared() {
        return Stream.concat(TEXTS.stream(), Stream.of("day", "time", "minutes", "leader"))
                .map(Compared::text)
                .toList();
    }

    static FormErrors errors(SentForm sent) {
        FormErrors errors = FormErrors.none();
        if (sent.text("occasion-title").isEmpty() || sent.text("occasion-title").length() > LONGEST_TITLE) {
            errors = errors.with("occasion-title", "occasion.refusal.title", LONGEST_TITLE);
        }
        if (sent.day("day").isEmpty()) {
            errors = errors.with("day", "occasion.refusal.day");
        }
        if (time(sent).isEmpty()) {
            errors = errors.with("time", "occasion.refusal.time");
        }
        if (minutes(sent).isEmpty()) {
            errors = errors.with("minutes", "occasion.refusal.minutes", SHORTEST_MINUTES, LONGEST_MINUTES);
        }
        boolean remote = sent.text("remote").equals("true");
        if (sent.text("place").isEmpty() && !remote || sent.text("place").length() > LONGEST_TITLE) {
            errors = errors.with("place", "occasion.refusal.place", LONGEST_TITLE);
        }
        if (sent.text("participants").isEmpty() || sent.text("participants").length() > LONGEST_PARTICIPANTS) {
            errors = errors.with("participants", "occasion.refusal.participants", LONGEST_PARTICIPANTS);
        }
        for (String field : List.of("occasion-content", "preparation", "between-work")) {
            if (sent.text(field).length() > LONGEST_TEXT) {
                errors = errors.with(field, "intervention.refusal.long", LONGEST_TEXT);
            }
        }
        if (sent.text("leader-words").length() > LONGEST_TITLE) {
            errors = errors.with("leader-words", "intervention.refusal.long", LONGEST_TITLE);
        }
        return FreeText.errors(errors, sent, TEXTS.toArray(String[]::new));
    }

    private static Optional<LocalTime> time(SentForm sent) {
        return ClockTime.in(sent, "time");
    }

    private static Optional<Integer> minutes(SentForm sent) {
        return Optional.of(sent.text("minutes"))
                .filter(each -> each.matches("[1-9]\\d{0,2}"))
                .map(Integer::valueOf)
                .filter(each -> each >= SHORTEST_MINUTES && each <= LONGEST_MINUTES);
    }

    /** Of a form in which nothing is wrong. */
    static OccasionText text(SentForm sent) {
        return new OccasionText(
                sent.text("occasion-title"),
                sent.day("day")
                        .orElseThrow()
                        .atTime(time(sent).orElseThrow())
                        .atZone(OccasionText.SWEDEN)
                        .toInstant(),
                minutes(sent).orElseThrow(),
                sent.text("place"),
                sent.text("remote").equals("true"),
                sent.text("occasion-content"),
                sent.text("participants"),
                sent.text("preparation"),
                sent.text("between-work"),
                id(sent, "leader"),
                sent.text("leader-words"));
    }

    /** The id that a field names; empty where it names none. */
    static Optional<Long> id(SentForm sent, String field) {
        return Optional.of(sent.text(field))
                .filter(each -> each.matches("[1-9]\\d{0,17}"))
                .map(Long::valueOf);
    }

    /** Refuses a personal identity number that nobody gives a reason for; the reason. */
    static String numberReason(SentForm sent) {
        String all = String.join("\n", TEXTS.stream().map(sent::text).toList());
        return new FreeText(all, sent.text(FreeText.REASON_FIELD)).numberReason();
    }
}
