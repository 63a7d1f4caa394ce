package se.samverkan.records.document;

import java.time.Instant;
import java.util.List;

/**
 * A share: which version, when, to whom. It stands for ever.
 *
 * @param checksum the SHA-256 of what was shared, in hex
 * @param caseNumber the sender's case number with the item in the case, such as {@code EK 2027/4-2}; empty for who may not see it
 */
public record ShareView(
        long id,
        int version,
        String message,
        String checksum,
        String by,
        Instant at,
        String caseNumber,
        List<Recipient> recipients) {

    /**
     * An organisation that it was shared with.
     *
     * @param outcome what the share made of the document, as it was understood then
     * @param reason why so: a key of the message files, or the words of the one who ruled otherwise
     * @param caseNumber with this organisation
     * @param answers what it has answered, the newest last
     */
    public record Recipient(
            long organisation, String name, String outcome, String reason, String caseNumber, List<Answer> answers) {

        public boolean hasReceipted() {
            return answers.stream().anyMatch(each -> each.kind() == Answer.Kind.RECEIPTED);
        }
    }

    /** What a recipient answered. */
    public record Answer(Kind kind, String words, String by, Instant at) {

        /** Kvitterad, or begäran om komplettering. */
        public enum Kind {
            RECEIPTED,
            COMPLETION_ASKED
        }
    }
}
