package se.samverkan.records.signature;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request for signatures, as those read it who asked or must sign.
 *
 * @param id its id
 * @param owner the organisation whose document it is
 * @param subjectType the sort of record the document belongs to
 * @param subjectId its id within its sort
 * @param title what the document is called
 * @param inOrder whether they sign one after the other
 * @param askedAt when it was asked for
 * @param document the document as it stands now
 * @param signatories who must sign, in their order
 * @param withdrawn that the document as it stands was taken back, or null
 * @param sealed when the organisation's seal was put on the signed document, or null
 */
public record SigningView(
        long id,
        long owner,
        String subjectType,
        String subjectId,
        String title,
        boolean inOrder,
        Instant askedAt,
        DocumentVersion document,
        List<SignatoryView> signatories,
        @Nullable Withdrawal withdrawn,
        @Nullable Instant sealed) {

    /** That a version is not to be signed any more, and why. */
    public record Withdrawal(String reason, Instant at) {}

    /**
     * One version of the document.
     *
     * @param version from 1
     * @param checksum SHA-256 in hexadecimal
     * @param size in bytes
     * @param reason why it replaced the one before; empty for the first
     */
    public record DocumentVersion(int version, String checksum, long size, String reason, Instant addedAt) {}

    /**
     * Somebody who must sign, and what that person has signed.
     *
     * @param position the place in the order, from 1
     * @param mandateEnds the last day of the mandate, or null
     * @param signatures of any version; one of an older version is void
     */
    public record SignatoryView(
            int position,
            long person,
            String name,
            String organisationName,
            String mandate,
            @Nullable LocalDate mandateEnds,
            List<SignatureView> signatures) {

        /** The signature of a version. */
        public Optional<SignatureView> of(int version) {
            return signatures.stream().filter(each -> each.version() == version).findFirst();
        }

        /** Those that a later version has made void. */
        public List<SignatureView> voidIn(int version) {
            return signatures.stream().filter(each -> each.version() < version).toList();
        }
    }

    /**
     * A signature.
     *
     * @param version of which version of the document
     * @param onPaper whether it is a registered paper
     * @param service which service it was made with, empty on paper
     * @param invented whether it is a demonstration's, and binds nobody
     * @param signedAs the name that the service vouches for, or that stands on the paper
     */
    public record SignatureView(
            int version, boolean onPaper, String service, boolean invented, String signedAs, Instant signedAt) {}

    /** Whether everybody has signed the document as it stands. */
    public boolean isSigned() {
        return withdrawn == null && signatories.stream().allMatch(this::hasSigned);
    }

    public boolean hasSigned(SignatoryView signatory) {
        return signatory.of(document.version()).isPresent();
    }

    /** Whether it is this signatory's turn: always in any order, else once those before have signed. */
    public boolean isTurnOf(SignatoryView signatory) {
        return !inOrder
                || signatories.stream()
                        .filter(before -> before.position() < signatory.position())
                        .allMatch(this::hasSigned);
    }

    /** The place of a person among those who must sign. */
    public Optional<SignatoryView> signatory(long person) {
        return signatories.stream().filter(each -> each.person() == person).findFirst();
    }
}
