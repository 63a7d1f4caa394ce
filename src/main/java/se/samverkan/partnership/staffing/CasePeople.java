package se.samverkan.partnership.staffing;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/** The door to who is who in a partnership that the actor knows of; for one that the actor does not know of it is nobody. */
@NamedInterface("people")
public interface CasePeople {

    /** Everybody with a role in it since it began, coming ones too: by role in the order of the roles, then by name. */
    List<PersonInCase> all(long partnership);

    /** Those who have a role in it today. */
    List<PersonInCase> today(long partnership);
}
