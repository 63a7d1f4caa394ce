package se.samverkan.partnership;

import java.util.List;

/**
 * What another part or room sees in a case that somebody should look at: a unit without a head teacher, a meeting that was
 * never held. The page of the case lists them as loose ends.
 */
public interface CaseSignals {

    /** What is loose in a partnership that the actor knows of. */
    List<Signal> of(PartnershipView partnership);

    /**
     * Something loose.
     *
     * @param key the key of its sentence
     * @param details what is put into the sentence
     * @param path where it is put right; empty where the page itself is
     * @param ends how many loose ends it tells of
     */
    record Signal(String key, List<Object> details, String path, int ends) {

        /** One loose end. */
        public Signal(String key, List<Object> details, String path) {
            this(key, details, path, 1);
        }
    }
}
