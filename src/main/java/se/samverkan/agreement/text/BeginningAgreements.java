package se.samverkan.agreement.text;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.agreement.text.AgreementView.Stage;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.Standing;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;

/** The door by which the agency or office begins an agreement, and each amendment of it when it is in force: one at a time. */
@Component
public class BeginningAgreements {

    private final Agreements agreements;
    private final StoredAgreements store;
    private final Partnerships partnerships;
    private final Variants variants;
    private final FirstText firstText;
    private final Rights rights;
    private final AuditTrail trail;

    BeginningAgreements(
            Agreements agreements,
            StoredAgreements store,
            Partnerships partnerships,
            Variants variants,
            FirstText firstText,
            Rights rights,
            AuditTrail trail) {
        this.agreements = agreements;
        this.store = store;
        this.partnerships = partnerships;
        this.variants = variants;
        this.firstText = firstText;
        this.rights = rights;
        this.trail = trail;
    }

    /** Whether the actor may begin an agreement, or an amendment, of a partnership now. */
    @Transactional(readOnly = true)
    public boolean mayBegin(PartnershipView partnership) {
        return rights.allow(Verb.DRAW_UP_AGREEMENT, partnership.owner())
                && hindrance(partnership).isEmpty();
    }

    /**
     * Begins the agreement of a partnership, with a first text made of what is known; or, when it is in force, an amendment with
     * its text to change.
     *
     * @return the id of it
     */
    @Transactional
    public long begin(long partnershipId) {
        PartnershipView partnership = partnerships.find(partnershipId).orElseThrow(Refusal::notSeen);
        rights.require(Verb.DRAW_UP_AGREEMENT, partnership.owner());
        hindrance(partnership).ifPresent(why -> {
            throw Refusal.rule(why);
        });
        List<AgreementView> before = agreements.ofPartnership(partnershipId);
        AgreementText text = settled(before)
                .flatMap(AgreementView::agreed)
                .orElseGet(() -> firstText.of(partnership, variant(partnership)));
        int number = (int)
                before.stream().filter(each -> each.stage() != Stage.SET_ASIDE).count();
        long id = store.begin(partnershipId, number, partnership.owner(), partnership.organiser());
        store.write(id, Party.AGENCY, text, 0);
        trail.record(Agreements.happening("begun", agreements.agreement(id)));
        return id;
    }

    /** What keeps an agreement from being begun: a key of the message files. */
    private Optional<String> hindrance(PartnershipView partnership) {
        if (!variant(partnership).agreement()) {
            return Optional.of("agreement.refusal.none-in-programme");
        }
        if (partnership.standing() != Standing.ACCEPTED
                && partnership.standing() != Standing.RUNNING
                && partnership.standing() != Standing.PAUSED) {
            return Optional.of("agreement.refusal.not-accepted");
        }
        boolean open = agreements.standing(partnership.id()).stream()
                .map(Agreements.Standing::stage)
                .anyMatch(stage -> stage != Stage.IN_FORCE && stage != Stage.SET_ASIDE);
        return open ? Optional.of("agreement.refusal.one-at-a-time") : Optional.empty();
    }

    private static Optional<AgreementView> settled(List<AgreementView> agreements) {
        return agreements.reversed().stream()
                .filter(each -> each.stage() == Stage.IN_FORCE)
                .findFirst();
    }

    private Variant variant(PartnershipView partnership) {
        return variants.read(partnership.variant(), partnership.variantVersion())
                .orElseThrow(Refusal::notSeen);
    }
}
