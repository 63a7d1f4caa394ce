package se.samverkan.records.signature;

import java.time.LocalDate;
import se.samverkan.records.signature.SigningView.SignatoryView;
import se.samverkan.shared.Refusal;

/**
 * When a document may be signed: as it was read, by a named signatory whose mandate holds on the day, once, and in its
 * turn. What is signed stays; a document that everybody has signed is not replaced.
 */
final class SigningPolicy {

    private SigningPolicy() {}

    /** @param read the checksum of the document as the signatory read it */
    static void checkRead(SigningView signing, String read) {
        if (!signing.document().checksum().equals(read)) {
            throw Refusal.rule("signature.refusal.changed");
        }
    }

    static void check(SigningView signing, SignatoryView signatory, LocalDate day) {
        LocalDate ends = signatory.mandateEnds();
        checkNotWithdrawn(signing);
        if (signing.hasSigned(signatory)) {
            throw Refusal.rule("signature.refusal.signed-already");
        }
        if (ends != null && ends.isBefore(day)) {
            throw Refusal.rule("signature.refusal.mandate-ended", ends);
        }
        if (!signing.isTurnOf(signatory)) {
            throw Refusal.rule("signature.refusal.not-yet");
        }
    }

    /** What has been taken back is not signed, whoever still has its page open. */
    private static void checkNotWithdrawn(SigningView signing) {
        if (signing.withdrawn() != null) {
            throw Refusal.rule(
                    "signature.refusal.withdrawn", signing.withdrawn().reason());
        }
    }

    static void checkReplaceable(SigningView signing) {
        if (signing.isSigned()) {
            throw Refusal.rule("signature.refusal.all-signed");
        }
    }
}
