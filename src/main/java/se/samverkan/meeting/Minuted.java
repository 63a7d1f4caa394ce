package se.samverkan.meeting;

import java.time.LocalDate;
import java.util.List;
import se.samverkan.programme.variant.Text;

/** The door to what meetings have noted and decided, for rooms that build on it: what is shared, as far as the actor sees it. */
public interface Minuted {

    /** What has been shared in the meetings of a unit and of its whole case: the newest meeting first, at most 200. */
    List<Noted> of(long partnership, long unit);

    /** What its notes are called among all that can be marked as secret. */
    String KIND = "meeting-paragraph";

    /**
     * A note or a decision.
     *
     * @param meeting the id of its meeting
     * @param name what the meeting is called
     * @param decision whether it was decided
     * @param marked whether what it says is marked as secret; it is told here only to those who read it
     * @param address the path of the meeting
     */
    record Noted(
            long id,
            long meeting,
            Text name,
            LocalDate day,
            boolean decision,
            String words,
            boolean marked,
            String address) {}
}
