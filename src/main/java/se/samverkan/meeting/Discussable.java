package se.samverkan.meeting;

import java.util.List;
import java.util.Optional;
import se.samverkan.programme.variant.Text;

/**
 * What an item of an agenda can be about: implemented as a bean by every room whose records people talk about in meetings,
 * such as a step, a problem or a goal.
 */
public interface Discussable {

    /** What the room's records are called among all kinds, such as {@code step}; its name is {@code meeting.about.<kind>}. */
    String kind();

    /** What a meeting of a case, or of a unit in it, can be about now, as the actor sees it; in the order that people read it. */
    List<Topic> of(long partnership, Optional<Long> unit);

    /**
     * Something to talk about.
     *
     * @param id its id within its kind; the same for as long as it exists
     * @param name what people call it, in the language of the reader
     * @param address the path of the page where it stands
     */
    record Topic(String id, Text name, String address) {}
}
