package se.samverkan.meeting;

import java.util.List;
import java.util.Optional;

/** The door to meetings for other rooms: those that the actor sees, and no sign of the others. */
public interface Meetings {

    Optional<MeetingView> find(long id);

    /** The meetings of a case, in time; cancelled ones too. */
    List<MeetingView> ofPartnership(long partnership);
}
