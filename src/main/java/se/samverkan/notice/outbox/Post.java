package se.samverkan.notice.outbox;

/** What takes letters away. */
interface Post {

    /** What became of a letter. */
    enum Outcome {
        SENT,
        /** The person has no address, or the server says that there is nobody of that address: no use in trying again. */
        NO_SUCH_ADDRESS,
        /** The server does not take this letter now. */
        REFUSED_FOR_NOW,
        /** The server does not answer, or does not let us in: no use in trying the others now. */
        SERVER_GONE
    }

    /** Whether there is anywhere to send to. */
    boolean isThere();

    /** Whether what the letters said is kept with them, since they come nowhere else. */
    boolean keepsWords();

    Outcome send(Letter letter);
}
