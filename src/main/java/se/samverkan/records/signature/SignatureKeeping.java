package se.samverkan.records.signature;

import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Actor;
import se.samverkan.records.signature.SigningAttempts.Attempt;
import se.samverkan.records.signature.SigningService.Answer;
import se.samverkan.records.signature.SigningService.Order;
import se.samverkan.records.signature.SigningView.SignatoryView;
import se.samverkan.records.signature.SigningView.SignatureView;
import se.samverkan.records.signature.StoredSignings.Kept;
import se.samverkan.shared.Refusal;

/**
 * The two transactions of a signature: that it is asked for, before the service is asked; and what the service answered.
 * Between them the machine may die: then the answer is asked for again, by the same id.
 */
@Component
class SignatureKeeping {

    private final StoredSignings signings;
    private final SigningAttempts attempts;
    private final SigningTrail trail;
    private final ApplicationEventPublisher events;

    SignatureKeeping(
            StoredSignings signings, SigningAttempts attempts, SigningTrail trail, ApplicationEventPublisher events) {
        this.signings = signings;
        this.attempts = attempts;
        this.trail = trail;
        this.events = events;
    }

    /**
     * Writes down that the actor is about to sign.
     *
     * @param read the checksum of the document that the actor has read
     * @param id the same for a form that is sent twice
     */
    @Transactional
    public Order begin(long request, String read, UUID id) {
        signings.hold(request);
        SigningView signing = seen(request);
        SignatoryView me = me(signing);
        SigningPolicy.checkRead(signing, read);
        SigningPolicy.check(signing, me, signings.today());
        return order(
                signing,
                me,
                attempts.begin(id, request, me.position(), signing.document().version()));
    }

    /** The order of an attempt of the actor, as it was the first time. */
    @Transactional(readOnly = true)
    public Order again(UUID id) {
        Attempt attempt = attempts.find(id).orElseThrow(Refusal::notSeen);
        SigningView signing = seen(attempt.request());
        return order(signing, me(signing), attempt);
    }

    private Order order(SigningView signing, SignatoryView me, Attempt attempt) {
        return new Order(
                attempt.id(),
                signing.title(),
                signings.checksum(attempt.request(), attempt.version()),
                me.person(),
                me.name(),
                attempt.begunAt());
    }

    /** Keeps what the service answered; the same answer twice counts once. */
    @Transactional
    public void keep(UUID id, SigningService service, Answer answer) {
        Attempt attempt = attempts.find(id).orElseThrow(Refusal::notSeen);
        signings.hold(attempt.request());
        switch (answer) {
            case Answer.Waiting waiting -> {}
            case Answer.Declined declined -> attempts.end(id, false, declined.reason());
            case Answer.Signed signed -> {
                if (attempts.end(id, true, "")) {
                    SignatureView signature = new SignatureView(
                            attempt.version(),
                            false,
                            service.name(),
                            service.isInvented(),
                            signed.signedAs(),
                            signed.at());
                    keep(
                            attempt.request(),
                            new Kept(
                                    attempt.position(),
                                    attempt.version(),
                                    signature,
                                    id,
                                    signed.proof(),
                                    signed.proofType()));
                }
            }
        }
    }

    /** Keeps a signature, tells the log, and everybody when it was the last one. */
    public void keep(long request, Kept kept) {
        if (!signings.keep(request, kept)) {
            return;
        }
        SigningView signing = seen(request);
        SignatureView signature = kept.signature();
        trail.record(
                signature.onPaper() ? "signed-on-paper" : "signed",
                signing,
                signings.partyOf(request, kept.position()),
                happening -> happening
                        .changing("signatory", null, signature.signedAs())
                        .changing("signed-at", null, day(signature.signedAt()))
                        .changing("version", null, signature.version())
                        .changing("checksum", null, signings.checksum(request, signature.version())));
        if (signing.isSigned() && signing.document().version() == signature.version()) {
            events.publishEvent(new AllSigned(
                    request,
                    signing.subjectType(),
                    signing.subjectId(),
                    signature.version(),
                    signing.document().checksum()));
        }
    }

    private static String day(Instant moment) {
        return moment.atZone(java.time.ZoneId.of("Europe/Stockholm"))
                .toLocalDate()
                .toString();
    }

    private SigningView seen(long request) {
        return signings.find(request).orElseThrow(Refusal::notSeen);
    }

    private static SignatoryView me(SigningView signing) {
        return signing.signatory(Actor.current().person())
                .orElseThrow(() -> Refusal.notAllowed("signature.refusal.not-signatory"));
    }
}
