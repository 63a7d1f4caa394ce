package se.samverkan.partnership.staffing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Newcomers;
import se.samverkan.access.Newcomers.Entered;
import se.samverkan.access.Rights;
import se.samverkan.access.Role;
import se.samverkan.access.Verb;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.course.Course;
import se.samverkan.partnership.staffing.StoredStaffing.Candidate;
import se.samverkan.partnership.staffing.StoredStaffing.Draft;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Refusal;

/**
 * The door to the people of a partnership: roles are given for a time, moved and ended. Each side staffs its own: the agency
 * or office facilitators, analysts and researchers; the organiser its coordinator and working groups; a head teacher the
 * working group of the own unit.
 */
@Component
class CaseStaffing {

    private final Partnerships partnerships;
    private final StoredStaffing store;
    private final Needs needs;
    private final Newcomers newcomers;
    private final Rights rights;
    private final Course course;
    private final AuditTrail trail;

    CaseStaffing(
            Partnerships partnerships,
            StoredStaffing store,
            Needs needs,
            Newcomers newcomers,
            Rights rights,
            Course course,
            AuditTrail trail) {
        this.partnerships = partnerships;
        this.store = store;
        this.needs = needs;
        this.newcomers = newcomers;
        this.rights = rights;
        this.course = course;
        this.trail = trail;
    }

    /** Somebody new in a partnership. */
    record Newcomer(String name, String email, String language) {}

    /** The partnership, where the actor knows of it. */
    @Transactional(readOnly = true)
    public PartnershipView partnership(long id) {
        rights.require(Verb.READ_PARTNERSHIP);
        return partnerships.find(id).orElseThrow(Refusal::notSeen);
    }

    @Transactional(readOnly = true)
    public List<PersonInCase> people(long partnership) {
        return store.all(partnership);
    }

    @Transactional(readOnly = true)
    public StaffingRights mine(long partnership) {
        return store.rights(partnership);
    }

    /** Whom one can choose, those with the least to do first; refuses who may not give the role. */
    @Transactional(readOnly = true)
    public List<Candidate> candidates(long partnership, Role role, Optional<Long> unit) {
        mayGive(partnership(partnership), role, unit);
        return store.candidates(partnership, role, unit);
    }

    /** One role that was given in the partnership and that the actor may move. */
    @Transactional(readOnly = true)
    public PersonInCase toChange(long partnership, long assignment) {
        PersonInCase found = store.all(partnership(partnership).id()).stream()
                .filter(each -> each.assignment() == assignment && each.givenHere())
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        mayGive(partnership(partnership), found.role(), found.unit());
        return found;
    }

    /** The places in a partnership where the programme asks for a role. */
    Stream<Need> places(PartnershipView partnership, Role role) {
        return needs.of(partnership, List.of()).stream().filter(need -> need.role() == role);
    }

    LocalDate today() {
        return store.today();
    }

    @Transactional
    public void give(long partnership, long person, Draft draft) {
        PartnershipView view = course.locked(partnership);
        mayGive(view, draft.role(), draft.unit());
        if (!store.isHere(person, draft.from())) {
            throw Refusal.rule("refusal.person.is-gone");
        }
        List<PersonInCase> there = store.all(partnership);
        inOrder(draft);
        hasRoom(view, there, draft, 0);
        standsAlone(there, draft, person, 0);
        long given = store.give(partnership, person, draft);
        PersonInCase after = found(partnership, given);
        trail.record(told("partnership.staffed", view, after)
                .changing("from", null, after.from())
                .changing("to", null, after.to().orElse(null)));
    }

    /** Gives a role to somebody whom the system may not know; answers with the link to hand over to whoever is new. */
    @Transactional
    public Optional<String> invite(long partnership, Newcomer newcomer, Draft draft) {
        PartnershipView view = partnership(partnership);
        mayGive(view, draft.role(), draft.unit());
        Entered entered = newcomers.enter(newcomer.name(), newcomer.email(), newcomer.language(), keeper(view, draft));
        give(partnership, entered.person(), draft);
        return entered.link();
    }

    /** Moves the days of a role, or what its holder stands for; a last day in the past or today ends it. */
    @Transactional
    public void change(long partnership, long assignment, int version, Draft draft) {
        PartnershipView view = course.locked(partnership);
        PersonInCase before = toChange(partnership, assignment);
        if (before.version() != version) {
            throw Refusal.stale();
        }
        inOrder(draft);
        List<PersonInCase> there = store.all(partnership);
        hasRoom(view, there, draft, assignment);
        standsAlone(there, draft, before.person(), assignment);
        store.change(assignment, version, draft);
        trail.record(told("partnership.restaffed", view, before)
                .changing("from", before.from(), draft.from())
                .changing("to", before.to().orElse(null), draft.to().orElse(null))
                .changing(
                        "stands-for",
                        before.standsFor().orElse(null),
                        draft.standsFor().orElse(null)));
    }

    private void mayGive(PartnershipView view, Role role, Optional<Long> unit) {
        if (!view.standing().isLive()) {
            throw Refusal.rule("partnership.staffing.refusal.ended");
        }
        if (!store.rights(view.id()).allow(role, unit)) {
            throw Refusal.notAllowed("partnership.staffing.refusal.not-yours");
        }
    }

    private static void inOrder(Draft draft) {
        if (draft.to().filter(last -> last.isBefore(draft.from())).isPresent()) {
            throw Refusal.rule("refusal.assignment.ends-before-it-begins", draft.from());
        }
    }

    /** No more hold a role at once than the programme says. */
    private void hasRoom(PartnershipView view, List<PersonInCase> there, Draft draft, long but) {
        needs.most(view, draft.role(), draft.unit()).ifPresent(most -> {
            long held = there.stream()
                    .filter(each -> each.assignment() != but && sharesPlace(each, draft) && overlaps(each, draft))
                    .map(PersonInCase::person)
                    .distinct()
                    .count();
            if (held >= most) {
                throw Refusal.rule("partnership.staffing.refusal.full", most);
            }
        });
    }

    private static void standsAlone(List<PersonInCase> there, Draft draft, long person, long but) {
        there.stream()
                .filter(each -> each.assignment() != but
                        && each.person() == person
                        && sharesPlace(each, draft)
                        && overlaps(each, draft))
                .findFirst()
                .ifPresent(each -> {
                    throw Refusal.rule(
                            "partnership.staffing.refusal.twice", each.name().name(), each.from());
                });
    }

    private static boolean sharesPlace(PersonInCase one, Draft draft) {
        return one.role() == draft.role() && one.unit().equals(draft.unit());
    }

    private static boolean overlaps(PersonInCase one, Draft draft) {
        boolean endsBefore =
                one.to().filter(last -> last.isBefore(draft.from())).isPresent();
        boolean beginsAfter = draft.to().filter(one.from()::isAfter).isPresent();
        return !endsBefore && !beginsAfter;
    }

    private static long keeper(PartnershipView view, Draft draft) {
        return isOfOrganiser(draft.role()) ? view.organiser() : view.owner();
    }

    private static boolean isOfOrganiser(Role role) {
        return role == Role.WORKING_GROUP || role == Role.COORDINATOR;
    }

    private PersonInCase found(long partnership, long assignment) {
        return store.all(partnership).stream()
                .filter(each -> each.assignment() == assignment)
                .findFirst()
                .orElseThrow();
    }

    private static Happening told(String what, PartnershipView view, PersonInCase person) {
        Optional<String> unit = person.unit().flatMap(view::participant).map(Participant::name);
        return Happening.of(what, Course.subject(view), isOfOrganiser(person.role()) ? view.organiser() : view.owner())
                .changing("person", null, person.name().name())
                .changing("role", null, person.role())
                .changing("unit", null, unit.orElse(null));
    }
}
