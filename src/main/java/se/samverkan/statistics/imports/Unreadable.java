package se.samverkan.statistics.imports;

import java.util.List;

/** A file as a whole cannot be read, for one reason, which becomes the only line of its receipt. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String rule;
    private final transient List<Object> details;

    /**
     * @param rule a key of the message files without {@code import.rule.}
     * @param details what is to be put into the sentence
     */
    Unreadable(String rule, Object... details) {
        super(rule);
        this.rule = rule;
        this.details = List.of(details);
    }

    String rule() {
        return rule;
    }

    List<Object> details() {
        return details;
    }
}
