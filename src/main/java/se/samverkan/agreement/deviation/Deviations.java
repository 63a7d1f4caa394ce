package se.samverkan.agreement.deviation;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.agreement.deviation.DeviationView.Against;
import se.samverkan.agreement.funding.Funding;
import se.samverkan.agreement.text.AgreementView.Stage;
import se.samverkan.agreement.text.Agreements;
import se.samverkan.agreement.text.Party;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/** The door to deviations: either party tells of one, and the other answers it, once. */
@Component
public class Deviations {

    private final StoredDeviations store;
    private final Partnerships partnerships;
    private final Agreements agreements;
    private final Funding funding;
    private final Rights rights;
    private final AuditTrail trail;

    Deviations(
            StoredDeviations store,
            Partnerships partnerships,
            Agreements agreements,
            Funding funding,
            Rights rights,
            AuditTrail trail) {
        this.store = store;
        this.partnerships = partnerships;
        this.agreements = agreements;
        this.funding = funding;
        this.rights = rights;
        this.trail = trail;
    }

    /** The deviations of a partnership, the newest first. */
    @Transactional(readOnly = true)
    public List<DeviationView> ofPartnership(long partnership) {
        rights.require(Verb.DRAW_UP_AGREEMENT);
        return store.ofPartnership(partnership);
    }

    /** The party that the actor tells of deviations for. */
    @Transactional(readOnly = true)
    public Optional<Party> party(PartnershipView partnership) {
        if (rights.allow(Verb.DRAW_UP_AGREEMENT, partnership.owner())) {
            return Optional.of(Party.AGENCY);
        }
        return rights.allow(Verb.DRAW_UP_AGREEMENT, partnership.organiser())
                ? Optional.of(Party.ORGANISER)
                : Optional.empty();
    }

    /** What a deviation of a partnership can be from now: what has been agreed, and what has been decided. */
    @Transactional(readOnly = true)
    public List<Against> possible(PartnershipView partnership) {
        boolean agreed = agreements.standing(partnership.id()).stream()
                .map(Agreements.Standing::stage)
                .anyMatch(stage -> stage == Stage.AGREED || stage == Stage.IN_FORCE);
        boolean funded = funding.isDecided(partnership.id());
        return java.util.stream.Stream.of(Against.values())
                .filter(against -> against == Against.AGREEMENT ? agreed : funded)
                .toList();
    }

    /** The partnership, for somebody who may tell of a deviation in it. */
    @Transactional(readOnly = true)
    public PartnershipView toTell(long partnershipId) {
        PartnershipView partnership = partnerships.find(partnershipId).orElseThrow(Refusal::notSeen);
        if (party(partnership).isEmpty()) {
            throw Refusal.notAllowed("refusal.verb.DRAW_UP_AGREEMENT");
        }
        if (possible(partnership).isEmpty()) {
            throw Refusal.rule("agreement.refusal.nothing-agreed");
        }
        return partnership;
    }

    @Transactional
    public void tell(long partnershipId, DeviationDraft draft) {
        PartnershipView partnership = toTell(partnershipId);
        Party party = party(partnership).orElseThrow(Refusal::notSeen);
        if (!possible(partnership).contains(draft.against())) {
            throw Refusal.rule(
                    draft.against() == Against.AGREEMENT
                            ? "agreement.refusal.nothing-agreed"
                            : "agreement.refusal.nothing-funded");
        }
        store.tell(partnershipId, partnership.owner(), partnership.organiser(), party, draft);
        trail.record(happening("deviation.told", partnership, party)
                .changing("words", null, draft.what())
                .changing("reason", null, draft.why())
                .changing("day", null, draft.from()));
    }

    /** A deviation that the actor may answer: the other party's, and not answered. */
    @Transactional(readOnly = true)
    public DeviationView toAnswer(long partnershipId, long deviation) {
        PartnershipView partnership = partnerships.find(partnershipId).orElseThrow(Refusal::notSeen);
        Party party = party(partnership).orElseThrow(() -> Refusal.notAllowed("refusal.verb.DRAW_UP_AGREEMENT"));
        DeviationView view = store.ofPartnership(partnershipId).stream()
                .filter(each -> each.id() == deviation)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        if (view.party() == party) {
            throw Refusal.notAllowed("agreement.refusal.own-deviation");
        }
        if (view.answer().isPresent()) {
            throw Refusal.rule("agreement.refusal.answered");
        }
        return view;
    }

    @Transactional
    public void answer(long partnershipId, long deviation, boolean accepted, FreeText words) {
        DeviationView view = toAnswer(partnershipId, deviation);
        if (!accepted && words.text().isBlank()) {
            throw Refusal.rule("agreement.refusal.answer");
        }
        if (!store.answer(deviation, accepted, words.text())) {
            throw Refusal.rule("agreement.refusal.answered");
        }
        PartnershipView partnership = partnerships.find(partnershipId).orElseThrow(Refusal::notSeen);
        trail.record(happening("deviation.answered", partnership, view.party().other())
                .changing("answer", null, accepted)
                .changing("words", null, words.text().isBlank() ? null : words.text())
                .changing("number-reason", null, words.numberReasonOrNull()));
    }

    private static Happening happening(String what, PartnershipView partnership, Party party) {
        return Happening.of(
                what,
                new Subject("partnership", Long.toString(partnership.id()), partnership.organiserName()),
                party == Party.AGENCY ? partnership.owner() : partnership.organiser());
    }
}
