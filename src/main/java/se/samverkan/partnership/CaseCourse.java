package se.samverkan.partnership;

import java.time.LocalDate;
import java.util.Map;
import se.samverkan.programme.variant.Variant;

/** The door to how far a partnership has come: what its programme plans, and the phases that have really begun. */
public interface CaseCourse {

    /** The variant in the version that a partnership keeps. */
    Variant variant(PartnershipView partnership);

    /** When each unit began its phases: phase by phase, the day, by the unit's id. */
    Map<Long, Map<String, LocalDate>> phasesBegun(long partnership);
}
