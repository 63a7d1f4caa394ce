package se.samverkan.records.signature;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;

/**
 * Tells the log of both parties what happens with a signing. The chains are taken in the order of their numbers, since
 * each is held until the transaction ends.
 */
@Component
class SigningTrail {

    static final String TYPE = "signing";

    private final AuditTrail trail;

    SigningTrail(AuditTrail trail) {
        this.trail = trail;
    }

    /** @param party the other organisation that it concerns; the owner where it concerns no other */
    void record(String deed, SigningView signing, long party, UnaryOperator<Happening> with) {
        SortedSet<Long> chains = new TreeSet<>();
        chains.add(signing.owner());
        chains.add(party);
        Subject subject = new Subject(TYPE, Long.toString(signing.id()), signing.title());
        chains.forEach(chain -> trail.record(with.apply(Happening.of("signing." + deed, subject, chain))));
    }
}
