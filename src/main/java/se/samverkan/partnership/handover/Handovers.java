package se.samverkan.partnership.handover;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Actor;
import se.samverkan.access.Rights;
import se.samverkan.access.Role;
import se.samverkan.access.Verb;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.staffing.CasePeople;
import se.samverkan.partnership.staffing.PersonInCase;
import se.samverkan.partnership.staffing.PersonInCase.State;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to handovers: made in one click from what the system knows, with what only the one who leaves knows; read by the
 * one who takes over, who says so. After that nothing in them changes.
 */
@Component
class Handovers {

    private static final Set<Role> AGENCY_SIDE =
            Set.of(Role.PROGRAMME_OFFICER, Role.PROCESS_FACILITATOR, Role.ANALYST, Role.RESEARCHER);

    private final Partnerships partnerships;
    private final CasePeople people;
    private final StoredHandovers store;
    private final List<PackPart> parts;
    private final HandoverNotices notices;
    private final Rights rights;
    private final AuditTrail trail;

    Handovers(
            Partnerships partnerships,
            CasePeople people,
            StoredHandovers store,
            List<PackPart> parts,
            HandoverNotices notices,
            Rights rights,
            AuditTrail trail) {
        this.partnerships = partnerships;
        this.people = people;
        this.store = store;
        this.parts = List.copyOf(parts);
        this.notices = notices;
        this.rights = rights;
        this.trail = trail;
    }

    @Transactional(readOnly = true)
    public PartnershipView partnership(long id) {
        rights.require(Verb.READ_PARTNERSHIP);
        return partnerships.find(id).orElseThrow(Refusal::notSeen);
    }

    @Transactional(readOnly = true)
    public List<Handover> of(long partnership) {
        return store.of(partnership(partnership).id());
    }

    /** A handover that the actor is concerned by; whoever takes over can read it before the own role has begun. */
    @Transactional(readOnly = true)
    public Handover handover(long partnership, long id) {
        return store.find(partnership, id).orElseThrow(Refusal::notSeen);
    }

    /** The roles from which the actor may make a handover: those of today, and those that have ended. */
    @Transactional(readOnly = true)
    public List<PersonInCase> leavers(long partnership) {
        Set<Long> mine = store.mayHandOver(partnership(partnership).id());
        return people.all(partnership).stream()
                .filter(each -> each.state() != State.COMING && mine.contains(each.assignment()))
                .toList();
    }

    @Transactional(readOnly = true)
    public PersonInCase leaver(long partnership, long assignment) {
        return leavers(partnership).stream()
                .filter(each -> each.assignment() == assignment)
                .findFirst()
                .orElseThrow(() -> Refusal.notAllowed("partnership.handover.refusal.not-yours"));
    }

    /** Those who can take over: people of the same side with a role now or soon. */
    @Transactional(readOnly = true)
    public List<PersonInCase> successors(long partnership, long leaver, Role role) {
        return people.all(partnership).stream()
                .filter(each -> each.state() != State.ENDED
                        && each.person() != leaver
                        && AGENCY_SIDE.contains(each.role()) == AGENCY_SIDE.contains(role))
                .toList();
    }

    @Transactional
    public long make(long partnership, long assignment, Optional<Long> successor, FreeText questions) {
        PartnershipView view = partnership(partnership);
        PersonInCase leaver = leaver(partnership, assignment);
        canFollow(partnership, leaver.person(), leaver.role(), successor);
        long id = store.make(partnership, leaver, successor.orElse(null), questions.text(), pack(view, leaver));
        Handover made = handover(partnership, id);
        trail.record(told("handover.made", view.owner(), view.organiser(), made)
                .changing("leaver", null, made.pack().leaver())
                .changing("role", null, made.role())
                .changing("successor", null, none(made.successorName()))
                .changing("number-reason", null, questions.numberReasonOrNull()));
        successor.ifPresent(person -> notices.made(made, person));
        return id;
    }

    private Pack pack(PartnershipView view, PersonInCase leaver) {
        return new Pack(
                view.organiserName(),
                leaver.name().name(),
                leaver.unit().flatMap(view::participant).map(Participant::name).orElse(""),
                parts.stream()
                        .map(part -> new Pack.Section(part.key(), part.lines(view)))
                        .toList());
    }

    /** Names the one who takes over, or writes more; until it has been read. */
    @Transactional
    public void change(long partnership, long id, int version, Optional<Long> successor, FreeText questions) {
        PartnershipView view = partnership(partnership);
        Handover before = handover(partnership, id);
        if (!before.mayFollow()) {
            throw Refusal.notAllowed("partnership.handover.refusal.not-yours");
        }
        if (!before.isOpen()) {
            throw Refusal.rule("partnership.handover.refusal.read");
        }
        if (before.version() != version) {
            throw Refusal.stale();
        }
        canFollow(partnership, before.leaver(), before.role(), successor);
        store.change(id, version, successor.orElse(null), questions.text());
        Handover after = handover(partnership, id);
        trail.record(told("handover.changed", view.owner(), view.organiser(), after)
                .changing("successor", none(before.successorName()), none(after.successorName()))
                .changing("questions", none(before.questions()), none(after.questions()))
                .changing("number-reason", null, questions.numberReasonOrNull()));
        successor
                .filter(person -> !before.successor().equals(Optional.of(person)))
                .ifPresent(person -> notices.made(after, person));
    }

    /** The one who takes over says that it is read. */
    @Transactional
    public void read(long partnership, long id) {
        Handover handover = handover(partnership, id);
        if (!handover.waitsFor(Actor.current().person())) {
            throw handover.isOpen()
                    ? Refusal.notAllowed("partnership.handover.refusal.not-yours")
                    : Refusal.rule("partnership.handover.refusal.read");
        }
        store.read(id);
        Owners owners = store.owners(id);
        trail.record(told("handover.read", owners.owner(), owners.organiser(), handover));
    }

    /** The organisations of the two sides. */
    record Owners(long owner, long organiser) {}

    private void canFollow(long partnership, long leaver, Role role, Optional<Long> successor) {
        if (successor.equals(Optional.of(leaver))) {
            throw Refusal.rule("partnership.handover.refusal.same");
        }
        if (successor.isPresent()
                && successors(partnership, leaver, role).stream()
                        .noneMatch(each -> successor.equals(Optional.of(each.person())))) {
            throw Refusal.rule("partnership.handover.error.successor");
        }
    }

    private static Happening told(String what, long owner, long organiser, Handover handover) {
        return Happening.of(
                what,
                new Subject(
                        "handover",
                        Long.toString(handover.id()),
                        handover.pack().organiser()),
                AGENCY_SIDE.contains(handover.role()) ? owner : organiser);
    }

    private static @org.jspecify.annotations.Nullable String none(String text) {
        return text.isEmpty() ? null : text;
    }
}
