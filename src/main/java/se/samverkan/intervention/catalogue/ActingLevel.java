package se.samverkan.intervention.catalogue;

/** At which level an intervention is meant to change something. */
public enum ActingLevel implements Choice {
    ORGANISER,
    LEADERSHIP,
    TEACHING;

    @Override
    public String key() {
        return "intervention.acting." + name();
    }
}
