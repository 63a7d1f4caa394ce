package se.samverkan.shared.page;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** The hour of a day as people write it in a field: {@code 13:00}, or {@code 9.30} as many do in Sweden. */
public final class ClockTime {

    private ClockTime() {}

    /** The hour that a field names; empty where it names none. */
    public static Optional<LocalTime> in(SentForm form, String field) {
        String text = form.text(field).replace('.', ':');
        if (!text.matches("([01]?\\d|2[0-3]):[0-5]\\d")) {
            return Optional.empty();
        }
        return Optional.of(LocalTime.parse(text.length() == 4 ? "0" + text : text));
    }

    /** The hour of a moment in a zone, as a field holds it. */
    public static String of(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalTime().toString().substring(0, 5);
    }
}
