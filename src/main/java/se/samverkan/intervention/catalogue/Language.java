package se.samverkan.intervention.catalogue;

/** In which language an intervention can be given. */
public enum Language implements Choice {
    SWEDISH,
    ENGLISH,
    FINNISH,
    SAMI,
    SIGN;

    @Override
    public String key() {
        return "intervention.language." + name();
    }
}
