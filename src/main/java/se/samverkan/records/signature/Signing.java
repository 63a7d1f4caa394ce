package se.samverkan.records.signature;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Actor;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.shared.Refusal;

/**
 * The door for rooms that have something to be signed: they ask with values, replace the document while it is not signed
 * by all, read how far it has come, and are told by {@link AllSigned}.
 */
@Component
public class Signing {

    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};

    private final StoredSignings signings;
    private final StoredSeals seals;
    private final Rights rights;
    private final SigningTrail trail;

    Signing(StoredSignings signings, StoredSeals seals, Rights rights, SigningTrail trail) {
        this.signings = signings;
        this.seals = seals;
        this.rights = rights;
        this.trail = trail;
    }

    /**
     * Asks for signatures.
     *
     * @return the id of the request; its page is {@code /signatures/<id>}
     */
    @Transactional
    public long ask(SignatureRequest request) {
        rights.require(Verb.ASK_FOR_SIGNATURES, request.owner());
        checkPdf(request.document());
        if (request.signatories().isEmpty()) {
            throw Refusal.rule("signature.refusal.nobody");
        }
        if (request.signatories().stream()
                        .map(SignatureRequest.Signatory::person)
                        .distinct()
                        .count()
                < request.signatories().size()) {
            throw Refusal.rule("signature.refusal.twice");
        }
        if (signings.of(request.subjectType(), request.subjectId()).isPresent()) {
            throw Refusal.rule("signature.refusal.asked-already");
        }
        long id = signings.add(request);
        signings.addDocument(id, 1, request.document(), "");
        SigningView asked = of(id);
        String names = request.signatories().stream()
                .map(SignatureRequest.Signatory::name)
                .collect(Collectors.joining(", "));
        trail.record(
                "asked",
                asked,
                asked.owner(),
                happening -> happening
                        .changing("signatories", null, names)
                        .changing("checksum", null, asked.document().checksum()));
        return id;
    }

    /**
     * Replaces the document. What was signed before no longer counts, and is shown as void.
     *
     * @param version the version that the caller has seen
     * @param reason why, for those who have signed
     */
    @Transactional
    public void replace(long id, int version, byte[] document, String reason) {
        signings.hold(id);
        SigningView signing = of(id);
        rights.require(Verb.ASK_FOR_SIGNATURES, signing.owner());
        checkPdf(document);
        SigningPolicy.checkReplaceable(signing);
        if (signing.document().version() != version) {
            throw Refusal.stale();
        }
        if (reason.isBlank()) {
            throw Refusal.rule("signature.refusal.reason");
        }
        signings.addDocument(id, version + 1, document, reason);
        SigningView now = of(id);
        trail.record(
                "replaced",
                now,
                now.owner(),
                happening -> happening
                        .changing(
                                "checksum",
                                signing.document().checksum(),
                                now.document().checksum())
                        .changing("reason", null, reason));
    }

    /**
     * Takes back the document as it stands, so that nobody signs it any more: its text is to change, or somebody else is to
     * sign. What was signed stays and does not count. A document that replaces it can be signed.
     *
     * @param version the version that the caller has seen
     * @param reason why, for those who have signed or were to
     */
    @Transactional
    public void withdraw(long id, int version, String reason) {
        signings.hold(id);
        SigningView signing = of(id);
        rights.require(Verb.ASK_FOR_SIGNATURES, signing.owner());
        SigningPolicy.checkReplaceable(signing);
        if (signing.document().version() != version || signing.withdrawn() != null) {
            throw Refusal.stale();
        }
        if (reason.isBlank()) {
            throw Refusal.rule("signature.refusal.reason-withdrawn");
        }
        signings.withdraw(id, version, reason);
        trail.record(
                "withdrawn",
                signing,
                signing.owner(),
                happening -> happening.changing("version", version, null).changing("reason", null, reason));
    }

    private static void checkPdf(byte[] document) {
        if (document.length < PDF.length || !java.util.Arrays.equals(PDF, 0, PDF.length, document, 0, PDF.length)) {
            throw Refusal.rule("signature.refusal.no-pdf");
        }
    }

    /** @throws Refusal when the actor neither asked nor is to sign */
    @Transactional(readOnly = true)
    public SigningView of(long id) {
        if (!Actor.current().isSignedIn()) {
            throw Refusal.notAllowed("refusal.sign-in");
        }
        return signings.find(id).orElseThrow(Refusal::notSeen);
    }

    /** The request about a record, where there is one that the actor knows of. */
    @Transactional(readOnly = true)
    public Optional<SigningView> of(String subjectType, String subjectId) {
        return signings.of(subjectType, subjectId);
    }

    /**
     * A document that waits for somebody's signature.
     *
     * @param id the request; its page is {@code /signatures/<id>}
     */
    public record Waiting(long id, String title) {}

    /** What waits for the actor's own signature now, the oldest first. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting() {
        return signings.waiting();
    }

    /** The document of a version, as it was put before the signatories. */
    @Transactional(readOnly = true)
    public byte[] document(long id, int version) {
        of(id);
        return signings.content(id, version).orElseThrow(Refusal::notSeen);
    }

    /** What proves a signature: the service's answer, or the scanned paper. */
    @Transactional(readOnly = true)
    public Proof proof(long id, int position, int version) {
        of(id);
        return signings.proof(id, position, version).orElseThrow(Refusal::notSeen);
    }

    /** The signed document with the organisation's seal, once it is sealed. */
    @Transactional(readOnly = true)
    public Optional<SealedDocument> sealed(long id) {
        return seals.of(id, of(id).document().version());
    }
}
