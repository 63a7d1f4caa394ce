package se.samverkan.shared;

import java.util.List;

/** Something besides names that the site's search finds; implemented by the room that keeps it. Each finds only what the actor may read. */
public interface Searchable {

    /** The key of the heading that what is found stands under. */
    String heading();

    /**
     * The nearest of what has every word that was typed.
     *
     * @param query the words as a tsquery (see {@code TextIndex})
     */
    List<Match> find(String query, int most);

    /**
     * Something that was found.
     *
     * @param path where it is read
     * @param title what it is called, in Swedish as it was written
     * @param kind the key of what it is
     * @param by who tells it
     */
    record Match(String path, String title, String kind, String by) {}
}
