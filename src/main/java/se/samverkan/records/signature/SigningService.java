package se.samverkan.records.signature;

import java.time.Instant;
import java.util.UUID;

/**
 * The port to whatever lets a person sign: e-identification, or a signing service. It must answer the same for the same
 * order however often it is asked: that is how a signature survives a crash between the service and the record of it.
 */
public interface SigningService {

    /** What the service is called: a key under {@code signature.service.} of the message files, or its own name. */
    String name();

    /** Whether its signatures are invented, for a demonstration, and bind nobody. */
    boolean isInvented();

    /** Asks for a signature, or asks again what came of it. */
    Answer ask(Order order);

    /**
     * What is to be signed, and by whom.
     *
     * @param id the same for the same signature, however often it is asked for
     * @param title what the document is called
     * @param checksum the SHA-256 of the document, in hexadecimal; what is signed
     * @param person the id of who is to sign
     * @param name what that person is called
     * @param begunAt when it was asked for the first time
     */
    record Order(UUID id, String title, String checksum, long person, String name, Instant begunAt) {}

    /** What came of it. */
    sealed interface Answer {

        /**
         * It is signed.
         *
         * @param signedAs the name that the service vouches for
         * @param at when, as the service says
         * @param proof what the service gives as proof
         * @param proofType its media type
         */
        record Signed(String signedAs, Instant at, byte[] proof, String proofType) implements Answer {}

        /** The person has not signed yet, and does so at this address. */
        record Waiting(String address) implements Answer {}

        /** It will not be signed: the person declined, or the service did. */
        record Declined(String reason) implements Answer {}
    }
}
