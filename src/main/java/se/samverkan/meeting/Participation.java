package se.samverkan.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.samverkan.programme.variant.Text;

/** The door to who was invited to the meetings of a case and who came: ids only, for whoever counts how many took part. */
public interface Participation {

    /** The meetings of a case whose day has come and that were not cancelled, in time, as far as the actor sees them. */
    List<Attended> of(long partnership);

    /**
     * Who came to a meeting.
     *
     * @param name what the meeting is called
     * @param unit the unit whose meeting it was; empty for one of the whole case
     * @param series the key of the variant's series; empty for a meeting of the case's own
     * @param item the key of the meeting in that series, which is the step that it counts for
     * @param came those who were ticked; nobody while nobody has ticked
     */
    record Attended(
            long meeting,
            Text name,
            Optional<Long> unit,
            String series,
            String item,
            LocalDate day,
            Set<Long> invited,
            Set<Long> came) {}
}
