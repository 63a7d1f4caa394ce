package se.samverkan.shared;

/**
 * Asks whether the person who acts may do something, for the doors of rooms that lie below the room where rights are
 * known. Declared here, kept by the access room; see the ADR on rights below access.
 */
public interface DoorKeeper {

    /** Whether the person may do this for the organisation; asked before a form or a button is shown. */
    boolean allows(String verb, long organisation);

    /**
     * Refuses unless the person may do this for the organisation.
     *
     * @param verb the name of a verb of the table of rights, such as {@code EDIT_AREAS}
     */
    void require(String verb, long organisation);

    /** Refuses unless the person may do this for every organisation. */
    void requireEverywhere(String verb);
}
