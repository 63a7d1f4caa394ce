package se.samverkan.agreement.signing;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samverkan.agreement.signing.StoredSigners.Signed;
import se.samverkan.records.signature.AllSigned;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;

/**
 * Brings an agreement into force when everybody has signed it: in the transaction of the last signature, so that there is never
 * one without the other. Whoever signed last does it, knowing nothing else of the agreement.
 */
@Component
class EnteringIntoForce {

    private final StoredSigners store;
    private final AuditTrail trail;
    private final AgreementSigningNotices notices;

    EnteringIntoForce(StoredSigners store, AuditTrail trail, AgreementSigningNotices notices) {
        this.store = store;
        this.trail = trail;
        this.notices = notices;
    }

    @EventListener
    void signed(AllSigned event) {
        if (event.subjectType().equals(AgreementSigning.SUBJECT)) {
            store.enterIntoForce(event.request(), event.version(), event.checksum())
                    .ifPresent(agreement -> tell(agreement, event));
        }
    }

    private void tell(Signed agreement, AllSigned event) {
        Subject subject = new Subject("agreement", Long.toString(agreement.id()), Integer.toString(agreement.number()));
        SortedSet<Long> chains = new TreeSet<>(List.of(agreement.owner(), agreement.organiser()));
        chains.forEach(chain -> trail.record(
                Happening.of("agreement.in-force", subject, chain).changing("checksum", null, event.checksum())));
        notices.inForce(agreement, event.request());
    }
}
