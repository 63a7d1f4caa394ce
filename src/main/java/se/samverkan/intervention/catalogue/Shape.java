package se.samverkan.intervention.catalogue;

/** What is offered at once. */
public enum Shape implements Choice {
    PACKAGE,
    SINGLE;

    @Override
    public String key() {
        return "intervention.shape." + name();
    }
}
