package se.samverkan.analysis.workshop;

/** What an intervention stands on (skollagen, chapter 1, section 5). */
public enum EvidenceBase {
    RESEARCH,
    PROVEN_EXPERIENCE
}
