package se.samverkan.meeting;

import java.time.LocalDate;
import java.util.List;
import se.samverkan.programme.variant.Text;

/** The door to when something was talked about, for the room whose record it is: the other way round from {@link Discussable}. */
public interface TalkedAbout {

    /**
     * The meetings with a record on their agenda, the newest first, as far as the actor sees them; none that was called off.
     *
     * @param kind as its {@link Discussable} names it
     */
    List<Talk> of(String kind, String id);

    /**
     * A meeting at which it is talked about, or will be.
     *
     * @param words what the item of the agenda says
     * @param address the path of the meeting
     */
    record Talk(Text meeting, LocalDate day, Text words, String address) {}
}
