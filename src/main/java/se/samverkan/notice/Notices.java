package se.samverkan.notice;

/**
 * Where every room above tells what people shall know. It is kept in the transaction of the deed: what is rolled back was
 * never told, and what is committed is told even if the machine dies the next moment.
 */
public interface Notices {

    /**
     * Tells it: one row for each person, and one for the systems that subscribe to its kind.
     *
     * @throws IllegalStateException outside a transaction
     */
    void tell(Notice notice);
}
