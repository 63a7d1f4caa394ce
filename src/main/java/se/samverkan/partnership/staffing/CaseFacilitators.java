package se.samverkan.partnership.staffing;

import java.util.Set;
import org.springframework.modulith.NamedInterface;

/** The door to who facilitates cases, for whoever runs them: those who have nothing to do too. */
@NamedInterface("people")
public interface CaseFacilitators {

    /** The ids of the facilitators whose load the actor reads; nobody for who reads none. */
    Set<Long> facilitators();
}
