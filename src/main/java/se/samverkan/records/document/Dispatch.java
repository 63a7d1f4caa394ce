package se.samverkan.records.document;

import java.util.Set;
import se.samverkan.shared.page.FreeText;

/**
 * With whom a document is shared, and what is written to them.
 *
 * @param recipients the organisations, by their ids
 * @param caseNumber a number from the sender's own registry; empty where the sender's series here gives one
 */
public record Dispatch(Set<Long> recipients, FreeText message, String caseNumber) {

    public Dispatch {
        recipients = Set.copyOf(recipients);
    }
}
