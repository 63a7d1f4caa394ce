package se.samverkan.partnership.course;

import java.time.Instant;
import se.samverkan.access.Names.PersonName;

/**
 * That a step of a phase is done for a unit.
 *
 * @param by who marked it
 */
public record StepDone(long id, long unit, String phase, String step, PersonName by, Instant at) {}
