package se.samverkan.analysis.page;

import java.util.List;

/**
 * Something in an analysis that somebody should look at.
 *
 * @param rule which rule found it
 * @param title what it is about; empty where it is about the whole
 * @param path where it is put right
 */
record LooseEnd(Rule rule, String title, String path) {

    /** The rules, in the order in which they are told. */
    enum Rule {
        PROBLEM_WITHOUT_EVIDENCE,
        CAUSE_WITHOUT_AREA,
        PRIORITY_WITHOUT_REASON,
        STAFF_NOT_HEARD,
        /** A work team that has hardly taken part in any step that was counted. */
        STAFF_TEAM_NOT_HEARD,
        PUPILS_NOT_HEARD
    }

    /** The key of its sentence. */
    String key() {
        return "analysis.loose." + rule;
    }

    /** What is put into the sentence of the case's page: the unit, and what it is about. */
    List<Object> details(String unit) {
        return List.of(unit, title);
    }
}
