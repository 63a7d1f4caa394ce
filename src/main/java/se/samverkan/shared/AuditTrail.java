package se.samverkan.shared;

/**
 * Where every room writes what a person did, in the same transaction as the deed.
 *
 * <p>Declared here so that even the lowest room can call it; the records room keeps the log.
 */
public interface AuditTrail {

    /**
     * Appends one happening to the log of the organisation it concerns, as the person of this transaction.
     *
     * @throws IllegalStateException outside a transaction
     */
    void record(Happening happening);
}
