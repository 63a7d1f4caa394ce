package se.samverkan.intervention.catalogue;

/** What an intervention, or a lesson, is about. */
public enum Theme implements Choice {
    ACCESSIBILITY,
    PUPIL_HEALTH,
    ABSENCE,
    SAFETY,
    IMPROVEMENT_CAPACITY,
    MIDDLE_LEADERSHIP,
    COLLEGIAL_LEARNING,
    SUBJECT_DIDACTICS,
    LANGUAGE,
    ASSESSMENT,
    AFTER_SCHOOL,
    PRESCHOOL_PLAY;

    @Override
    public String key() {
        return "intervention.theme." + name();
    }
}
