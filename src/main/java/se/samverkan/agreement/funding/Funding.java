package se.samverkan.agreement.funding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.agreement.funding.FundingView.Entry;
import se.samverkan.agreement.funding.FundingView.Kind;
import se.samverkan.agreement.text.Party;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Money;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to the money of a partnership, where its programme has funding. The agency or office enters what it decides and pays;
 * the organiser asks for money and accounts for it. Sums are those of the entries that count, never written down twice.
 */
@Component
public class Funding {

    private final StoredFunding store;
    private final Partnerships partnerships;
    private final Variants variants;
    private final Rights rights;
    private final AuditTrail trail;

    Funding(StoredFunding store, Partnerships partnerships, Variants variants, Rights rights, AuditTrail trail) {
        this.store = store;
        this.partnerships = partnerships;
        this.variants = variants;
        this.rights = rights;
        this.trail = trail;
    }

    /** Whether the programme of a partnership has funding at all. */
    @Transactional(readOnly = true)
    public boolean isPartOf(PartnershipView partnership) {
        return variants.read(partnership.variant(), partnership.variantVersion())
                .map(Variant::funding)
                .orElse(false);
    }

    /** The funding decisions of a partnership, the oldest first. */
    @Transactional(readOnly = true)
    public List<FundingView> ofPartnership(long partnership) {
        rights.require(Verb.HANDLE_FUNDING);
        return store.ofPartnership(partnership).stream().map(this::seen).toList();
    }

    /** What was granted in a partnership, without what became of it. */
    @Transactional(readOnly = true)
    List<Granted> granted(long partnership) {
        rights.require(Verb.HANDLE_FUNDING);
        return store.granted(partnership);
    }

    /** Whether anything has been decided, without what: one question to the database. */
    @Transactional(readOnly = true)
    public boolean isDecided(long partnership) {
        return !store.granted(partnership).isEmpty();
    }

    @Transactional(readOnly = true)
    public FundingView funding(long id) {
        return store.find(id).map(this::seen).orElseThrow(Refusal::notSeen);
    }

    /** The partnership, for somebody who may enter a decision on funding in it. */
    @Transactional(readOnly = true)
    public PartnershipView toDecide(long partnershipId) {
        PartnershipView partnership = partnerships.find(partnershipId).orElseThrow(Refusal::notSeen);
        rights.require(Verb.HANDLE_FUNDING, partnership.owner());
        if (!isPartOf(partnership)) {
            throw Refusal.rule("agreement.refusal.no-funding");
        }
        return partnership;
    }

    /** Enters what has been decided; the instalments, where there are any, come to the whole amount. */
    @Transactional
    public long decide(long partnershipId, FundingDraft draft) {
        PartnershipView partnership = toDecide(partnershipId);
        if (!draft.instalments().isEmpty() && !draft.instalmentSum().equals(draft.amount())) {
            throw Refusal.rule("agreement.refusal.instalments");
        }
        store.lock(partnershipId);
        int number = store.granted(partnershipId).size() + 1;
        long id = store.decide(partnershipId, number, partnership.owner(), partnership.organiser(), draft);
        trail.record(happening("funding.decided", funding(id))
                .changing("amount", null, draft.amount())
                .changing("day", null, draft.decidedOn())
                .changing("purpose", null, draft.purpose()));
        return id;
    }

    /** Enters something that has happened to the money: by the party whose it is to say. */
    @Transactional
    public void enter(long id, Kind kind, LocalDate day, Money amount, FreeText words) {
        FundingView view = toEnter(id, kind);
        store.lock(view.partnership());
        Money room = funding(id).room(kind);
        if (amount.compareTo(room) > 0) {
            throw Refusal.rule("agreement.refusal.too-much." + kind, room);
        }
        store.enter(id, kind, day, amount, words.text());
        trail.record(happening("funding." + kind, view)
                .changing("amount", null, amount)
                .changing("day", null, day)
                .changing("words", null, words.text().isBlank() ? null : words.text())
                .changing("number-reason", null, words.numberReasonOrNull()));
    }

    /** The decision, for somebody who may enter things of a kind. */
    @Transactional(readOnly = true)
    public FundingView toEnter(long id, Kind kind) {
        FundingView view = funding(id);
        if (!view.party().equals(Optional.of(kind.party()))) {
            throw Refusal.notAllowed("agreement.refusal.not-yours." + kind.party());
        }
        return view;
    }

    /** Withdraws an entry that was wrong; it stays and counts no more. */
    @Transactional
    void withdraw(long id, long entryId, FreeText why) {
        Entry entry = funding(id).entry(entryId).orElseThrow(Refusal::notSeen);
        FundingView view = toEnter(id, entry.kind());
        if (why.text().isBlank()) {
            throw Refusal.rule("agreement.refusal.why");
        }
        if (!store.withdraw(entryId, why.text())) {
            throw Refusal.rule("agreement.refusal.withdrawn-already");
        }
        trail.record(happening("funding.withdrawn", view)
                .changing("amount", entry.amount(), null)
                .changing("words", null, why.text()));
    }

    private FundingView seen(FundingView view) {
        return new FundingView(
                view.id(),
                view.partnership(),
                view.number(),
                view.owner(),
                view.organiser(),
                view.caseNumber(),
                view.decidedOn(),
                view.purpose(),
                view.amount(),
                view.instalments(),
                view.entries(),
                party(view));
    }

    private Optional<Party> party(FundingView view) {
        if (rights.allow(Verb.HANDLE_FUNDING, view.owner())) {
            return Optional.of(Party.AGENCY);
        }
        return rights.allow(Verb.HANDLE_FUNDING, view.organiser()) ? Optional.of(Party.ORGANISER) : Optional.empty();
    }

    private static Happening happening(String what, FundingView view) {
        long own = view.party().equals(Optional.of(Party.ORGANISER)) ? view.organiser() : view.owner();
        return Happening.of(
                what, new Subject("funding", Long.toString(view.id()), Integer.toString(view.number())), own);
    }
}
