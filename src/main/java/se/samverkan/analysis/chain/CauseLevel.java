package se.samverkan.analysis.chain;

/** At which level something would have to change for a cause to go away. */
public enum CauseLevel {
    ORGANISER,
    LEADERSHIP,
    TEACHING
}
