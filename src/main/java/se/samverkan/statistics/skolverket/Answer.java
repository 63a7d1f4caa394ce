package se.samverkan.statistics.skolverket;

import java.util.List;

/** What came of one question to the API, after all its attempts. */
sealed interface Answer {

    /** How often it was asked. */
    int attempts();

    /** A whole answer, proved to be JSON. */
    record Body(byte[] json, int attempts) implements Answer {}

    /** The API has nothing under this address: 404, which for figures means that none are published. */
    record Nothing(int attempts) implements Answer {}

    /**
     * Given up.
     *
     * @param reason a key of the message files without {@code statistics.sync.reason.}
     * @param details what goes into its sentence
     */
    record GivenUp(String reason, List<String> details, int attempts) implements Answer {}
}
