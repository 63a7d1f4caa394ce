package se.samverkan.shared.page;

import java.util.List;

/** What rooms above know of why something was made: implemented as a bean by each that leads to things in rooms below. */
public interface OriginSource {

    /** What the thing with a path came of, as far as the actor reads it. */
    List<Origin> of(String address);

    /**
     * A record that something came of.
     *
     * @param key the key of the sentence that names it
     * @param details what is put into the sentence
     * @param address the path of its page
     */
    record Origin(String key, List<Object> details, String address) {}
}
