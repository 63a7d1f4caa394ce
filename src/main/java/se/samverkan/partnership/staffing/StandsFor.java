package se.samverkan.partnership.staffing;

import org.springframework.modulith.NamedInterface;

/** What a member of a working group stands for in it. A group leads the colleagues' work, so teachers must be among them. */
@NamedInterface("people")
public enum StandsFor {
    LEADERSHIP,
    TEACHER,
    KEY_PERSON,
    PUPIL_HEALTH,
    OTHER
}
