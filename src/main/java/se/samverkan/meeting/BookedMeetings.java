package se.samverkan.meeting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import se.samverkan.programme.variant.Text;

/** The door to when people are bound by meetings, for whoever plans something else for them: of the meetings that the actor sees. */
public interface BookedMeetings {

    /** Those of facilitators, and of these people, that end after a moment; what is held as one is one. */
    List<Booking> after(Instant moment, Collection<Long> people);

    /** Somebody who is invited to a meeting that has not been called off. */
    record Booking(long person, long meeting, Text name, Instant starts, Instant ends) {

        /** What the meeting is called in a language. */
        public String called(Locale locale) {
            return name.in(locale);
        }

        public String address() {
            return "/meetings/" + meeting;
        }
    }
}
