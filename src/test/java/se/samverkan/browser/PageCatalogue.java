package se.samverkan.browser;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samverkan.access.Role;
import se.samverkan.statistics.InventedFigures;

/**
 * Every page of the application, by the address at which the tests' invented country shows it. A page that is not here
 * has not been tried: a new page is a new line.
 */
final class PageCatalogue {

    /** What is done on the page of the address, which leads to the page that is meant; answers with what came. */
    @FunctionalInterface
    interface Deed {
        Response on(Reader reader);
    }

    /**
     * A page to visit.
     *
     * @param name what its files are called
     * @param path its address
     * @param who the role of the person who visits it, or null for somebody who is not signed in
     * @param status what it answers
     * @param deed what is done there, or null where it is only opened
     */
    record Entry(
            String name,
            String path,
            @Nullable Role who,
            int status,
            @Nullable Deed deed) {

        /** Goes there, and answers with what came. */
        Response visit(Reader reader, World world) {
            if (who != null) {
                reader.signIn(Residents.email(who));
            }
            Response opened = reader.open(world.place(path));
            return deed == null ? opened : deed.on(reader);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final String ORGANISER = "/organisers/" + InventedWorld.ORGANISER;

    private PageCatalogue() {}

    static List<Entry> all() {
        return List.of(
                open("start", "/"),
                signedIn("start-administrator", "/", Role.ADMINISTRATOR),
                open("about", "/about"),
                open("accessibility", "/accessibility"),
                open("problem-type", "/problems/stale"),
                refused("not-found", "/no/such/page", null, 404),
                open("sign-in", "/sign-in"),
                open("search", "/search?q=sko"),
                open("search-misspelled", "/search?q=pohittade+sklan"),
                open("search-nothing", "/search?q=xyzzyx"),
                open("schools", "/schools"),
                open("unit", "/units/" + InventedFigures.school(0)),
                open("unit-upper-secondary", "/units/" + InventedFigures.gymnasium(0)),
                open("unit-preschool", "/units/" + InventedFigures.preschool(0)),
                open("indicator", "/units/" + InventedFigures.school(0) + "/indicators/gr9-merit"),
                signedIn("unit-administrator", "/units/" + InventedFigures.school(0), Role.ADMINISTRATOR),
                open("organiser", ORGANISER),
                open("municipality", "/municipalities/" + InventedWorld.MUNICIPALITY),
                open("country", "/country"),
                open("areas", ORGANISER + "/areas"),
                signedIn("areas-administrator", ORGANISER + "/areas", Role.ADMINISTRATOR),
                signedIn("area", ORGANISER + "/areas/1", Role.ADMINISTRATOR),
                open("calendar", ORGANISER + "/calendar"),
                signedIn("calendar-administrator", ORGANISER + "/calendar", Role.ADMINISTRATOR),
                signedIn("calendar-new", ORGANISER + "/calendar/new", Role.ADMINISTRATOR),
                signedIn("organisations", "/organisations", Role.ADMINISTRATOR),
                signedIn("organisations-new", "/organisations/new", Role.ADMINISTRATOR),
                signedIn("bin", ORGANISER + "/bin", Role.ADMINISTRATOR),
                open("succession", "/units/" + InventedFigures.school(0) + "/succession"),
                signedIn(
                        "succession-new",
                        "/units/" + InventedFigures.school(0) + "/succession/new",
                        Role.ADMINISTRATOR),
                signedIn("me", "/me", Role.HEAD_TEACHER),
                signedIn("imports-demonstration", "/imports", Role.ADMINISTRATOR),
                new Entry("imports-demonstration-refused", "/imports", Role.ADMINISTRATOR, 422, PageCatalogue::fetch),
                new Entry("conflict", "/people/{staff}/edit", Role.ADMINISTRATOR, 409, PageCatalogue::saveWhatIsStale),
                refused("failure", "/broken", null, 500),
                signedIn("tokens", "/tokens", Role.ADMINISTRATOR),
                signedIn("tokens-new", "/tokens/new", Role.ADMINISTRATOR),
                signedIn("audit", "/audit", Role.ADMINISTRATOR),
                signedIn("rights", "/rights", Role.ADMINISTRATOR),
                signedIn("person-departure", "/people/{head-teacher}/departure", Role.ADMINISTRATOR),
                signedIn("people", "/people", Role.ADMINISTRATOR),
                signedIn("people-new", "/people/new", Role.ADMINISTRATOR),
                signedIn("person", "/people/{head-teacher}", Role.ADMINISTRATOR),
                signedIn("partnership-people", "/partnerships/{staffed}/people", Role.PROGRAMME_OFFICER),
                signedIn("partnership-people-facilitator", "/partnerships/{staffed}/people", Role.PROCESS_FACILITATOR),
                signedIn(
                        "partnership-people-new",
                        "/partnerships/{staffed}/people/new?role=PROCESS_FACILITATOR&unit=",
                        Role.PROGRAMME_OFFICER),
                new Entry(
                        "partnership-people-refused",
                        "/partnerships/{staffed}/people/new?role=PROCESS_FACILITATOR&unit=",
                        Role.PROGRAMME_OFFICER,
                        422,
                        PageCatalogue::staffNobody),
                signedIn("partnership-role", "/partnerships/{staffed}/people/{leaver}", Role.PROGRAMME_OFFICER),
                signedIn("partnership-facilitators", "/partnerships/facilitators", Role.PROGRAMME_OFFICER),
                signedIn("partnership-handovers", "/partnerships/{staffed}/handovers", Role.PROGRAMME_OFFICER),
                signedIn(
                        "partnership-handover-leaver", "/partnerships/{staffed}/handovers/new", Role.PROGRAMME_OFFICER),
                signedIn(
                        "partnership-handover-new",
                        "/partnerships/{staffed}/handovers/new?leaver={leaver}",
                        Role.PROGRAMME_OFFICER),
                signedIn(
                        "partnership-handover", "/partnerships/{staffed}/handovers/{handover}", Role.PROGRAMME_OFFICER),
                signedIn(
                        "partnership-handover-read",
                        "/partnerships/{staffed}/handovers/{handover}",
                        Role.PROCESS_FACILITATOR),
                signedIn("selection", "/selection", Role.PROGRAMME_OFFICER),
                signedIn("selection-new", "/selection/new", Role.PROGRAMME_OFFICER),
                signedIn("selection-round", "/selection/1", Role.PROGRAMME_OFFICER),
                signedIn("selection-people", "/selection/1/people", Role.PROGRAMME_OFFICER),
                signedIn("selection-criteria", "/selection/1/criteria", Role.PROGRAMME_OFFICER),
                signedIn("selection-criterion", "/selection/1/criteria/2", Role.PROGRAMME_OFFICER),
                signedIn("selection-candidates", "/selection/1/candidates?show=ALL", Role.PROGRAMME_OFFICER),
                signedIn(
                        "selection-candidate",
                        "/selection/1/candidates/" + InventedFigures.school(0),
                        Role.PROGRAMME_OFFICER),
                signedIn("selection-exclusions", "/selection/1/exclusions", Role.PROGRAMME_OFFICER),
                signedIn(
                        "selection-exclusion",
                        "/selection/1/exclusions/new?unit=" + InventedFigures.school(0),
                        Role.PROGRAMME_OFFICER),
                signedIn("selection-notes", "/selection/1/notes", Role.PROGRAMME_OFFICER),
                signedIn(
                        "selection-note",
                        "/selection/1/notes/new?unit=" + InventedFigures.school(0),
                        Role.PROGRAMME_OFFICER),
                signedIn("selection-note-list", "/selection/1/notes/list", Role.PROGRAMME_OFFICER),
                signedIn("selection-round-assessor", "/selection/1", Role.ASSESSOR),
                signedIn("selection-assessments", "/selection/1/assessments?show=ALL", Role.ASSESSOR),
                signedIn(
                        "selection-assessment", "/selection/1/assessments/" + InventedFigures.school(3), Role.ASSESSOR),
                signedIn(
                        "selection-assessment-finished",
                        "/selection/1/assessments/" + InventedFigures.school(15),
                        Role.ASSESSOR),
                signedIn("selection-basis-open", "/selection/1/basis", Role.PROGRAMME_OFFICER),
                signedIn("selection-plan-new", "/selection/1/plan", Role.PROGRAMME_OFFICER),
                signedIn("selection-draw-open", "/selection/1/draw", Role.PROGRAMME_OFFICER),
                signedIn("selection-choice", "/selection/1/choice", Role.PROGRAMME_OFFICER),
                signedIn("selection-round-allotted", "/selection/2", Role.PROGRAMME_OFFICER),
                signedIn("selection-basis", "/selection/2/basis", Role.PROGRAMME_OFFICER),
                signedIn("selection-plan", "/selection/2/plan", Role.PROGRAMME_OFFICER),
                signedIn("selection-proof", "/selection/2/draw", Role.PROGRAMME_OFFICER),
                signedIn("selection-allotment", "/selection/2/allotment", Role.PROGRAMME_OFFICER),
                signedIn("selection-decision-early", "/selection/1/decision", Role.PROGRAMME_OFFICER),
                signedIn("selection-decision-made", "/selection/2/decision", Role.PROGRAMME_OFFICER),
                signedIn("selection-decision-waiting", "/selection/3/decision", Role.DECIDER),
                new Entry(
                        "selection-decision-refused",
                        "/selection/3/decision",
                        Role.DECIDER,
                        422,
                        reader -> reader.send("main form[action$='/decision']")),
                signedIn("selection-proposal", "/selection/{unproposed}/proposal", Role.PROGRAMME_OFFICER),
                signedIn("selection-replacement", "/selection/2/offers/{offered}/replacement", Role.PROGRAMME_OFFICER),
                open("draw", "/draws/{draw}"),
                signedIn("selection-sharing-early", "/selection/3/sharing", Role.PROGRAMME_OFFICER),
                signedIn("selection-sharing", "/selection/2/sharing", Role.PROGRAMME_OFFICER),
                signedIn("selection-offers", "/selection/2/offers", Role.PROGRAMME_OFFICER),
                signedIn("selection-closing", "/selection/1/closing", Role.PROGRAMME_OFFICER),
                signedIn("selection-shared-decision", "/selection/decisions/2", Role.EDUCATION_DIRECTOR),
                signedIn("selection-registered", "/selection/decisions/2", Role.REGISTRAR),
                open("draws", "/draws"),
                signedIn("selection-allotment-assessed", "/selection/3/allotment", Role.PROGRAMME_OFFICER),
                signedIn("selection-research", "/selection/research", Role.EVALUATOR),
                signedIn("selection-inviting", "/selection/1/invitation", Role.PROGRAMME_OFFICER),
                new Entry(
                        "selection-inviting-refused",
                        "/selection/1/invitation",
                        Role.PROGRAMME_OFFICER,
                        422,
                        PageCatalogue::inviteForYesterday),
                signedIn("selection-inviting-frozen", "/selection/2/invitation", Role.PROGRAMME_OFFICER),
                signedIn("selection-inviting-assessor", "/selection/1/invitation", Role.ASSESSOR),
                signedIn("selection-invited", "/selection/4/invitation", Role.PROGRAMME_OFFICER),
                signedIn("selection-invited-round", "/selection/4", Role.PROGRAMME_OFFICER),
                signedIn("selection-invited-exclusions", "/selection/4/exclusions", Role.PROGRAMME_OFFICER),
                signedIn("selection-invited-basis", "/selection/4/basis", Role.PROGRAMME_OFFICER),
                signedIn("selection-request", "/selection/4/requests/1", Role.PROGRAMME_OFFICER),
                new Entry(
                        "selection-request-refused",
                        "/selection/4/requests/1",
                        Role.PROGRAMME_OFFICER,
                        422,
                        PageCatalogue::declineWithoutWords),
                signedIn("selection-organiser", "/selection", Role.EDUCATION_DIRECTOR),
                signedIn("selection-registrar", "/selection", Role.REGISTRAR),
                signedIn("selection-invitation", "/selection/invitations/{invitation}", Role.EDUCATION_DIRECTOR),
                new Entry(
                        "selection-invitation-refused",
                        "/selection/invitations/{invitation}",
                        Role.EDUCATION_DIRECTOR,
                        422,
                        PageCatalogue::proposeNothing),
                signedIn("selection-invitation-passed", "/selection/invitations/{passed}", Role.EDUCATION_DIRECTOR),
                refused("selection-invitation-hidden", "/selection/invitations/{invitation}", Role.HEAD_TEACHER, 404),
                signedIn("person-role", "/people/{head-teacher}/assignments/new", Role.ADMINISTRATOR),
                refused("people-refused", "/people", Role.STAFF, 403));
    }

    /** The pages that only a real database has, and what came of imports and fetches in it. */
    static List<Entry> ofReal() {
        return List.of(
                signedIn("imports", "/imports", Role.ADMINISTRATOR),
                signedIn("imports-read-only", "/imports", Role.AUDITOR),
                signedIn("receipt-done", "/imports/{done}", Role.ADMINISTRATOR),
                signedIn("receipt-known", "/imports/{known}", Role.ADMINISTRATOR),
                signedIn("receipt-tried", "/imports/{tried}", Role.ADMINISTRATOR),
                signedIn("receipt-errors", "/imports/{errors}", Role.ADMINISTRATOR),
                signedIn("receipt-unreadable", "/imports/{unreadable}", Role.ADMINISTRATOR),
                signedIn("receipt-reading", "/imports/{reading}", Role.ADMINISTRATOR),
                signedIn("receipt-queued", "/imports/{queued}", Role.ADMINISTRATOR),
                signedIn("receipt-failed", "/imports/{failed}", Role.ADMINISTRATOR),
                signedIn("sync-running", "/sync/{fetching}", Role.ADMINISTRATOR),
                signedIn("sync-done", "/sync/{fetched}", Role.ADMINISTRATOR),
                signedIn("sync-failed", "/sync/{fetch-failed}", Role.ADMINISTRATOR),
                new Entry("imports-none-chosen", "/imports", Role.ADMINISTRATOR, 422, PageCatalogue::sendNoFile),
                new Entry("too-large", "/imports", Role.ADMINISTRATOR, 413, PageCatalogue::sendTooMuch));
    }

    private static Response staffNobody(Reader reader) {
        reader.page().evaluate("() => { document.querySelector('main form').noValidate = true; }");
        return reader.send("main form:has(select[name=person])");
    }

    private static Response fetch(Reader reader) {
        return reader.post("/sync");
    }

    private static Response saveWhatIsStale(Reader reader) {
        reader.page().evaluate("""
                () => {
                  document.querySelector("main form input[name=version]").value = "999";
                  document.querySelector("main form input[name='seen.name']").value = "Kim före de andras ändring";
                }
                """);
        reader.page().locator("main form input[name=name]").fill("Kim Rektorsson");
        return reader.send("main form:has(input[name=version])");
    }

    private static Response inviteForYesterday(Reader reader) {
        reader.page().locator("main input[name=last-day]").fill("2020-01-01");
        return sendAsItStands(reader, "main form:has(input[name=last-day])");
    }

    private static Response declineWithoutWords(Reader reader) {
        return sendAsItStands(reader, "main form:has(textarea[name=words])");
    }

    private static Response proposeNothing(Reader reader) {
        return sendAsItStands(reader, "main form:has(textarea[name=note])");
    }

    /** Past the browser, which would not send a form with a field that is missing. */
    private static Response sendAsItStands(Reader reader, String form) {
        reader.page().locator(form).evaluate("form => form.noValidate = true");
        return reader.send(form);
    }

    private static Response sendNoFile(Reader reader) {
        return reader.send("form.drop");
    }

    private static Response sendTooMuch(Reader reader) {
        reader.page()
                .locator("form.drop input[type=file]")
                .setInputFiles(new FilePayload("stor.csv", "text/csv", new byte[1_200_000]));
        return reader.send("form.drop");
    }

    private static Entry open(String name, String path) {
        return new Entry(name, path, null, 200, null);
    }

    private static Entry signedIn(String name, String path, Role who) {
        return new Entry(name, path, who, 200, null);
    }

    private static Entry refused(String name, String path, @Nullable Role who, int status) {
        return new Entry(name, path, who, status, null);
    }
}
