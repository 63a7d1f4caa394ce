package se.samverkan.intervention.catalogue;

/** How an intervention is done. */
public enum WorkForm implements Choice {
    COURSE,
    SUPERVISION,
    WORKSHOPS,
    LECTURE,
    NETWORK,
    SELF_STUDY;

    @Override
    public String key() {
        return "intervention.work." + name();
    }
}
