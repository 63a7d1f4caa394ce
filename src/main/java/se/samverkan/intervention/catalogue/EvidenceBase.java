package se.samverkan.intervention.catalogue;

/** What an intervention stands on (skollagen, chapter 1, section 5). */
public enum EvidenceBase implements Choice {
    RESEARCH,
    PROVEN_EXPERIENCE;

    @Override
    public String key() {
        return "intervention.base." + name();
    }
}
