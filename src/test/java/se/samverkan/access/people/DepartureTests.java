package se.samverkan.access.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.access.Verb;
import se.samverkan.access.people.Assignments.Time;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;
import se.samverkan.testing.TestPeople;
import se.samverkan.testing.Visitor;
import se.samverkan.testing.Visitor.Answer;

/** Somebody leaves, stays after all, or is known by a number when the name has had its time. */
@SamverkanTest
class DepartureTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Stockholm"));
    private static final String PASSWORD = "fyra gula kor dansar";

    @Autowired
    PeopleManagement people;

    @Autowired
    AssignmentManagement assignments;

    @Autowired
    RecordLog log;

    @Autowired
    ActingAs acting;

    @Autowired
    RecurringTask<Void> replaceOutlivedNames;

    @Autowired
    TestDatabase itself;

    @LocalServerPort
    int port;

    private Cast cast;
    private long own;
    private long local;
    private long person;

    @BeforeEach
    void peopleTheTest() {
        cast = new Cast(itself);
        own = cast.organisation("Egna huvudmannen");
        local = cast.player("Bo Lokal", Role.ADMINISTRATOR, own);
        person = cast.person("Vera Stannar", own);
    }

    private <T extends @Nullable Object> T as(long actor, Supplier<T> deed) {
        return acting.person(actor, deed);
    }

    private void does(Runnable deed) {
        acting.<Object>person(local, () -> {
            deed.run();
            return null;
        });
    }

    private long give(Role role, LocalDate from, @Nullable LocalDate to) {
        Place place = new Place("", "Egna huvudmannen", "", own, null, null);
        return as(local, () -> assignments.give(person, role, place, false, new Time(from, to)));
    }

    private AssignmentView assignment(long id) {
        return as(local, () -> assignments.toChange(person, id));
    }

    private boolean mayEdit() {
        return acting.actor(person)
                .filter(actor -> actor.grants().hold(Verb.EDIT_AREAS, own))
                .isPresent();
    }

    @Test
    void bringsEveryRoleBackAsItWasWhenADepartureIsUndone() {
        long open = give(Role.COORDINATOR, TODAY.minusDays(40), null);
        long coming = give(Role.REGISTRAR, TODAY.plusDays(10), TODAY.plusDays(20));
        does(() -> people.leave(person, 0, TODAY.minusDays(1)));
        assertThat(mayEdit()).isFalse();
        assertThat(assignment(coming).state()).isEqualTo("REMOVED");

        does(() -> people.stay(person, 1));

        assertThat(mayEdit()).isTrue();
        assertThat(assignment(open).to()).isNull();
        assertThat(assignment(coming).state()).isEqualTo("COMING");
        assertThat(assignment(coming).to()).isEqualTo(TODAY.plusDays(20));
        assertThat(as(local, () -> people.person(person)).leftOn()).isNull();
        assertThat(log.of("person", Long.toString(person), 1)).singleElement().satisfies(line -> {
            assertThat(line.what()).isEqualTo("person.stayed");
            assertThat(line.who().name()).isEqualTo("Bo Lokal");
        });
    }

    @Test
    void leavesAloneWhatSomebodyHasChangedSinceTheDeparture() {
        long role = give(Role.COORDINATOR, TODAY.minusDays(40), null);
        does(() -> people.leave(person, 0, TODAY.plusDays(5)));
        does(() -> assignments.end(person, role, assignment(role).version(), TODAY.plusDays(2)));

        does(() -> people.stay(person, 1));

        assertThat(assignment(role).to()).isEqualTo(TODAY.plusDays(2));
    }

    @Test
    void letsARoleGoOnToTheNewLastDayWhenItIsPutOff() {
        long role = give(Role.COORDINATOR, TODAY.minusDays(40), null);
        does(() -> people.leave(person, 0, TODAY.plusDays(1)));
        does(() -> people.leave(person, 1, TODAY.plusDays(30)));

        assertThat(assignment(role).to()).isEqualTo(TODAY.plusDays(30));
    }

    @Test
    void refusesToUndoWhatHasNotHappenedAndWhatOneMayNotSee() {
        long stranger = cast.player("Annan Lokal", Role.ADMINISTRATOR, cast.organisation("Den andra"));

        assertThatThrownBy(() -> does(() -> people.stay(person, 0))).hasMessageContaining("has-not-left");
        assertThatThrownBy(() -> as(stranger, () -> {
                    people.stay(person, 0);
                    return person;
                }))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_SEEN));
    }

    @Test
    void isUndoneWithOneButtonOnThePersonsPageInBothLanguages() {
        Visitor visitor = administrator();
        String page = "/people/" + person;
        does(() -> people.leave(person, 0, TODAY));
        assertThat(visitor.get(page, "Accept-Language", "sv").body())
                .contains("Ångra att personen slutar", "365 dagar efter sista dagen");

        Answer done = visitor.submit(visitor.get(page), "form[action$=/departure/undoing]", Map.of());

        assertThat(visitor.follow(done).body()).contains("Personen är kvar", "ångrade att Vera Stannar slutar");
        assertThat(visitor.get(page).page().select("form[action$=/departure/undoing]"))
                .isEmpty();
    }

    @Test
    void replacesByItselfTheNamesThatHaveHadTheirTimeAndNoOthers() {
        long removed = gone("Ulla Borttagen", "deleted_at = now() - interval '30 days 1 minute'");
        long left = gone("Ulla Slutat", "left_on = access.today() - 366");
        long takenBack = gone("Ulla Nyss", "deleted_at = now() - interval '29 days'");
        long lately = gone("Ulla Nylig", "left_on = access.today() - 365");

        replaceOutlivedNames.execute(replaceOutlivedNames.instance("now"), null);

        assertThat(name(removed)).isEqualTo(Long.toString(removed));
        assertThat(name(left)).isEqualTo(Long.toString(left));
        assertThat(name(takenBack)).isEqualTo("Ulla Nyss");
        assertThat(name(lately)).isEqualTo("Ulla Nylig");
        assertThat(log.of("person", Long.toString(left), 5)).anySatisfy(line -> {
            assertThat(line.what()).isEqualTo("person.pseudonymised");
            assertThat(line.who().name()).isEqualTo("system");
        });
    }

    @Test
    void showsSomebodyWithoutNameAndRoleByTheNumber() {
        long left = gone("Ulla Utan", "left_on = access.today() - 366");
        replaceOutlivedNames.execute(replaceOutlivedNames.instance("now"), null);

        Answer page = administrator().get("/people/" + left);

        assertThat(page.page().select("h1").text()).isEqualTo("Person " + left);
        assertThat(page.page().select("form[action*=/people/]")).isEmpty();
    }

    private long gone(String name, String how) {
        long who = cast.person(name, own);
        cast.behind()
                .sql("update access.person set " + how + " where id = ?")
                .param(who)
                .update();
        return who;
    }

    private String name(long who) {
        return as(local, () -> people.person(who)).name();
    }

    private Visitor administrator() {
        TestPeople all = new TestPeople(itself);
        String email = UUID.randomUUID() + "@example.org";
        all.assign(all.add("Asta Hela", email, PASSWORD), Role.ADMINISTRATOR);
        Visitor visitor = new Visitor(port);
        visitor.submit(visitor.get("/sign-in"), "form[action=/sign-in]", Map.of("email", email, "password", PASSWORD));
        return visitor;
    }
}
