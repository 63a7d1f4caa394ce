package se.samverkan.shared;

import java.util.Arrays;

/**
 * The system says no, and says why in words that the person who asked can act on.
 *
 * <p>The reason is a key into the message files, so that it can be read in the person's language wherever it surfaces:
 * on the page, in the API's problem details, on the command line.
 */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What sort of no it is; the edge turns it into a status. */
    public enum Kind {
        /** What was asked for does not exist, or not for this person; the two look the same. */
        NOT_SEEN,
        /** The person sees it but may not do this to it. */
        NOT_ALLOWED,
        /** A rule of the programme or of the data says no. */
        RULE,
        /** Somebody else changed it since this person read it. */
        STALE,
        /** The change does not say which version it was made from. */
        VERSION_MISSING,
        /** What was sent cannot be understood. */
        MALFORMED
    }

    private final Kind kind;
    private final String reason;
    private final transient Object[] details;

    private Refusal(Kind kind, String reason, Object... details) {
        super(kind + " " + reason + " " + Arrays.toString(details));
        this.kind = kind;
        this.reason = reason;
        this.details = details.clone();
    }

    public static Refusal notSeen() {
        return new Refusal(Kind.NOT_SEEN, "refusal.not-seen");
    }

    public static Refusal notAllowed(String reason, Object... details) {
        return new Refusal(Kind.NOT_ALLOWED, reason, details);
    }

    public static Refusal rule(String reason, Object... details) {
        return new Refusal(Kind.RULE, reason, details);
    }

    public static Refusal stale() {
        return new Refusal(Kind.STALE, "refusal.stale");
    }

    public static Refusal versionMissing() {
        return new Refusal(Kind.VERSION_MISSING, "refusal.version-missing");
    }

    public static Refusal malformed(String reason, Object... details) {
        return new Refusal(Kind.MALFORMED, reason, details);
    }

    public Kind kind() {
        return kind;
    }

    /** The key of the sentence in the message files. */
    public String reason() {
        return reason;
    }

    /** What is to be put into the sentence. */
    public Object[] details() {
        return details.clone();
    }
}
