package se.samverkan.analysis.chain;

import java.util.Arrays;
import java.util.List;

/** What a piece of evidence is. Where no grades are given there are none to bring, and the pedagogical documentation instead. */
public enum EvidenceKind {
    /** A published figure, kept as it was known; it is chosen from a list and not written. */
    FIGURE,
    /** A figure of one's own, such as absence: of groups, never of a pupil. */
    LOCAL_FIGURE,
    /** Grades and tests, put together by the school. */
    RESULTS,
    SURVEY,
    PEDAGOGICAL_DOCUMENTATION,
    OBSERVATION,
    DOCUMENT,
    /** What a meeting noted or decided. */
    MEETING,
    /** A report of the School Inspectorate, or of another supervisor. */
    INSPECTION,
    /** What children, pupils, guardians or staff have said. */
    VOICE,
    /** Interviews put together. */
    INTERVIEW;

    /** Whether somebody has been heard by it, so that it is to be told who. */
    public boolean hears() {
        return this == SURVEY || this == VOICE || this == INTERVIEW;
    }

    /** Those that suit a unit. */
    public static List<EvidenceKind> suiting(boolean graded) {
        EvidenceKind other = graded ? PEDAGOGICAL_DOCUMENTATION : RESULTS;
        return Arrays.stream(values()).filter(kind -> kind != other).toList();
    }
}
