package se.samverkan.selection;

import java.util.List;

/** What a room above can tell of a round, as a step on the round's page; declared here, since a round knows no room above. */
public interface RoundLink {

    /**
     * A step that leads on.
     *
     * @param href where to
     * @param title its name, as a key of the message files
     * @param text what is found there, as a key
     * @param done whether it is done
     */
    record Link(String href, String title, String text, boolean done) {}

    /** The links for a round that the actor has a duty in. */
    List<Link> of(long round);
}
