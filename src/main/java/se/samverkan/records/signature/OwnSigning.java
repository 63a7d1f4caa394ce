package se.samverkan.records.signature;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Actor;
import se.samverkan.records.signature.SigningService.Answer;
import se.samverkan.records.signature.SigningService.Order;
import se.samverkan.records.signature.SigningView.SignatoryView;
import se.samverkan.shared.Refusal;

/** The door for whoever signs: what waits for me, and signing it. */
@Component
class OwnSigning {

    private final StoredSignings signings;
    private final SigningAttempts attempts;
    private final SignatureKeeping keeping;
    private final SigningServices services;

    OwnSigning(StoredSignings signings, SigningAttempts attempts, SignatureKeeping keeping, SigningServices services) {
        this.signings = signings;
        this.attempts = attempts;
        this.keeping = keeping;
        this.services = services;
    }

    /** Everything that the actor has signed or is to sign, the newest first. */
    @Transactional(readOnly = true)
    public List<SigningView> mine() {
        if (!Actor.current().isSignedIn()) {
            throw Refusal.notAllowed("refusal.sign-in");
        }
        return signings.ofSignatory(Actor.current().person());
    }

    /** Whether a signature of the actor has been asked for at the service and not come back. */
    @Transactional(readOnly = true)
    public boolean isUnderWay(SigningView signing) {
        return signing.signatory(Actor.current().person())
                .flatMap(me -> attempts.open(
                        signing.id(), me.position(), signing.document().version()))
                .isPresent();
    }

    /** Why the actor cannot sign now, as a key; nothing when it can be signed. */
    @Transactional(readOnly = true)
    public Optional<Refusal> obstacle(SigningView signing, SignatoryView me) {
        try {
            SigningPolicy.check(signing, me, signings.today());
            service();
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }

    /**
     * Signs the document that the actor has read. Not one transaction: what is asked is written down, the service is asked,
     * and its answer is written down.
     *
     * @param read the checksum of the document as it was read
     * @param once the same for a form that is sent twice
     * @return where to go: to the service, where the signing is done there, or back to the page
     */
    public String sign(long request, String read, UUID once) {
        SigningService service = service();
        Order order = keeping.begin(request, read, once);
        Answer answer = service.ask(order);
        keeping.keep(order.id(), service, answer);
        return switch (answer) {
            case Answer.Signed signed -> "/signatures/" + request;
            case Answer.Waiting waiting -> waiting.address();
            case Answer.Declined declined -> throw Refusal.rule("signature.refusal.declined");
        };
    }

    /** Asks again what came of a signature of the actor, and keeps it. */
    public void collect(UUID attempt) {
        SigningService service = service();
        keeping.keep(attempt, service, service.ask(keeping.again(attempt)));
    }

    private SigningService service() {
        return services.here().orElseThrow(() -> Refusal.rule("signature.refusal.no-service"));
    }
}
