package se.samverkan.programme.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samverkan.access.Role;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.Variant;
import se.samverkan.testing.Cast;
import se.samverkan.testing.QueryCount;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;
import se.samverkan.testing.TestPeople;
import se.samverkan.testing.Visitor;
import se.samverkan.testing.Visitor.Answer;

/** Programmes are read by whoever is signed in, and drawn up on pages without script by their keepers. */
@SamverkanTest
class VariantPagesTests {

    private static final String PASSWORD = "sju blåa hästar simmar";

    @Autowired
    TestDatabase itself;

    @Autowired
    Variants variants;

    @LocalServerPort
    int port;

    private TestPeople people;
    private Visitor keeper;
    private String key;

    @BeforeEach
    void aKeeper() {
        people = new TestPeople(itself);
        keeper = signedIn(Role.ADMINISTRATOR);
        key = "p" + System.nanoTime();
    }

    @Test
    void showsWhoeverIsSignedInWhatAProgrammeSays() {
        Visitor teacher = signedIn(Role.HEAD_TEACHER);
        assertThat(teacher.get("/programmes").page().select(".card").text()).contains("SBS", "KSBS");
        Answer shown = teacher.get("/programmes/ksbs");
        assertThat(shown.page().select("main").text()).contains("Termin 1–2", "6 träffar", "Grundskolechef");
        assertThat(shown.page().select("ol.meetings").get(0).select("> li")).hasSize(6);
        assertThat(teacher.get("/programmes/ksbs/draft").status()).isEqualTo(403);
        assertThat(new Visitor(port).get("/programmes/ksbs").location()).startsWith("/sign-in");
    }

    @Test
    void speaksEnglishToWhoeverReadsEnglish() {
        keeper.post("/language", Map.of("language", "en"));
        Answer shown = keeper.get("/programmes/sbs", "Cookie", "language=en-GB");
        assertThat(shown.page().select("h2").text()).contains("Current-state analysis");
    }

    @Test
    void asksTheDatabaseAFewThingsHoweverMuchAProgrammeSays() {
        assertThat(QueryCount.of(() -> keeper.get("/programmes/sbs"))).isLessThanOrEqualTo(24);
        assertThat(QueryCount.of(() -> keeper.get("/programmes"))).isLessThanOrEqualTo(24);
        inheriting();
        assertThat(QueryCount.of(() -> keeper.get(draft()))).isLessThanOrEqualTo(24);
        assertThat(QueryCount.of(() -> keeper.get(part("phases/plan")))).isLessThanOrEqualTo(24);
    }

    @Test
    void drawsUpAnEmptyOneUntilItCanBePublished() {
        begin("EMPTY", "");
        assertThat(keeper.get(draft()).page().select("#publish ~ ul li")).hasSize(4);

        save("", Map.of("purpose", "Att pröva något nytt.", "levels", "SCHOOL"));
        add("entry", "approvals", "HEAD_TEACHER");
        Answer phase = add("", "phases", "Vi börjar");
        assertThat(phase.path()).isEqualTo(part("phases/vi-borjar"));
        save("phases/vi-borjar", Map.of("purpose", "Att komma igång.", "terms", "2"));
        add("phases/vi-borjar", "steps", "Träffas");
        save(
                "phases/vi-borjar/steps/traffas",
                Map.of("role", "HEAD_TEACHER", "levels", "SCHOOL", "help", "Boka en tid.", "askRole", "ANALYST"));

        Answer whole = keeper.get(draft());
        assertThat(whole.page().select("#publish ~ ul li").text()).isEmpty();
        assertThat(variants.newest(key)).isEmpty();
        keeper.submit(whole, "form[action$=/publication]", Map.of("reason", "Första försöket"));

        Variant published =
                variants.read(key, variants.newest(key).orElseThrow()).orElseThrow();
        assertThat(published.phases()).extracting(Phase::key).containsExactly("vi-borjar");
        assertThat(published.length()).isEqualTo(2);
        assertThat(variants.find(key)).isPresent();
        assertThat(keeper.get("/programmes/" + key + "/versions").page().text()).contains("Första försöket");
        assertThat(told("variant.published")).isOne();
    }

    @Test
    void showsWhatALocalProgrammeChanges() {
        inheriting();
        save("entry", Map.of("daysToAnswer", "10"));
        keeper.submit(keeper.get(draft()), "form[action$=/publication]", Map.of());
        Answer shown = keeper.get("/programmes/" + key);
        assertThat(shown.page().select("section[aria-labelledby=changes] tr").text())
                .contains("Så kommer man in › Dagar att svara 21 10");
        assertThat(keeper.get("/programmes/" + key + "/file").body())
                .isEqualTo("key: %s\ninherits: {variant: ksbs, version: 1}\nname: Norr\nentry:\n  daysToAnswer: 10\n"
                        .formatted(key));
    }

    @Test
    void tellsWhatIsWrongInAFieldAndKeepsWhatWasWritten() {
        inheriting();
        Answer refused = send("phases/plan", Map.of("name", "", "terms", "0", "purpose", "Något nytt"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#error-summary li")).hasSize(2);
        assertThat(refused.page().select("textarea[name=purpose]").text()).isEqualTo("Något nytt");
    }

    @Test
    void movesAPhaseAndTakesOneAway() {
        inheriting();
        Answer root = keeper.get(draft() + "/part");
        keeper.submit(root, "form[action$=/place]:has(input[name=thing][value=follow-up])", Map.of());
        Answer gone = keeper.get(part("phases/plan"));
        keeper.submit(gone, "form[action$=/removal]", Map.of());
        assertThat(keeper.get(draft() + "/file").body()).contains("phases:\n  - key: plan\n    removed: true\n");
        assertThat(keeper.get(draft())
                        .page()
                        .select("section[aria-labelledby=publish] li")
                        .text())
                .contains("Det finns ingen fas med nyckeln plan");
        assertThat(told("variant.changed")).isEqualTo(2);
    }

    @Test
    void putsBackWhatWasTakenAwayWhereItStood() {
        inheriting();
        String before = keeper.get(draft() + "/file").body();
        Answer gone = keeper.submit(keeper.get(part("phases/plan")), "form[action$=/removal]", Map.of());
        assertThat(gone.location()).endsWith("#taken-away");
        Answer root = keeper.get(draft() + "/part");
        assertThat(root.page().select("section[aria-labelledby=taken-away] li").text())
                .contains("Åtgärdsplan och insatser");
        keeper.submit(root, "form[action$=/restoration]", Map.of());
        assertThat(keeper.get(draft() + "/file").body()).isEqualTo(before);
        Answer again = keeper.get(draft() + "/part");
        assertThat(again.page().select("section[aria-labelledby=taken-away]")).isEmpty();
        assertThat(keeper.submit(
                                root,
                                "form[action$=/restoration]",
                                Map.of("once", java.util.UUID.randomUUID().toString()))
                        .status())
                .as("what is back is not put back once more")
                .isEqualTo(422);
    }

    @Test
    void marksInTheFormWhatIsInherited() {
        inheriting();
        save("entry", Map.of("daysToAnswer", "10"));
        Answer entry = keeper.get(part("entry"));
        assertThat(entry.page().text()).contains("Ärvt från");
        assertThat(entry.page()
                        .select("div.field:has(input[name=daysToAnswer])")
                        .text())
                .doesNotContain("Ärvt från");
        begin("EMPTY", "", key + "c");
        assertThat(keeper.get("/programmes/" + key + "c/draft/part").page().text())
                .doesNotContain("Ärvt från");
    }

    @Test
    void letsTwoChangeDifferentFieldsAtOnceAndLosesNothing() {
        inheriting();
        Visitor other = signedIn(Role.ADMINISTRATOR);
        Answer mine = keeper.get(part("entry"));
        Answer theirs = other.get(part("phases/plan"));
        keeper.submit(mine, form("entry"), withBoxes(mine, Map.of("daysToAnswer", "11")));
        Answer saved = other.submit(theirs, form("phases/plan"), withBoxes(theirs, Map.of("terms", "3")));
        assertThat(saved.status()).isEqualTo(303);
        assertThat(keeper.get(draft() + "/file").body()).contains("daysToAnswer: 11", "terms: 3");
    }

    @Test
    void showsBothTextsWhenTwoChangeTheSameField() {
        inheriting();
        Visitor other = signedIn(Role.ADMINISTRATOR);
        Answer mine = keeper.get(part("phases/plan"));
        Answer theirs = other.get(part("phases/plan"));
        keeper.submit(mine, form("phases/plan"), Map.of("purpose", "Min text"));
        Answer stale = other.submit(theirs, form("phases/plan"), Map.of("purpose", "Deras text"));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.page().select("#conflict").text()).contains("Min text", "Deras text", "Vad fasen är till för");
        other.submit(stale, form("phases/plan"), Map.of());
        assertThat(keeper.get(draft() + "/file").body()).contains("Deras text");
    }

    @Test
    void takesNothingAwayThatAnotherHasJustChanged() {
        inheriting();
        Answer before = keeper.get(part("phases/plan"));
        save("phases/plan", Map.of("terms", "4"));
        Answer stale = keeper.submit(before, "form[action$=/removal]", Map.of());
        assertThat(stale.status()).isEqualTo(409);
        assertThat(keeper.get(part("phases/plan")).status()).isEqualTo(200);
    }

    @Test
    void addsOnceHoweverOftenTheFormIsSent() {
        inheriting();
        Answer root = keeper.get(draft() + "/part");
        String form = "form[action$=/things]:has(input[value=phases])";
        String first =
                keeper.submit(root, form, Map.of("new-phases", "Efterspel")).location();
        assertThat(keeper.submit(root, form, Map.of("new-phases", "Efterspel")).location())
                .isEqualTo(first);
        assertThat(keeper.get(draft() + "/part").page().select("#list-phases ~ ol li"))
                .hasSize(4);
    }

    @Test
    void doesNotChangeWhatComesWithTheSystem() {
        Answer list = keeper.get("/programmes/sbs");
        assertThat(list.page().select("form[action=/programmes/sbs/draft]")).isEmpty();
        assertThat(list.page().select("a[href=/programmes/new?from=sbs]")).hasSize(1);
    }

    @Test
    void triesAFileBeforeItIsTakenIn() {
        Answer choose = keeper.get("/programmes/import");
        Answer tried = keeper.upload(
                choose,
                "form[enctype]",
                Map.of(),
                "file",
                "norr.yaml",
                "key: %s\ninherits: {variant: ksbs, version: 1}\nname: Norr\nlightMode: true".formatted(key));
        assertThat(tried.page().select("main").text()).contains("Norr", "Filen blir ett utkast");
        assertThat(keeper.get(draft()).status()).isEqualTo(404);
        Answer taken = keeper.submit(tried, "form[action$=/taking]", Map.of());
        assertThat(taken.location()).isEqualTo(draft());
        assertThat(told("variant.taken-in")).isOne();

        Answer again = keeper.upload(
                choose,
                "form[enctype]",
                Map.of(),
                "file",
                "norr.yaml",
                "key: %s\ninherits: {variant: ksbs, version: 1}\nname: Norr".formatted(key));
        assertThat(again.page().select("tbody tr").text()).contains("korta formulär ja nej");
    }

    @Test
    void takesNoFileInOverADraftThatWasChangedSinceItWasTried() {
        inheriting();
        Answer tried = keeper.upload(
                keeper.get("/programmes/import"),
                "form[enctype]",
                Map.of(),
                "file",
                "norr.yaml",
                "key: %s\ninherits: {variant: ksbs, version: 1}\nname: Söder".formatted(key));
        save("entry", Map.of("daysToAnswer", "8"));
        Answer refused = keeper.submit(tried, "form[action$=/taking]", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("main").text()).contains("Någon annan har ändrat utkastet", "8 21");
        assertThat(keeper.submit(refused, "form[action$=/taking]", Map.of()).location())
                .isEqualTo(draft());
        assertThat(keeper.get(draft() + "/file").body()).contains("name: Söder").doesNotContain("daysToAnswer");
    }

    @Test
    void tellsEveryFaultOfAFileWithItsLine() {
        Answer refused = keeper.upload(
                keeper.get("/programmes/import"),
                "form[enctype]",
                Map.of(),
                "file",
                "fel.yaml",
                "key: fel\nname: Fel\nlevels: [SKOLA]\nfaser: 1\n");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".notice.error li").eachText())
                .anyMatch(text -> text.startsWith("Rad 3."))
                .anyMatch(text -> text.startsWith("Rad 4."));
        assertThat(refused.page().select("form[action$=/taking]")).isEmpty();
    }

    @Test
    void previewsTheDraftAsAHeadTeacherMeetsIt() {
        inheriting();
        Answer preview = keeper.get(draft() + "/preview?role=HEAD_TEACHER");
        assertThat(preview.page().select("h1").text()).contains("Rektor");
        assertThat(preview.page().select("main").text())
                .contains("Svar inom 21 dagar", "Alla behöver säga ja", "Utse arbetsgruppen", "Fastställ: Åtgärdsplan");
    }

    @Test
    void movesADraftToANewerVersionOfItsParentAndKeepsItsOwn() {
        String parent = key;
        begin("COPY", "ksbs");
        keeper.submit(keeper.get(draft()), "form[action$=/publication]", Map.of());
        key = key + "b";
        begin("INHERIT", parent);
        save("entry", Map.of("daysToAnswer", "7"));
        String child = key;
        key = parent;
        keeper.submit(keeper.get("/programmes/" + key), "form[action$=/draft]", Map.of());
        save("phases/plan", Map.of("terms", "3"));
        keeper.submit(keeper.get(draft()), "form[action$=/publication]", Map.of());
        key = child;
        Answer draft = keeper.get(draft());
        assertThat(draft.page()
                        .select("section[aria-labelledby=newer] tbody tr")
                        .text())
                .isEqualTo("Faser › Åtgärdsplan och insatser › Antal terminer 2 3");
        keeper.submit(draft, "form[action$=/draft/parent]", Map.of());
        assertThat(keeper.get(draft() + "/file").body())
                .contains("{variant: " + parent + ", version: 2}", "daysToAnswer: 7")
                .doesNotContain("terms: 3");
    }

    @Test
    void letsNoSelectionRoundBeginWithADraft() {
        inheriting();
        new Cast(itself).agency("Skolmyndighet");
        people.behind()
                .sql("insert into statistics.covered (indicator, period) values (2, 20245) on conflict do nothing")
                .update();
        Visitor officer = signedIn(Role.PROGRAMME_OFFICER);
        Answer form = officer.get("/selection/new");
        assertThat(form.page().select("select[name=variant] option").eachAttr("value"))
                .contains("sbs", "ksbs")
                .doesNotContain(key);
        Answer refused = officer.submit(form, "form[action=/selection]", Map.of("variant", key));
        assertThat(refused.page().select("#error-summary").text()).contains("Välj ett program som är publicerat");
    }

    @Test
    void publishesItsSchema() {
        Answer schema = new Visitor(port).get("/programmes/schema.json");
        assertThat(schema.status()).isEqualTo(200);
        assertThat(schema.body()).contains("2020-12/schema", "Antal terminer");
    }

    private void inheriting() {
        begin("INHERIT", "ksbs");
    }

    private void begin(String beginning, String from) {
        begin(beginning, from, key);
    }

    private void begin(String beginning, String from, String key) {
        Answer made = keeper.submit(
                keeper.get("/programmes/new"),
                "form[action=/programmes]",
                Map.of("name", "Norr", "key", key, "beginning", beginning, "from", from));
        assertThat(made.location()).isEqualTo("/programmes/" + key + "/draft");
    }

    private void save(String at, Map<String, String> written) {
        assertThat(send(at, written).status()).isEqualTo(303);
    }

    private Answer send(String at, Map<String, String> written) {
        Answer page = keeper.get(part(at));
        return keeper.submit(page, form(at), withBoxes(page, written));
    }

    /** A visitor sends no box that is ticked by itself; one of each kind is enough here. */
    private static Map<String, String> withBoxes(Answer page, Map<String, String> written) {
        Map<String, String> all = new HashMap<>();
        page.page()
                .select("main form input[type=checkbox][checked]")
                .forEach(box -> all.put(box.attr("name"), box.val()));
        all.putAll(written);
        return all;
    }

    private Answer add(String at, String list, String name) {
        Answer page = keeper.get(part(at));
        return keeper.follow(keeper.submit(
                page, "form[action$=/things]:has(input[name=list][value=" + list + "])", Map.of("new-" + list, name)));
    }

    private String draft() {
        return "/programmes/" + key + "/draft";
    }

    private String part(String at) {
        return draft() + "/part" + (at.isEmpty() ? "" : "?at=" + at);
    }

    private static String form(String at) {
        return "form[action$=/part]" + (at.isEmpty() ? "" : ":has(input[name=at][value=" + at + "])");
    }

    private long told(String what) {
        return people.behind()
                .sql("select count(*) from records.audit_entry where what = ? and subject_id = ?")
                .params(what, key)
                .query(Long.class)
                .single();
    }

    private Visitor signedIn(@Nullable Role role) {
        String email = "person" + System.nanoTime() + "@prov.example";
        long person = people.add("Person Prov", email, PASSWORD);
        if (role != null) {
            people.assign(person, role);
        }
        Visitor visitor = new Visitor(port);
        visitor.submit(visitor.get("/sign-in"), "form[action=/sign-in]", Map.of("email", email, "password", PASSWORD));
        return visitor;
    }
}
