package se.samverkan.intervention.catalogue;

/** One of a few things that can be chosen, which has a name in the message files. */
public interface Choice {

    /** The key of its name. */
    String key();
}
