package se.samverkan.agreement.text;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.agreement.text.AgreementView.Accepted;
import se.samverkan.agreement.text.AgreementView.Edition;
import se.samverkan.agreement.text.AgreementView.Stage;
import se.samverkan.agreement.text.AgreementView.Working;
import se.samverkan.agreement.text.StoredAgreements.Head;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.WordDifference;

/**
 * The door to agreements while they are drawn up. Each party writes in a text of its own, which the other does not see, and
 * hands it over when it stands behind it. When the other accepts what it was handed, the text is settled.
 */
@Component
public class Agreements {

    private final StoredAgreements store;
    private final Partnerships partnerships;
    private final Variants variants;
    private final FirstText firstText;
    private final Rights rights;
    private final AuditTrail trail;
    private final AgreementNotices notices;

    Agreements(
            StoredAgreements store,
            Partnerships partnerships,
            Variants variants,
            FirstText firstText,
            Rights rights,
            AuditTrail trail,
            AgreementNotices notices) {
        this.store = store;
        this.partnerships = partnerships;
        this.variants = variants;
        this.firstText = firstText;
        this.rights = rights;
        this.trail = trail;
        this.notices = notices;
    }

    /** The agreements of a partnership that the actor sees: the agreement itself, then its amendments. */
    @Transactional(readOnly = true)
    public List<AgreementView> ofPartnership(long partnership) {
        return store.ofPartnership(partnership).stream().map(this::view).toList();
    }

    /**
     * Where an agreement of a partnership stands.
     *
     * @param number 0 for the agreement itself, from 1 its amendments
     */
    public record Standing(long id, int number, Stage stage) {}

    /** Where each of them stands, without what they say: one question to the database. */
    @Transactional(readOnly = true)
    public List<Standing> standing(long partnership) {
        return store.standing(partnership);
    }

    @Transactional(readOnly = true)
    public AgreementView agreement(long id) {
        return find(id).orElseThrow(Refusal::notSeen);
    }

    @Transactional(readOnly = true)
    public Optional<AgreementView> find(long id) {
        return store.find(id).map(this::view);
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
        List<AgreementView> before = ofPartnership(partnershipId);
        AgreementText text = settled(before)
                .flatMap(AgreementView::agreed)
                .orElseGet(() -> firstText.of(partnership, variant(partnership)));
        int number = (int)
                before.stream().filter(each -> each.stage() != Stage.SET_ASIDE).count();
        long id = store.begin(partnershipId, number, partnership.owner(), partnership.organiser());
        store.write(id, Party.AGENCY, text, 0);
        trail.record(happening("begun", agreement(id)));
        return id;
    }

    /** What keeps an agreement from being begun: a key of the message files. */
    private Optional<String> hindrance(PartnershipView partnership) {
        if (!variant(partnership).agreement()) {
            return Optional.of("agreement.refusal.none-in-programme");
        }
        if (partnership.standing() != se.samverkan.partnership.Standing.ACCEPTED
                && partnership.standing() != se.samverkan.partnership.Standing.RUNNING
                && partnership.standing() != se.samverkan.partnership.Standing.PAUSED) {
            return Optional.of("agreement.refusal.not-accepted");
        }
        boolean open = standing(partnership.id()).stream()
                .map(Standing::stage)
                .anyMatch(stage -> stage != Stage.IN_FORCE && stage != Stage.SET_ASIDE);
        return open ? Optional.of("agreement.refusal.one-at-a-time") : Optional.empty();
    }

    /** Changes the own party's text, made from the version that was seen. */
    @Transactional
    public void change(long id, int version, UnaryOperator<AgreementText> change) {
        store.lock(id);
        AgreementView view = toWrite(id);
        Working working = view.working().orElseThrow(Refusal::notSeen);
        if (working.version() != version) {
            throw Refusal.stale();
        }
        Party party = view.party().orElseThrow(Refusal::notSeen);
        AgreementText changed = change.apply(working.text());
        store.write(id, party, changed, version + 1);
        trail.record(told(happening("written", view), working.text(), changed));
    }

    /** Each clause and intervention that was changed, as it was and as it is: what is replaced can be found again. */
    private static Happening told(Happening happening, AgreementText before, AgreementText after) {
        Happening told = happening;
        for (TextDifference.Part part :
                TextDifference.between(before, after, AgreementText.AgreedIntervention::toString)) {
            if (part.isChanged()) {
                told = told.changing(
                        "clause", part.as(WordDifference.Change.REMOVED), part.as(WordDifference.Change.ADDED));
            }
        }
        return told;
    }

    /** The agreement, for somebody who may write in it now. */
    @Transactional(readOnly = true)
    public AgreementView toWrite(long id) {
        AgreementView view = agreement(id);
        if (view.party().isEmpty()) {
            throw Refusal.notAllowed("refusal.verb.DRAW_UP_AGREEMENT");
        }
        if (!view.canBeWritten()) {
            throw Refusal.rule("agreement.refusal." + view.stage());
        }
        return view;
    }

    /** Hands the own text over to the other party, standing behind it. What the other had handed over is then answered. */
    @Transactional
    public void handOver(long id, int version, FreeText words) {
        store.lock(id);
        AgreementView view = toWrite(id);
        Working working = view.working().orElseThrow(Refusal::notSeen);
        if (working.version() != version) {
            throw Refusal.stale();
        }
        if (view.latest().filter(last -> last.text().equals(working.text())).isPresent()) {
            throw Refusal.rule("agreement.refusal.nothing-new");
        }
        Party party = view.party().orElseThrow(Refusal::notSeen);
        int number = view.editions().size() + 1;
        store.handOver(id, number, party, working.text(), words.text());
        trail.record(happening("handed-over", view)
                .changing("edition", null, number)
                .changing("words", null, words.text().isBlank() ? null : words.text())
                .changing("number-reason", null, words.numberReasonOrNull()));
        notices.handedOver(view);
    }

    /** Accepts what the other party has handed over: the text is settled. */
    @Transactional
    public void accept(long id, int edition) {
        store.lock(id);
        AgreementView view = toWrite(id);
        Edition handed = view.toAccept().orElseThrow(() -> Refusal.rule("agreement.refusal.nothing-to-accept"));
        if (handed.number() != edition) {
            throw Refusal.stale();
        }
        store.accept(id, edition);
        trail.record(happening("accepted", view).changing("edition", null, edition));
        notices.accepted(view);
    }

    /**
     * Opens a settled text again, before everybody has signed it: its acceptance counts no more, and the agency's own text
     * begins as it was. For the part that knows what has been put before the signatories.
     */
    @Transactional
    public void reopen(long id, FreeText why) {
        store.lock(id);
        AgreementView view = agreement(id);
        rights.require(Verb.DRAW_UP_AGREEMENT, view.owner());
        if (view.stage() != Stage.AGREED) {
            throw Refusal.rule("agreement.refusal." + view.stage());
        }
        if (why.text().isBlank()) {
            throw Refusal.rule("agreement.refusal.why");
        }
        int edition = view.accepted().orElseThrow().edition();
        store.reopen(id, edition, why.text());
        int version = view.working().map(Working::version).orElse(0);
        store.write(id, Party.AGENCY, view.agreed().orElseThrow(), version + 1);
        trail.record(happening("reopened", view)
                .changing("edition", edition, null)
                .changing("words", null, why.text())
                .changing("number-reason", null, why.numberReasonOrNull()));
        notices.reopened(view);
    }

    /** Makes the other party's text the own one, to go on from. */
    @Transactional
    public void takeOver(long id, int version) {
        AgreementView view = toWrite(id);
        Edition handed = view.toAccept().orElseThrow(() -> Refusal.rule("agreement.refusal.nothing-to-accept"));
        change(id, version, mine -> handed.text());
    }

    /** Sets an agreement aside before it is settled: nothing came of it. */
    @Transactional
    public void setAside(long id, FreeText why) {
        store.lock(id);
        AgreementView view = toWrite(id);
        rights.require(Verb.DRAW_UP_AGREEMENT, view.owner());
        if (why.text().isBlank()) {
            throw Refusal.rule("agreement.refusal.why");
        }
        store.setAside(id, why.text());
        trail.record(happening("set-aside", view)
                .changing("words", null, why.text())
                .changing("number-reason", null, why.numberReasonOrNull()));
    }

    private AgreementView view(Head head) {
        Optional<Party> party = party(head);
        List<Edition> editions = store.editions(head.id());
        Optional<Accepted> accepted = store.accepted(head.id());
        return new AgreementView(
                head.id(),
                head.partnership(),
                head.number(),
                head.owner(),
                head.organiser(),
                party,
                party.map(side -> store.working(head.id(), side)
                        .orElseGet(() -> new Working(
                                editions.getLast().text(), 0, editions.getLast().at()))),
                editions,
                accepted,
                accepted.isEmpty() ? store.reopened(head.id()) : Optional.empty(),
                accepted.isEmpty() ? Optional.empty() : store.inForce(head.id()),
                store.setAside(head));
    }

    private Optional<Party> party(Head head) {
        if (rights.allow(Verb.DRAW_UP_AGREEMENT, head.owner())) {
            return Optional.of(Party.AGENCY);
        }
        return rights.allow(Verb.DRAW_UP_AGREEMENT, head.organiser()) ? Optional.of(Party.ORGANISER) : Optional.empty();
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

    /** Waits for others who decide on an agreement, until the transaction ends. */
    public void hold(long id) {
        store.lock(id);
    }

    /** The record that an agreement is in the log. */
    public static Subject subject(AgreementView agreement) {
        return new Subject("agreement", Long.toString(agreement.id()), Integer.toString(agreement.number()));
    }

    /** The organisation of the party that the reader is of: what it does stands in its own log. */
    public static long own(AgreementView agreement) {
        return agreement.party().equals(Optional.of(Party.ORGANISER)) ? agreement.organiser() : agreement.owner();
    }

    /** Something that a party has done to an agreement, for its log. */
    public static Happening happening(String deed, AgreementView agreement) {
        return Happening.of("agreement." + deed, subject(agreement), own(agreement));
    }
}
