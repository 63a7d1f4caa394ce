package se.samverkan.access.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Actor;
import se.samverkan.access.Role;
import se.samverkan.access.Verb;
import se.samverkan.access.people.Assignments.Time;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** Who may keep whom, and what happens to people and their roles. */
@SamverkanTest
class PeopleManagementTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Stockholm"));
    private static final Time FROM_TODAY = new Time(TODAY, null);

    @Autowired
    PeopleManagement people;

    @Autowired
    AssignmentManagement assignments;

    @Autowired
    RecordLog log;

    @Autowired
    ActingAs acting;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    TestDatabase itself;

    private Cast cast;
    private long own;
    private long foreign;
    private long unit;
    private long chief;
    private long local;

    @BeforeEach
    void peopleTheTest() {
        cast = new Cast(itself);
        own = cast.organisation("Egna huvudmannen");
        foreign = cast.organisation("Den andra huvudmannen");
        unit = cast.unit("Egna skolan", own);
        chief = cast.player("Asta Hela", Role.ADMINISTRATOR, null);
        local = cast.player("Bo Lokal", Role.ADMINISTRATOR, own);
    }

    private <T extends @Nullable Object> T as(long person, Supplier<T> deed) {
        return acting.person(person, deed);
    }

    private void does(long person, Runnable deed) {
        acting.<Object>person(person, () -> {
            deed.run();
            return null;
        });
    }

    private static Place at(long organisation) {
        return new Place("", "Egna huvudmannen", "", organisation, null, null);
    }

    private Place atUnit(long organisation, long which) {
        return new Place("", "Egna skolan", "Egna huvudmannen", organisation, which, null);
    }

    private static PersonForm form(String name) {
        return new PersonForm(
                name, name.toLowerCase().replace(' ', '.') + System.nanoTime() + "@prov.example", "sv", "");
    }

    private void refuses(long actor, Refusal.Kind kind, String reason, Runnable deed) {
        assertThatThrownBy(() -> does(actor, deed)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(refusal.kind()).isEqualTo(kind);
        });
    }

    @Test
    void addsSomebodyToTheOwnOrganisationAndTellsSo() {
        long added = as(local, () -> people.add(form("Cilla Ny"), own));

        assertThat(as(local, () -> people.person(added)).name()).isEqualTo("Cilla Ny");
        assertThat(log.of("person", Long.toString(added), 5)).singleElement().satisfies(line -> {
            assertThat(line.what()).isEqualTo("person.added");
            assertThat(line.who().name()).isEqualTo("Bo Lokal");
        });
    }

    @Test
    void refusesALocalAdministratorOutsideTheOwnOrganisation() {
        long stranger = cast.person("Främmande", foreign);

        refuses(local, Refusal.Kind.NOT_SEEN, "refusal.not-seen", () -> people.person(stranger));
        refuses(
                local,
                Refusal.Kind.NOT_ALLOWED,
                "refusal.assignment.other-organisation",
                () -> people.add(form("Dag Annan"), foreign));
        refuses(
                local,
                Refusal.Kind.NOT_ALLOWED,
                "refusal.assignment.whole-installation",
                () -> people.add(form("Dag Hel"), null));
    }

    @Test
    void refusesALocalAdministratorToGiveRolesElsewhereOrEverywhere() {
        long known = cast.person("Känd", own);

        refuses(
                local,
                Refusal.Kind.NOT_ALLOWED,
                "refusal.assignment.whole-installation",
                () -> assignments.give(known, Role.ADMINISTRATOR, Place.EVERYWHERE, false, FROM_TODAY));
        refuses(
                local,
                Refusal.Kind.NOT_ALLOWED,
                "refusal.assignment.other-organisation",
                () -> assignments.give(known, Role.COORDINATOR, at(foreign), false, FROM_TODAY));
    }

    @Test
    void isRefusedByTheDatabaseTooWhateverTheDoorSays() {
        long known = cast.person("Känd", own);
        long stranger = cast.person("Främmande", foreign);
        long foreignUnit = cast.unit("Främmande skolan", foreign);

        refusedBelow("insert into access.assignment (person, role, valid_from) values (" + known
                + ", 'ADMINISTRATOR', now())");
        refusedBelow("insert into access.assignment (person, role, organisation, valid_from) values (" + known
                + ", 'COORDINATOR', " + foreign + ", now())");
        refusedBelow("insert into access.assignment (person, role, organisation, unit, valid_from) values (" + known
                + ", 'HEAD_TEACHER', " + own + ", " + foreignUnit + ", now())");
        refusedBelow("insert into access.assignment (person, role, organisation, valid_from) values (" + stranger
                + ", 'COORDINATOR', " + own + ", now())");
        refusedBelow("insert into access.person (name, email) values ('Utan', 'utan@prov.example')");
        assertThat(below("update access.person set email = 'tagen@prov.example' where id = " + stranger))
                .isZero();
        assertThat(below("update access.assignment set valid_to = now() where organisation is distinct from " + own))
                .isZero();
    }

    private int below(String deed) {
        return as(local, () -> transaction.execute(status -> database.sql(deed).update()));
    }

    private void refusedBelow(String deed) {
        assertThatThrownBy(() -> below(deed)).as(deed).isInstanceOf(DataAccessException.class);
    }

    @Test
    void refusesToTakeOverSomebodyWhoMayMore() {
        long mighty = cast.player("Mäktig", Role.COORDINATOR, own);
        cast.assign(mighty, Role.ANALYST, null, null);

        assertThat(as(local, () -> people.person(mighty)).manageable()).isFalse();
        refuses(
                local,
                Refusal.Kind.NOT_ALLOWED,
                "refusal.person.not-all",
                () -> people.change(mighty, 0, form("Mäktig Tagen")));
        assertThat(below("update access.person set email = 'tagen@prov.example' where id = " + mighty))
                .isZero();
    }

    @Test
    void keepsItsOwnInOrderWhenSomebodyAlsoHasARoleInACase() {
        long both = cast.player("Petra Processtöd", Role.COORDINATOR, own);
        long inCase = inCase(both);

        PersonView seen = as(local, () -> people.person(both));
        assertThat(seen.manageable()).isTrue();
        assertThat(seen.wholly()).isFalse();
        does(local, () -> people.change(both, 0, new PersonForm("Petra Stöd", seen.email(), "sv", "")));
        assertThat(as(local, () -> people.person(both)).name()).isEqualTo("Petra Stöd");
        does(local, () -> people.leave(both, 1, java.time.LocalDate.now().plusDays(40)));
        assertThat(cast.behind()
                        .sql("select valid_to is null and deleted_at is null from access.assignment where id = ?")
                        .param(inCase)
                        .query(Boolean.class)
                        .single())
                .as("the role in the case is untouched")
                .isTrue();
    }

    @Test
    void refusesToTakeOverSomebodyWhoHasARoleInACase() {
        long both = cast.player("Petra Processtöd", Role.COORDINATOR, own);
        long inCase = inCase(both);
        refuses(
                local,
                Refusal.Kind.NOT_ALLOWED,
                "refusal.person.has-case",
                () -> people.change(both, 0, form("Petra Tagen")));
        refuses(local, Refusal.Kind.NOT_ALLOWED, "refusal.person.has-case", () -> people.remove(both, 0));
        refusedBelow("update access.person set email = 'tagen@prov.example' where id = " + both);
        refusedBelow("update access.person set deleted_at = now() where id = " + both);
        assertThat(below("update access.assignment set valid_to = now() where id = " + inCase))
                .isZero();
        boolean handsOver = as(
                local,
                () -> Boolean.TRUE.equals(transaction.execute(status -> database.sql("select access.may_hand_over(?)")
                        .param(both)
                        .query(Boolean.class)
                        .single())));
        assertThat(handsOver).isFalse();
    }

    /** A role that names a case and no organisation. */
    private long inCase(long person) {
        return cast.behind().sql("""
                        insert into access.assignment (person, role, partnership, valid_from)
                        values (?, 'PROCESS_FACILITATOR', 4711, '2020-01-01') returning id
                        """).param(person).query(Long.class).single();
    }

    @Test
    void refusesASaveOnTopOfASaveThatOneHasNotSeen() {
        long person = cast.person("Eva Först", own);
        does(local, () -> people.change(person, 0, form("Eva Andra")));

        refuses(chief, Refusal.Kind.STALE, "refusal.stale", () -> people.change(person, 0, form("Eva Tredje")));
        assertThat(as(chief, () -> people.person(person)).name()).isEqualTo("Eva Andra");
    }

    @Test
    void refusesAnAddressThatSomebodyHas() {
        PersonForm first = form("Frida Först");
        does(chief, () -> people.add(first, null));

        refuses(
                local,
                Refusal.Kind.RULE,
                "refusal.person.address-taken",
                () -> people.add(new PersonForm("Frida Andra", first.email().toUpperCase(), "sv", ""), own));
    }

    @Test
    void givesARoleThatEndsByItself() {
        long head = cast.person("Gun Rektor", own);
        does(local, () -> {
            assignments.give(head, Role.COORDINATOR, at(own), false, new Time(TODAY.minusDays(9), TODAY.minusDays(1)));
            assignments.give(head, Role.HEAD_TEACHER, atUnit(own, unit), true, new Time(TODAY, TODAY));
        });

        assertThat(as(local, () -> assignments.of(head)))
                .extracting(AssignmentView::state)
                .containsExactly("CURRENT", "ENDED");
        assertThat(acting.actor(head).orElseThrow().grants().hold(Verb.EDIT_AREAS))
                .isFalse();
    }

    @Test
    void refusesTheSameRoleTwiceAtATime() {
        long head = cast.person("Hans Rektor", own);
        does(local, () -> assignments.give(head, Role.HEAD_TEACHER, atUnit(own, unit), false, FROM_TODAY));

        refuses(
                local,
                Refusal.Kind.RULE,
                "refusal.assignment.overlaps-open",
                () -> assignments.give(
                        head, Role.HEAD_TEACHER, atUnit(own, unit), true, new Time(TODAY.plusDays(30), null)));
        does(
                local,
                () -> assignments.give(
                        head,
                        Role.HEAD_TEACHER,
                        atUnit(own, unit),
                        false,
                        new Time(TODAY.minusDays(30), TODAY.minusDays(1))));
    }

    @Test
    void refusesARoleAtAPlaceOfAnotherSort() {
        long person = cast.person("Ida Plats", own);

        refuses(
                local,
                Refusal.Kind.RULE,
                "refusal.assignment.place-UNIT",
                () -> assignments.give(person, Role.HEAD_TEACHER, at(own), false, FROM_TODAY));
        refuses(
                local,
                Refusal.Kind.RULE,
                "refusal.assignment.place-ORGANISATION",
                () -> assignments.give(person, Role.COORDINATOR, atUnit(own, unit), false, FROM_TODAY));
    }

    @Test
    void givesBackWithinThirtyDaysWhatWasTakenByMistake() {
        long person = cast.person("Jan Ånger", own);
        long given = as(local, () -> assignments.give(person, Role.COORDINATOR, at(own), false, FROM_TODAY));
        does(local, () -> assignments.remove(person, given, 0));
        assertThat(acting.actor(person).orElseThrow().grants().hold(Verb.EDIT_AREAS, own))
                .isFalse();

        does(local, () -> assignments.restore(person, given));
        assertThat(acting.actor(person).orElseThrow().grants().hold(Verb.EDIT_AREAS, own))
                .isTrue();

        does(local, () -> assignments.remove(person, given, 2));
        cast.behind()
                .sql("update access.assignment set deleted_at = now() - interval '31 days' where id = ?")
                .param(given)
                .update();
        refuses(local, Refusal.Kind.RULE, "refusal.removal.too-old", () -> assignments.restore(person, given));
    }

    @Test
    void endsEverythingWhenSomebodyLeavesAndKeepsTheRolesUnderANumber() {
        PersonForm named = form("Karin Slutar");
        long person = as(local, () -> people.add(named, own));
        does(
                local,
                () -> assignments.give(
                        person, Role.HEAD_TEACHER, atUnit(own, unit), false, new Time(TODAY.minusDays(40), null)));
        refuses(local, Refusal.Kind.RULE, "refusal.person.has-not-left", () -> people.pseudonymise(person, 0));

        does(local, () -> people.leave(person, 0, TODAY.minusDays(1)));
        assertThat(acting.actor(person)).isEmpty();
        does(local, () -> people.pseudonymise(person, 1));

        PersonView after = as(local, () -> people.person(person));
        assertThat(after.name()).isEqualTo(Long.toString(person));
        assertThat(after.email()).isEmpty();
        assertThat(after.formerRole()).isEqualTo("HEAD_TEACHER");
        assertThat(as(local, () -> assignments.of(person)))
                .extracting(AssignmentView::state)
                .containsExactly("ENDED");
        assertThat(cast.behind()
                        .sql(
                                "select count(*) from records.audit_value where before like '%Karin%' or after like '%Karin%'"
                                        + " or after = ?")
                        .param(named.email())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(log.of("person", Long.toString(person), 20))
                .extracting(RecordLog.Line::what)
                .contains("person.pseudonymised", "values.disposed", "person.left");
    }

    @Test
    void neverLosesTheLastAdministratorOfTheInstallation() {
        cast.behind()
                .sql(
                        "update access.assignment set valid_from = date '2000-01-01', valid_to = access.today() - 1"
                                + " where role = 'ADMINISTRATOR'"
                                + " and organisation is null and person <> ? and person not in (select id from access.person where service)")
                .param(chief)
                .update();
        AssignmentView last = as(chief, () -> assignments.of(chief)).getFirst();
        String reason = "refusal.assignment.last-administrator";

        refuses(chief, Refusal.Kind.RULE, reason, () -> assignments.end(chief, last.id(), 0, TODAY));
        refuses(chief, Refusal.Kind.RULE, reason, () -> assignments.end(chief, last.id(), 0, TODAY.plusYears(1)));
        refuses(chief, Refusal.Kind.RULE, reason, () -> assignments.remove(chief, last.id(), 0));
        refuses(chief, Refusal.Kind.RULE, reason, () -> people.leave(chief, 0, TODAY.plusDays(10)));
        refuses(chief, Refusal.Kind.RULE, reason, () -> people.remove(chief, 0));

        cast.player("Lena Andra", Role.ADMINISTRATOR, null);
        does(chief, () -> assignments.end(chief, last.id(), 0, TODAY));
    }

    @Test
    void takesRightsAwayAtOnce() {
        assertThat(as(local, () -> Actor.current().grants().hold(Verb.MANAGE_PEOPLE, own)))
                .isTrue();
        AssignmentView its = as(chief, () -> assignments.of(local)).getFirst();
        does(chief, () -> assignments.remove(local, its.id(), 0));

        assertThat(as(local, () -> Actor.current().grants().hold(Verb.MANAGE_PEOPLE)))
                .isFalse();
    }

    @Test
    void listsPeopleAsASwedeSorts() {
        cast.person("Öberg Å", own);
        cast.person("Ånäs Å", own);
        cast.person("Zeta Å", own);
        cast.person("Äng Å", own);

        assertThat(as(local, () -> people.list(PeopleQuery.of(" Å", "", "", "", null, null)))
                        .people())
                .extracting(PersonView::name)
                .containsSubsequence("Zeta Å", "Ånäs Å", "Äng Å", "Öberg Å");
        assertThat(as(local, () -> people.list(PeopleQuery.of("", "", "ADMINISTRATOR", "", null, null)))
                        .people())
                .extracting(PersonView::name)
                .containsExactly("Bo Lokal");
    }
}
