package se.samverkan.statistics.skolverket;

/**
 * Something to ask the API.
 *
 * @param kind what sort of answer is expected
 * @param path what to ask for, below the base address
 * @param unit the school unit code it concerns, or nothing
 */
record Question(Kind kind, String path, String unit) {

    static Question of(Kind kind, String path) {
        return new Question(kind, path, "");
    }
}
