package se.samverkan.meeting.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import se.samverkan.meeting.MeetingView;
import se.samverkan.shared.page.ClockTime;
import se.samverkan.shared.page.SentForm;
import se.samverkan.shared.page.Words;

/** When a meeting is, as people in Sweden read and write it; a moment is what is kept, so summer time moves nothing. */
public final class When {

    private When() {}

    /** <i>12 mars 2027 kl. 13.00–15.30</i>. */
    public static String of(Words words, MeetingView meeting) {
        return words.text(
                "meeting.when", words.day(meeting.day()), time(words, meeting.starts()), time(words, meeting.ends()));
    }

    /** <i>kl. 13.00</i>, without its day. */
    static String time(Words words, Instant moment) {
        return DateTimeFormatter.ofPattern(words.text("meeting.time-pattern"), words.locale())
                .format(moment.atZone(MeetingView.SWEDEN));
    }

    /** The moment of a day and an hour in Sweden. */
    static Instant moment(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(MeetingView.SWEDEN).toInstant();
    }

    /** The hour that a field names as {@code 13:00}; empty where it names none. */
    static Optional<LocalTime> time(SentForm form, String field) {
        return ClockTime.in(form, field);
    }

    /** The hour of a moment, as a field holds it. */
    static String field(Instant moment) {
        return ClockTime.of(moment, MeetingView.SWEDEN);
    }
}
