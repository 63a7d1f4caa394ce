package se.samverkan.programme;

import java.util.List;
import java.util.Optional;

/** The door to the readable files of the variants: check one, take one in as a draft, write one out. */
public interface VariantFiles {

    /**
     * Something that is wrong with a file.
     *
     * @param line on which line, from 1
     * @param rule the key of its sentence in the message files
     * @param details what is to be put into the sentence
     * @param missing whether a draft may be kept without it
     */
    record Problem(int line, String rule, List<Object> details, boolean missing) {}

    /**
     * What became of a file.
     *
     * @param variant the key that it names; empty where it cannot be read
     * @param problems all that is wrong with it
     */
    record Outcome(String variant, List<Problem> problems) {

        /** Whether it can be kept as a draft. */
        public boolean isWhole() {
            return problems.stream().allMatch(Problem::missing);
        }
    }

    /** Says all that is wrong with a file, and changes nothing. */
    Outcome check(byte[] content);

    /** Takes a file in as the draft of its variant, unless something is wrong with it. */
    Outcome takeIn(byte[] content);

    /** A published version as a file; the newest where none is named. */
    Optional<String> write(String key, Optional<Integer> version);
}
