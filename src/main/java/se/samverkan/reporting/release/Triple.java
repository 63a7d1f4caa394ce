package se.samverkan.reporting.release;

/**
 * A sentence of linked data: what is said of something.
 *
 * @param subject an address
 * @param predicate an address
 */
record Triple(String subject, String predicate, Term object) {

    /** What is said: another thing by its address, or a text or value. */
    sealed interface Term {

        /** Another thing. */
        record Iri(String address) implements Term {}

        /** A text in a language. */
        record Text(String text, String language) implements Term {}

        /** A value of a type, told by its address. */
        record Value(String text, String type) implements Term {}
    }
}
