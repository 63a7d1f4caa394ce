package se.samverkan.survey.question;

import java.util.Set;

/**
 * Questions that are ready to use.
 *
 * @param key what it is called in files
 * @param audience whom it asks
 * @param levels the levels that it suits: SCHOOL, PRESCHOOL, ORGANISER
 * @param forms the school forms that it suits; every one where none is named
 * @param minutes how long it takes to answer
 */
public record QuestionSet(
        String key,
        Audience audience,
        Set<String> levels,
        Set<String> forms,
        int minutes,
        Text name,
        Questions questions) {

    /** Who is asked. */
    public enum Audience {
        STAFF,
        PUPILS_YOUNGER,
        PUPILS_OLDER,
        GUARDIANS;

        /** Whose own words are nobody's to keep: children's, and what guardians say of them. */
        public boolean isProtected() {
            return this != STAFF;
        }
    }

    /** Whether it suits a unit of a level with these school forms. */
    public boolean suits(String level, Set<String> formsOfUnit) {
        return levels.contains(level)
                && (forms.isEmpty() || formsOfUnit.isEmpty() || forms.stream().anyMatch(formsOfUnit::contains));
    }
}
