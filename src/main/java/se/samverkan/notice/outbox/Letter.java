package se.samverkan.notice.outbox;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import se.samverkan.notice.Urgency;

/**
 * A mail to one person, written with that person's rights and in that person's language.
 *
 * @param key its own number, the same however often it is tried
 * @param person to whom
 * @param address the e-mail address, empty where the person has none
 * @param urgency whether it is sent at once or is a digest
 * @param locale the language
 * @param edition which edition of the words it was written with
 * @param subject one line
 * @param text plain text
 * @param calendar what goes with it to the recipient's calendar
 */
record Letter(
        UUID key,
        long person,
        String address,
        Urgency urgency,
        Locale locale,
        String edition,
        String subject,
        String text,
        Optional<CalendarPart> calendar) {

    /**
     * A part of it in iCalendar.
     *
     * @param method what the calendar is to do with it: {@code REQUEST} or {@code CANCEL}
     */
    record CalendarPart(String method, String text) {}
}
