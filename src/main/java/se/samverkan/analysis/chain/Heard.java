package se.samverkan.analysis.chain;

/** Who has been heard by a piece of evidence, all together and never by name. */
public enum Heard {
    PUPILS,
    STAFF,
    GUARDIANS
}
