package se.samverkan.records.signature;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What another room asks to have signed.
 *
 * @param owner the organisation whose document it is
 * @param subjectType which sort of record the document belongs to; one record is asked for once
 * @param subjectId its id within its sort
 * @param title what the document is called
 * @param document the document as a PDF
 * @param inOrder whether the signatories sign one after the other, as they stand here, or in any order
 * @param signatories who must sign
 */
public record SignatureRequest(
        long owner,
        String subjectType,
        String subjectId,
        String title,
        byte[] document,
        boolean inOrder,
        List<Signatory> signatories) {

    public SignatureRequest {
        signatories = List.copyOf(signatories);
    }

    /**
     * Somebody who must sign.
     *
     * @param person the id of the person
     * @param name what the person is called
     * @param organisation the party that the person signs for
     * @param organisationName what it is called
     * @param mandate by what right: a delegation, a decision with its paragraph and date
     * @param mandateEnds the last day it holds, or null until further notice
     */
    public record Signatory(
            long person,
            String name,
            long organisation,
            String organisationName,
            String mandate,
            @Nullable LocalDate mandateEnds) {}
}
