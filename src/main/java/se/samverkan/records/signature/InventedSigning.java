package se.samverkan.records.signature;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.shared.Refusal;

/** Lets the demonstration's people sign in the stories that the rooms tell; where signatures are real there is no such door. */
@Component
public class InventedSigning {

    private final OwnSigning own;
    private final Signing signing;
    private final SigningServices services;

    InventedSigning(OwnSigning own, Signing signing, SigningServices services) {
        this.own = own;
        this.signing = signing;
        this.services = services;
    }

    /** Signs, as the actor, what has waited longest for the actor's signature. */
    @Transactional
    public void signOldest() {
        if (services.here().filter(SigningService::isInvented).isEmpty()) {
            throw Refusal.rule("refusal.demonstration.only");
        }
        signing.waiting().stream()
                .findFirst()
                .ifPresent(each ->
                        own.sign(each.id(), signing.of(each.id()).document().checksum(), UUID.randomUUID()));
    }
}
