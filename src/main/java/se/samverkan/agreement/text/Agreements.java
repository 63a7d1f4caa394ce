package se.samverkan.agreement.text;

import java.util.List;
import java.util.Objects;
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
import se.samverkan.records.mark.Marks;
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
    private final Marks marks;
    private final Rights rights;
    private final AuditTrail trail;
    private final AgreementNotices notices;

    Agreements(StoredAgreements store, Marks marks, Rights rights, AuditTrail trail, AgreementNotices notices) {
        this.store = store;
        this.marks = marks;
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
        requireOpen(changedSecrets(working.text(), changed));
        store.write(id, party, changed, version + 1);
        trail.record(told(happening("written", view), working.text(), changed));
    }

    /** The clauses that are kept apart and were rewritten or taken away. */
    private static AgreementText changedSecrets(AgreementText before, AgreementText after) {
        return new AgreementText(
                before.clauses().stream()
                        .filter(clause -> clause.secret() != null
                                && !after.clause(clause.key())
                                        .filter(clause::equals)
                                        .isPresent())
                        .toList(),
                List.of());
    }

    /** Each clause and intervention that was changed, as it was and as it is, but for the words that are kept apart. */
    private static Happening told(Happening happening, AgreementText before, AgreementText after) {
        Happening told = happening;
        for (TextDifference.Part part :
                TextDifference.between(before.open(), after.open(), AgreementText.AgreedIntervention::toString)) {
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
        requireOpen(handed.text());
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
        requireOpen(handed.text());
        change(id, version, mine -> handed.text());
    }

    /** Nobody stands behind a clause that is shut to them. */
    private void requireOpen(AgreementText text) {
        text.clauses().stream()
                .map(AgreementText.Clause::secret)
                .filter(Objects::nonNull)
                .forEach(secret -> marks.requireOpen(ClauseMarks.KIND, secret.id()));
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
