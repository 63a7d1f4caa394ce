package se.samverkan.access.people;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Role;
import se.samverkan.access.Verb;
import se.samverkan.access.people.Assignments.Time;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;

/**
 * The door to the roles that people have: given for a place and a time, ended early, taken away when they were a mistake.
 * A change of head teacher ends one assignment and begins another; what was is never overwritten.
 */
@Component
class AssignmentManagement {

    private final People people;
    private final Assignments assignments;
    private final AssignmentPolicy policy;
    private final Rights rights;
    private final AuditTrail audit;

    AssignmentManagement(
            People people, Assignments assignments, AssignmentPolicy policy, Rights rights, AuditTrail audit) {
        this.people = people;
        this.assignments = assignments;
        this.policy = policy;
        this.rights = rights;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<AssignmentView> of(long person) {
        rights.require(Verb.MANAGE_PEOPLE);
        return assignments.of(person);
    }

    @Transactional(readOnly = true)
    public AssignmentView toChange(long person, long id) {
        rights.require(Verb.MANAGE_PEOPLE);
        AssignmentView assignment = assignments.find(person, id).orElseThrow(Refusal::notSeen);
        policy.isOfOwnOrganisation(assignment.organisation());
        return assignment;
    }

    @Transactional
    public long give(long person, Role role, Place place, boolean acting, Time time) {
        rights.require(Verb.MANAGE_PEOPLE);
        PersonView to = people.find(person).orElseThrow(Refusal::notSeen);
        policy.isOfOwnOrganisation(place.organisation());
        if (to.removed() || to.leftOn() != null) {
            throw Refusal.rule("refusal.person.is-gone");
        }
        policy.fits(role, place);
        people.lock(person);
        long id = assignments.give(person, role, place, acting, time);
        policy.standsAlone(id);
        audit.record(Happening.of("assignment.added", subject(to), place.organisation())
                .changing("role", null, role)
                .changing("place", null, place.told().isEmpty() ? null : place.told())
                .changing("acting", null, acting ? "true" : null)
                .changing("from", null, time.from())
                .changing("to", null, time.to()));
        return id;
    }

    /** Ends a role at its last day, which may be before or after the one it had. */
    @Transactional
    public void end(long person, long id, int version, LocalDate lastDay) {
        people.lock(person);
        AssignmentView assignment = changeable(person, id, version);
        if (lastDay.isBefore(assignment.from())) {
            throw Refusal.rule("refusal.assignment.ends-before-it-begins", assignment.from());
        }
        policy.leavesAnAdministrator(List.of(assignment), lastDay);
        assignments.end(id, version, lastDay);
        policy.standsAlone(id);
        audit.record(happening("assignment.ended", person, assignment).changing("to", assignment.to(), lastDay));
    }

    /** Takes away a role that was given by mistake; can be undone for 30 days. */
    @Transactional
    public void remove(long person, long id, int version) {
        AssignmentView assignment = changeable(person, id, version);
        policy.leavesAnAdministrator(List.of(assignment), people.today());
        assignments.remove(id, version);
        audit.record(happening("assignment.removed", person, assignment));
    }

    @Transactional
    public void restore(long person, long id) {
        people.lock(person);
        AssignmentView assignment = toChange(person, id);
        if (!assignments.restore(id)) {
            throw Refusal.rule("refusal.removal.too-old");
        }
        policy.standsAlone(id);
        audit.record(happening("assignment.restored", person, assignment));
    }

    private AssignmentView changeable(long person, long id, int version) {
        AssignmentView assignment = toChange(person, id);
        if (assignment.version() != version || assignment.removed()) {
            throw Refusal.stale();
        }
        return assignment;
    }

    private Happening happening(String what, long person, AssignmentView assignment) {
        PersonView holder = people.find(person).orElseThrow(Refusal::notSeen);
        return Happening.of(what, subject(holder), assignment.organisation())
                .changing("role", assignment.role(), null)
                .changing("place", assignment.place().isEmpty() ? null : assignment.place(), null);
    }

    private static Subject subject(PersonView person) {
        return new Subject("person", Long.toString(person.id()), person.name());
    }
}
