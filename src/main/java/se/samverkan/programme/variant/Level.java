package se.samverkan.programme.variant;

/** The kinds of unit that work in a partnership; the organiser's own level is one of them. */
public enum Level {
    SCHOOL,
    PRESCHOOL,
    ORGANISER
}
