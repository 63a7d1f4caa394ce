package se.samverkan.survey.question;

/** What sort of question it is. */
public enum Kind {
    /** One step of a scale. */
    SCALE,
    /** One of several. */
    ONE,
    /** As many as fit. */
    SEVERAL,
    /** In own words. */
    FREE,
    /** The same scale for several things. It is also a row of plain questions, and is answered and counted as one. */
    MATRIX
}
