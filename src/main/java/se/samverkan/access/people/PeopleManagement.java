package se.samverkan.access.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.PersonPseudonymised;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;

/**
 * The door to the people: who there is, what they are called, and that they leave.
 *
 * <p>An administrator of the installation manages everybody; an administrator of an organisation those whom it keeps,
 * as long as they have no role elsewhere; a role in a case is the case's own and hinders only what takes the account over. Nobody is ever deleted: what people did stays theirs, under a pseudonym when
 * they have left and their name is no longer needed.
 */
@Component
class PeopleManagement {

    private final People people;
    private final Assignments assignments;
    private final AssignmentPolicy policy;
    private final Rights rights;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    PeopleManagement(
            People people,
            Assignments assignments,
            AssignmentPolicy policy,
            Rights rights,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.people = people;
        this.assignments = assignments;
        this.policy = policy;
        this.rights = rights;
        this.audit = audit;
        this.events = events;
    }

    /** A page of people with the roles they have now or will have. */
    record Listing(List<PersonView> people, Map<Long, List<AssignmentView>> roles, boolean more) {}

    @Transactional(readOnly = true)
    public Listing list(PeopleQuery query) {
        rights.require(Verb.MANAGE_PEOPLE);
        List<PersonView> found = people.list(query);
        boolean more = found.size() > People.PAGE;
        List<PersonView> page = more ? found.subList(0, People.PAGE) : found;
        Map<Long, List<AssignmentView>> roles = assignments
                .of(page.stream().map(PersonView::id).toList())
                .stream()
                .collect(Collectors.groupingBy(AssignmentView::person));
        return new Listing(page, roles, more);
    }

    @Transactional(readOnly = true)
    public PersonView person(long id) {
        rights.require(Verb.MANAGE_PEOPLE);
        return people.find(id).orElseThrow(Refusal::notSeen);
    }

    @Transactional
    public long add(PersonForm form, @Nullable Long organisation) {
        policy.isOfOwnOrganisation(organisation);
        long id = people.add(form, organisation);
        audit.record(Happening.of("person.added", new Subject("person", Long.toString(id), form.name()), organisation)
                .changing("email", null, form.email())
                .changing("language", null, form.language()));
        return id;
    }

    @Transactional
    public void change(long id, int version, PersonForm form) {
        PersonView before = managed(id, version);
        if (!before.email().equals(form.email())) {
            requireWholly(before);
        }
        people.change(id, version, form);
        Happening happening = happening("person.changed", before)
                .changing("name", before.name(), form.name())
                .changing("email", before.email(), form.email())
                .changing("language", before.language(), form.language());
        if (!happening.changes().isEmpty()) {
            audit.record(happening);
        }
    }

    /** Ends everything at somebody's last day; from the day after the person can no longer sign in. */
    @Transactional
    public void leave(long id, int version, LocalDate lastDay) {
        PersonView before = managed(id, version);
        assignments.bringBack(id);
        policy.leavesAnAdministrator(assignments.of(List.of(id)), lastDay);
        people.leave(id, version, lastDay);
        assignments.endAll(id, lastDay);
        audit.record(happening("person.left", before).changing("last-day", before.leftOn(), lastDay));
    }

    /** Somebody stays after all: what the departure ended goes on as it was. */
    @Transactional
    public void stay(long id, int version) {
        PersonView before = managed(id, version);
        if (before.leftOn() == null) {
            throw Refusal.rule("refusal.person.has-not-left");
        }
        people.leave(id, version, null);
        assignments.bringBack(id);
        audit.record(happening("person.stayed", before).changing("last-day", before.leftOn(), null));
    }

    /** Replaces the name of somebody who has left by a number; the roles remain. Cannot be undone. */
    @Transactional
    public void pseudonymise(long id, int version) {
        PersonView before = managed(id, version);
        if (!before.hasLeft(people.today())) {
            throw Refusal.rule("refusal.person.has-not-left");
        }
        requireWholly(before);
        replaceName(before);
    }

    /** Replaces the names of some of those whose name has had its time, and says of how many. */
    @Transactional
    public int pseudonymiseOutlived(int daysAfterLeaving, int most) {
        rights.requireEverywhere(Verb.MANAGE_PEOPLE);
        List<Long> outlived = people.outlived(daysAfterLeaving, most);
        outlived.forEach(people::lock);
        List<Long> still = people.outlived(daysAfterLeaving, most);
        still.stream().map(people::find).flatMap(Optional::stream).forEach(this::replaceName);
        return still.size();
    }

    private void replaceName(PersonView person) {
        people.pseudonymise(person.id(), person.version());
        String number = Long.toString(person.id());
        audit.record(
                Happening.of("person.pseudonymised", new Subject("person", number, number), person.organisation()));
        events.publishEvent(new PersonPseudonymised(person.id()));
    }

    /** Takes away somebody who was entered by mistake; can be undone for 30 days. */
    @Transactional
    public void remove(long id, int version) {
        PersonView before = managed(id, version);
        requireWholly(before);
        policy.leavesAnAdministrator(assignments.of(List.of(id)), people.today());
        people.remove(id, version);
        audit.record(happening("person.removed", before));
    }

    @Transactional
    public void restore(long id) {
        rights.require(Verb.MANAGE_PEOPLE);
        PersonView before = manageable(id);
        requireWholly(before);
        if (!people.restore(id)) {
            throw Refusal.rule("refusal.removal.too-old");
        }
        audit.record(happening("person.restored", before));
    }

    /** Refuses at once where the form would be refused when it is sent. */
    @Transactional(readOnly = true)
    public PersonView toChange(long id) {
        rights.require(Verb.MANAGE_PEOPLE);
        return manageable(id);
    }

    private PersonView managed(long id, int version) {
        rights.require(Verb.MANAGE_PEOPLE);
        people.lock(id);
        PersonView person = manageable(id);
        if (person.version() != version) {
            throw Refusal.stale();
        }
        if (person.removed() || person.pseudonymised()) {
            throw Refusal.rule("refusal.person.is-gone");
        }
        return person;
    }

    private PersonView manageable(long id) {
        PersonView person = people.find(id).orElseThrow(Refusal::notSeen);
        if (!person.manageable()) {
            throw Refusal.notAllowed("refusal.person.not-all");
        }
        return person;
    }

    /** What takes an account in hand asks for every role of it, those in cases too. */
    private static void requireWholly(PersonView person) {
        if (!person.wholly()) {
            throw Refusal.notAllowed("refusal.person.has-case");
        }
    }

    private static Happening happening(String what, PersonView person) {
        return Happening.of(
                what, new Subject("person", Long.toString(person.id()), person.name()), person.organisation());
    }
}
