package se.samverkan.statistics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.samverkan.shared.Refusal;

/**
 * The door to the documents that Skolverket's API lists of a unit: the School Inspectorate's reports and its survey. They are
 * linked, never fetched.
 */
public interface UnitDocuments {

    /**
     * A document.
     *
     * @param kind what sort it is, as the API says it
     * @param title what it is called there
     * @param url where it is, an address of http or https
     */
    record Listed(String kind, String title, String url) {}

    /** The documents of a unit and when they were asked for. */
    record DocumentList(Instant fetchedAt, List<Listed> documents) {}

    /** What is known of a unit; nothing where nobody has asked for it. */
    Optional<DocumentList> of(long unit);

    /**
     * Asks the API, outside any transaction.
     *
     * @param code a school unit code
     * @return the documents in the API's order, each once; none where it has none
     * @throws Refusal when the API gives no answer, and in a demonstration
     */
    List<Listed> ask(String code);

    /** Keeps a list in place of an older one. */
    void keep(long unit, List<Listed> documents);
}
