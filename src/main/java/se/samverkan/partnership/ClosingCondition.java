package se.samverkan.partnership;

import java.util.List;
import java.util.Optional;

/**
 * Something that must be true before a partnership is closed, as variants name it: implemented by the room that knows
 * whether it is. A condition that no room answers cannot be told, and is never taken as fulfilled.
 */
public interface ClosingCondition {

    /** Its key in the variants, such as {@code agreement-settled}. */
    String condition();

    /** How it stands in a partnership that the actor knows of; empty where this actor may not know. */
    Optional<Outcome> of(PartnershipView partnership);

    /**
     * How it stands.
     *
     * @param fulfilled whether it is true
     * @param remains what remains, each with its sentence; empty when it is fulfilled
     */
    record Outcome(boolean fulfilled, List<Remains> remains) {

        public Outcome {
            remains = List.copyOf(remains);
        }

        /** Fulfilled when nothing remains. */
        public static Outcome of(List<Remains> remains) {
            return new Outcome(remains.isEmpty(), remains);
        }
    }

    /**
     * Something that remains to be done.
     *
     * @param key the key of its sentence
     * @param details what is put into the sentence
     * @param path where it is done
     */
    record Remains(String key, List<Object> details, String path) {}
}
