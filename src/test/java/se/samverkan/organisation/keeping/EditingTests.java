package se.samverkan.organisation.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samverkan.access.Role;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;
import se.samverkan.testing.TestPeople;
import se.samverkan.testing.Visitor;
import se.samverkan.testing.Visitor.Answer;

/** The rules of editing, told on the pages where people meet them: nothing that somebody wrote is lost. */
@SamverkanTest
class EditingTests {

    private static final String PASSWORD = "sju blåa hästar simmar";

    @Autowired
    TestDatabase database;

    @LocalServerPort
    int port;

    private Cast cast;
    private TestPeople people;
    private long organiser;
    private String home;
    private Visitor director;

    @BeforeEach
    void anOrganiserWithTwoSchools() {
        cast = new Cast(database);
        people = new TestPeople(database);
        organiser = cast.organisation("Provby kommun");
        home = "/organisers/" + keyOfOrganiser(organiser);
        director = signedIn(Role.EDUCATION_DIRECTOR, organiser);
    }

    @Test
    void addsAnAreaWithItsUnits() {
        long unit = cast.unit("Norra skolan", organiser);

        addArea(director, "Norra området", Map.of("unit", Long.toString(unit)));

        assertThat(new Visitor(port).get(home + "/areas").body()).contains("Norra området", "Norra skolan");
        assertThat(told("area.added")).isOne();
    }

    @Test
    void showsTheSecondOfTwoEditorsBothVersionsAndKeepsTheOwnText() {
        String form = area("Västra");
        Visitor other = signedIn(Role.COORDINATOR, organiser);
        Answer seenByFirst = director.get(form);
        Answer seenByOther = other.get(form);
        other.submit(seenByOther, formOf(form), Map.of("name", "Västra hamnen"));

        Answer refused = director.submit(seenByFirst, formOf(form), Map.of("name", "Västra staden"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.page().select("#conflict").text()).contains("Västra hamnen", "Västra staden");
        assertThat(refused.page().select("input[name=name]").val()).isEqualTo("Västra staden");
        Answer saved = director.submit(refused, formOf(form), Map.of());
        assertThat(saved.status()).isBetween(302, 303);
        assertThat(names()).containsExactly("Västra staden");
    }

    @Test
    void mergesWhatTwoPeopleChangedInDifferentFieldsAndTellsOfBoth() {
        addDays("HT 2026", "2026-08-17", "2026-12-18");
        String form = onlyForm("calendar");
        Visitor other = signedIn(Role.COORDINATOR, organiser);
        Answer seenByFirst = director.get(form);
        other.submit(other.get(form), formOf(form), Map.of("last", "2026-12-22"));

        Answer saved = director.submit(seenByFirst, formOf(form), Map.of("name", "Hösttermin"));

        assertThat(saved.location()).isEqualTo(home + "/calendar");
        assertThat(people.behind()
                        .sql("select name || ' ' || last_day from organisation.calendar_day where organiser = ?")
                        .param(organiser)
                        .query(String.class)
                        .single())
                .isEqualTo("Hösttermin 2026-12-22");
        assertThat(told("calendar.changed")).isEqualTo(2);
    }

    @Test
    void showsOnlyTheFieldsThatBothChanged() {
        addDays("HT 2026", "2026-08-17", "2026-12-18");
        String form = onlyForm("calendar");
        Answer seen = director.get(form);
        director.submit(
                director.get(form), formOf(form), Map.of("name", "Hösten", "kind", "HOLIDAY", "last", "2026-12-22"));

        Answer refused = director.submit(seen, formOf(form), Map.of("name", "Hösttermin"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.page().select("#conflict tbody th").eachText()).containsExactly("Namn");
        assertThat(refused.page().select("input[name=name]").val()).isEqualTo("Hösttermin");
        assertThat(refused.page().select("input[name=last]").val()).isEqualTo("2026-12-22");
        assertThat(refused.page().select("option[selected]").val()).isEqualTo("HOLIDAY");
    }

    @Test
    void refusesAMergeThatBreaksARuleAndGivesItBackWhole() {
        addDays("HT 2026", "2026-08-17", "2026-12-18");
        String form = onlyForm("calendar");
        Answer seen = director.get(form);
        director.submit(director.get(form), formOf(form), Map.of("first", "2026-12-01"));

        Answer refused = director.submit(seen, formOf(form), Map.of("last", "2026-11-01"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("input[name=last]").val()).isEqualTo("2026-11-01");
        assertThat(refused.page().select("input[name=first]").val()).isEqualTo("2026-12-01");
    }

    @Test
    void leavesUnitsThatSomebodyElseTickedMeanwhile() {
        long one = cast.unit("Skola ett", organiser);
        long two = cast.unit("Skola två", organiser);
        String form = area("Mitten");
        Answer seen = director.get(form);
        director.submit(director.get(form), formOf(form), Map.of("unit", Long.toString(one)));

        director.submit(seen, formOf(form), Map.of("unit", Long.toString(two)));

        assertThat(new Visitor(port).get(home + "/areas").body()).contains("Skola ett", "Skola två");
    }

    @Test
    void countsTheSameFormOnceHoweverOftenItIsSent() throws Exception {
        Answer form = director.get(home + "/areas/new");
        Callable<Answer> send = () -> director.submit(form, formOf(home + "/areas"), Map.of("name", "Södra"));
        try (var senders = Executors.newFixedThreadPool(4)) {
            List<Future<Answer>> answers = senders.invokeAll(List.of(send, send, send, send));
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().location()).isEqualTo(home + "/areas");
            }
        }

        assertThat(names()).containsExactly("Södra");
        assertThat(told("area.added")).isOne();
    }

    @Test
    void refusesAFormThatDoesNotSayWhichVersionItSaw() {
        String form = area("Östra");
        Answer seen = director.get(form);

        assertThat(director.submit(seen, formOf(form), Map.of("version", "")).status())
                .isEqualTo(428);
    }

    @Test
    void givesARefusedFormBackWhole() {
        Answer form = director.get(home + "/calendar/new");

        Answer refused = director.submit(
                form,
                formOf(home + "/calendar"),
                Map.of("kind", "HOLIDAY", "name", "Sportlov", "first", "i mars", "last", "2027-03-05"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#error-summary").text()).contains("2027-03-12");
        assertThat(refused.page().select("input[name=name]").val()).isEqualTo("Sportlov");
        assertThat(refused.page().select("input[name=first]").val()).isEqualTo("i mars");
        assertThat(refused.page().select("option[selected]").val()).isEqualTo("HOLIDAY");
    }

    @Test
    void undoesARemovalFromTheNoticeAndFromTheBin() {
        String form = area("Borttaget");
        Answer list = director.follow(director.submit(director.get(form), formOf(form + "/remove"), Map.of()));
        assertThat(list.body()).contains("Borttaget är borttagen.", "Ångra");
        assertThat(names()).isEmpty();

        director.submit(list, "form[action^=" + home + "/bin/area]", Map.of());
        assertThat(names()).containsExactly("Borttaget");

        director.submit(director.get(form), formOf(form + "/remove"), Map.of());
        Answer bin = director.get(home + "/bin");
        director.submit(bin, "form[action^=" + home + "/bin/area]", Map.of());
        assertThat(names()).containsExactly("Borttaget");
        assertThat(told("area.restored")).isEqualTo(2);
    }

    @Test
    void keepsARemovalInTheBinFor30DaysAndNoLonger() {
        String form = area("Gammalt");
        director.submit(director.get(form), formOf(form + "/remove"), Map.of());
        Answer bin = director.get(home + "/bin");
        people.behind()
                .sql(
                        "update organisation.area set deleted_at = now() - interval '30 days 1 minute' where organiser = ?")
                .param(organiser)
                .update();

        assertThat(director.get(home + "/bin").body()).contains("Papperskorgen är tom");
        assertThat(director.submit(bin, "form[action^=" + home + "/bin/area]", Map.of())
                        .status())
                .isEqualTo(422);
        assertThat(names()).isEmpty();
    }

    @Test
    void asksForTheRightBeforeItShowsAForm() {
        String form = area("Stängt");
        Visitor foreign = signedIn(Role.EDUCATION_DIRECTOR, cast.organisation("Grannkommun"));
        Visitor staff = signedIn(Role.STAFF, organiser);

        for (Visitor visitor : List.of(foreign, staff)) {
            assertThat(visitor.get(home + "/areas/new").status()).isEqualTo(403);
            assertThat(visitor.get(form).status()).isEqualTo(403);
            assertThat(visitor.get(home + "/calendar/new").status()).isEqualTo(403);
            assertThat(visitor.get(home + "/bin").status()).isEqualTo(403);
            assertThat(visitor.get(home + "/areas").body()).contains("Stängt").doesNotContain("/areas/new");
        }
        assertThat(new Visitor(port).get(home + "/areas/new").location()).startsWith("/sign-in");
    }

    @Test
    void refusesTwoTermsAtOnceAndSaysWhichIsInTheWay() {
        addDays("HT 2026", "2026-08-17", "2026-12-18");

        Answer refused = addDays("Jultermin", "2026-12-18", "2027-01-08");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#error-summary").text()).contains("HT 2026");
    }

    @Test
    void tellsWhatCameBeforeAndAfterOnBothUnits() {
        String old = keyOf(cast.unit("Gamla skolan", organiser));
        String now = keyOf(cast.unit("Nya skolan", organiser));
        String list = "/units/" + old + "/succession";

        Answer saved = director.submit(
                director.get(list + "/new"),
                formOf(list),
                Map.of(
                        "kind",
                        "MERGED",
                        "direction",
                        "after",
                        "other",
                        now,
                        "day",
                        "2024-07-01",
                        "note",
                        "Beslut i nämnden."));

        assertThat(saved.status()).isBetween(302, 303);
        Visitor anybody = new Visitor(port);
        assertThat(anybody.get(list).body()).contains("Slogs ihop den 1 juli 2024", "Nya skolan", "Beslut i nämnden.");
        assertThat(anybody.get("/units/" + now + "/succession").body())
                .contains("Bildades den 1 juli 2024", "Gamla skolan");
        assertThat(told("succession.added")).isOne();
    }

    @Test
    void saysWhatASchoolUnitCodeIsWhenItFindsNone() {
        String unit = keyOf(cast.unit("Ensamma skolan", organiser));
        String list = "/units/" + unit + "/succession";

        Answer refused = director.submit(
                director.get(list + "/new"),
                formOf(list),
                Map.of(
                        "kind",
                        "MERGED",
                        "direction",
                        "after",
                        "other",
                        "1234567",
                        "day",
                        "2024-07-01",
                        "note",
                        "Vet ej."));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().text()).contains("Vi hittar ingen skolenhet med koden 1234567", "åtta siffror");
        assertThat(refused.page().select("textarea[name=note]").text()).isEqualTo("Vet ej.");
    }

    @Test
    void speaksEnglishToo() {
        area("Two tongues");
        Visitor english = signedIn(Role.EDUCATION_DIRECTOR, organiser);
        english.get("/preferences?language=en&back=/");

        assertThat(Stream.of("/areas", "/calendar", "/bin", "/areas/new", "/calendar/new")
                        .map(path -> english.get(home + path)))
                .allSatisfy(page ->
                        assertThat(page.page().select("html").attr("lang")).isEqualTo("en"));
    }

    private String area(String name) {
        addArea(director, name, Map.of());
        return onlyForm("areas");
    }

    private String onlyForm(String of) {
        return director.get(home + "/" + of).page().select("a[href^=" + home + "/" + of + "/]").stream()
                .map(link -> link.attr("href"))
                .filter(href -> href.matches(".*/\\d+"))
                .findFirst()
                .orElseThrow();
    }

    private void addArea(Visitor visitor, String name, Map<String, String> more) {
        Map<String, String> written = new java.util.HashMap<>(more);
        written.put("name", name);
        Answer saved = visitor.submit(visitor.get(home + "/areas/new"), formOf(home + "/areas"), written);
        assertThat(saved.location()).isEqualTo(home + "/areas");
    }

    private Answer addDays(String name, String first, String last) {
        return director.submit(
                director.get(home + "/calendar/new"),
                formOf(home + "/calendar"),
                Map.of("kind", "TERM", "name", name, "first", first, "last", last));
    }

    private List<String> names() {
        return people.behind()
                .sql("select name from organisation.area where organiser = ? and deleted_at is null order by name")
                .param(organiser)
                .query(String.class)
                .list();
    }

    private long told(String what) {
        return people.behind()
                .sql("select count(*) from records.audit_entry where organisation = ? and what = ?")
                .params(organiser, what)
                .query(Long.class)
                .single();
    }

    private String keyOfOrganiser(long id) {
        return people.behind()
                .sql("select key from organisation.organisation where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private String keyOf(long unit) {
        return people.behind()
                .sql("select key from organisation.unit where id = ?")
                .param(unit)
                .query(String.class)
                .single();
    }

    private static String formOf(String action) {
        return "form[action=" + action + "]";
    }

    private Visitor signedIn(Role role, long organisation) {
        String email = UUID.randomUUID() + "@prov.example";
        long person = people.add("Prov " + role, email, PASSWORD);
        cast.assign(person, role, organisation, null);
        Visitor visitor = new Visitor(port);
        visitor.submit(visitor.get("/sign-in"), "form[action=/sign-in]", Map.of("email", email, "password", PASSWORD));
        return visitor;
    }
}
