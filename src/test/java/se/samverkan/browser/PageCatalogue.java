package se.samverkan.browser;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
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

        /** Goes there, and answers with what came; who does something there has a session of the own, which may end. */
        Response visit(Reader reader, World world) {
            reader.beNobody();
            if (who != null && deed == null) {
                reader.goOnAs(Residents.email(who));
            } else if (who != null) {
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
                signedIn("start-search", "/start", Role.PROGRAMME_OFFICER),
                signedIn("todo", "/todo", Role.ASSESSOR),
                signedIn("todo-due", "/todo", Role.EDUCATION_DIRECTOR),
                signedIn("todo-empty", "/todo", Role.STAFF),
                signedIn("notices-settings", "/notices/settings", Role.ADMINISTRATOR),
                new Entry(
                        "notices-settings-conflict",
                        "/notices/settings",
                        Role.ANALYST,
                        409,
                        PageCatalogue::chooseWhatIsStale),
                new Entry(
                        "calendar-made",
                        "/notices/settings",
                        Role.EDUCATION_DIRECTOR,
                        200,
                        reader -> reader.send("main form[action='/notices/calendar']")),
                signedIn("mail", "/mail", Role.DECIDER),
                signedIn("mail-none", "/mail", Role.STAFF),
                signedIn("outbox", "/notices/outbox", Role.ADMINISTRATOR),
                signedIn("webhooks", "/webhooks", Role.ADMINISTRATOR),
                signedIn("webhook", "/webhooks/{webhook}", Role.ADMINISTRATOR),
                signedIn("webhook-edit", "/webhooks/{webhook}/edit", Role.ADMINISTRATOR),
                signedIn("webhooks-new", "/webhooks/new", Role.ADMINISTRATOR),
                new Entry("webhooks-refused", "/webhooks/new", Role.ADMINISTRATOR, 422, PageCatalogue::addNoWebhook),
                new Entry("webhooks-made", "/webhooks/new", Role.ADMINISTRATOR, 200, PageCatalogue::addWebhook),
                open("public", "/public"),
                open("public-programme", "/public/programme"),
                open("public-participants", "/public/participants"),
                open("public-participant", "/public/participants/{public-organiser}"),
                open("public-progress", "/public/progress"),
                open("public-lessons", "/public/lessons"),
                open("public-lesson", "/public/lessons/{public-lesson}"),
                open("public-results", "/public/results"),
                open("public-result", "/public/results/{public-result}"),
                open("public-news", "/public/news"),
                open("public-news-item", "/public/news/{public-news}"),
                open("public-words", "/public/words"),
                open("public-privacy", "/public/privacy"),
                refused("public-gone", "/public/news/{public-withdrawn}", null, 410),
                signedIn("publishing", "/publishing", Role.COORDINATOR),
                signedIn("publication-released", "/publishing/{public-news}", Role.COORDINATOR),
                signedIn("publication-review", "/publishing/{public-proposed}", Role.EDUCATION_DIRECTOR),
                signedIn("publication-own", "/publishing/{public-proposed}", Role.COORDINATOR),
                signedIn("publication-withdrawn", "/publishing/{public-withdrawn}", Role.COORDINATOR),
                signedIn("publication-result", "/publishing/{public-result}", Role.PUBLISHER),
                signedIn("publication-lesson", "/publishing/{public-lesson}", Role.HEAD_TEACHER),
                signedIn("publication-news-new", "/publishing/news/new", Role.COORDINATOR),
                new Entry(
                        "publication-news-refused",
                        "/publishing/news/new",
                        Role.COORDINATOR,
                        422,
                        reader -> sendAsItStands(reader, "main form:has(textarea[name=news-words])")),
                signedIn("publication-partnerships", "/publishing/participation/new", Role.COORDINATOR),
                signedIn(
                        "publication-participation",
                        "/publishing/participation/{public-partnership}",
                        Role.COORDINATOR),
                signedIn("publication-lessons-new", "/publishing/lessons/new", Role.HEAD_TEACHER),
                signedIn("publication-results-new", "/publishing/results/new", Role.PROGRAMME_OFFICER),
                open("about", "/about"),
                open("accessibility", "/accessibility"),
                open("open-data", "/open-data"),
                open("dataset", "/open-data/{dataset}"),
                open("problem-type", "/problems/stale"),
                refused("not-found", "/no/such/page", null, 404),
                open("sign-in", "/sign-in"),
                open("search", "/search?q=sko"),
                open("search-misspelled", "/search?q=pohittade+sklan"),
                open("search-nothing", "/search?q=xyzzyx"),
                open("search-told", "/search?q=l%C3%A4ser"),
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
                signedIn("offers", "/partnerships/offers", Role.PROGRAMME_OFFICER),
                signedIn("offers-organiser", "/partnerships/offers", Role.EDUCATION_DIRECTOR),
                signedIn("offer-new", "/partnerships/offers/new", Role.PROGRAMME_OFFICER),
                refused(
                        "offer-new-unknown",
                        "/partnerships/offers/new?variant=ksbs&organiser=xyzzyx",
                        Role.PROGRAMME_OFFICER,
                        422),
                signedIn(
                        "offer-draft-new",
                        "/partnerships/offers/new?variant=ksbs&organiser=" + InventedWorld.ORGANISER,
                        Role.PROGRAMME_OFFICER),
                signedIn("offer-preview", "/partnerships/offers/{offer-draft}", Role.PROGRAMME_OFFICER),
                signedIn("offer-edit", "/partnerships/offers/{offer-draft}/edit", Role.PROGRAMME_OFFICER),
                signedIn("offer-waiting", "/partnerships/offers/{offer-waiting}", Role.PROGRAMME_OFFICER),
                signedIn("offer-take-back", "/partnerships/offers/{offer-waiting}/taking-back", Role.PROGRAMME_OFFICER),
                signedIn("offer-ready", "/partnerships/offers/{offer-ready}", Role.PROGRAMME_OFFICER),
                signedIn("offer-started", "/partnerships/offers/{offer-started}", Role.PROGRAMME_OFFICER),
                signedIn("offer-to-answer", "/partnerships/offers/{offer-waiting}", Role.EDUCATION_DIRECTOR),
                new Entry(
                        "offer-answer-refused",
                        "/partnerships/offers/{offer-waiting}",
                        Role.EDUCATION_DIRECTOR,
                        422,
                        PageCatalogue::answerNothing),
                signedIn("offer-second-yes", "/partnerships/offers/{offer-two}", Role.HEAD_TEACHER),
                refused("offer-hidden", "/partnerships/offers/{offer-waiting}", Role.ANALYST, 404),
                signedIn(
                        "offer-withdrawal",
                        "/partnerships/offers/{offer-ready}/units/{unit-yes}/withdrawal",
                        Role.EDUCATION_DIRECTOR),
                signedIn(
                        "offer-prolongation",
                        "/partnerships/offers/{offer-waiting}/prolongation",
                        Role.PROGRAMME_OFFICER),
                signedIn("cohorts", "/partnerships/cohorts", Role.PROGRAMME_OFFICER),
                signedIn("cohort", "/partnerships/cohorts/1", Role.PROGRAMME_OFFICER),
                signedIn("cohort-edit", "/partnerships/cohorts/1/edit", Role.PROGRAMME_OFFICER),
                signedIn("cohort-day", "/partnerships/cohorts/1/days/1", Role.PROGRAMME_OFFICER),
                signedIn("case-papers", "/partnerships/{case-running}/papers", Role.PROGRAMME_OFFICER),
                signedIn("case-form", "/partnerships/{case-form}", Role.HEAD_TEACHER),
                signedIn("case-papers-several", "/partnerships/{case-running}/papers/several", Role.PROGRAMME_OFFICER),
                signedIn("case-forms", "/partnerships/{case-running}/forms", Role.PROGRAMME_OFFICER),
                signedIn("cases", "/partnerships", Role.PROGRAMME_OFFICER),
                signedIn("cases-ended", "/partnerships?standing=ANY", Role.PROGRAMME_OFFICER),
                signedIn("cases-none", "/partnerships?q=zzz", Role.PROGRAMME_OFFICER),
                signedIn("cases-empty", "/partnerships", Role.RESEARCHER),
                signedIn("case", "/partnerships/{case-running}", Role.PROGRAMME_OFFICER),
                signedIn("case-facilitator", "/partnerships/{staffed}", Role.PROCESS_FACILITATOR),
                signedIn("case-paused", "/partnerships/{case-paused}", Role.PROGRAMME_OFFICER),
                signedIn("case-discontinued", "/partnerships/{case-discontinued}", Role.PROGRAMME_OFFICER),
                refused("case-hidden", "/partnerships/{case-paused}", Role.HEAD_TEACHER, 404),
                signedIn("case-phase", "/partnerships/{case-running}/phases/{case-next}", Role.PROGRAMME_OFFICER),
                signedIn("case-pause", "/partnerships/{case-running}/turns/pause", Role.PROGRAMME_OFFICER),
                signedIn("case-discontinue", "/partnerships/{case-running}/turns/discontinue", Role.PROGRAMME_OFFICER),
                signedIn("case-not-now", "/partnerships/{case-paused}/turns/pause", Role.PROGRAMME_OFFICER),
                signedIn("case-leave", "/partnerships/{case-running}/units/{case-unit}/leave", Role.PROGRAMME_OFFICER),
                signedIn("case-version", "/partnerships/{case-running}/version", Role.PROGRAMME_OFFICER),
                signedIn("quality", "/quality", Role.EDUCATION_DIRECTOR),
                signedIn("wheel", "/partnerships/{wheel}/wheel", Role.PROGRAMME_OFFICER),
                signedIn("years-after", "/partnerships/{case-completed}/years", Role.PROGRAMME_OFFICER),
                signedIn("years-after-own", "/partnerships/{case-completed}/years", Role.HEAD_TEACHER),
                signedIn(
                        "year-after-answer",
                        "/partnerships/{case-completed}/years/{year-after}/units/{year-unit}",
                        Role.HEAD_TEACHER),
                signedIn("portfolio", "/portfolio", Role.PROGRAMME_OFFICER),
                signedIn("portfolio-organiser", "/portfolio", Role.EDUCATION_DIRECTOR),
                signedIn("portfolio-none", "/portfolio?q=zzz", Role.PROGRAMME_OFFICER),
                signedIn("portfolio-review", "/portfolio/review", Role.PROGRAMME_OFFICER),
                signedIn("aggregates", "/aggregates", Role.MANAGEMENT),
                signedIn("aggregate", "/aggregates/{aggregate}", Role.MANAGEMENT),
                signedIn("worked", "/aggregates/{aggregate}/worked", Role.MANAGEMENT),
                signedIn("theory", "/aggregates/{aggregate}/theory", Role.MANAGEMENT),
                signedIn("editions", "/editions", Role.PROGRAMME_OFFICER),
                signedIn("edition-written", "/editions/{edition-written}", Role.PROGRAMME_OFFICER),
                signedIn("edition-handed-in", "/editions/{edition-handed-in}", Role.MANAGEMENT),
                signedIn("releases", "/releases", Role.PUBLISHER),
                signedIn("release-topics", "/releases/{aggregate}", Role.PUBLISHER),
                signedIn("release", "/releases/{aggregate}/{release-topic}", Role.PUBLISHER),
                signedIn("dataset-publisher", "/open-data/{dataset}", Role.PUBLISHER),
                signedIn("portfolio-review-own", "/portfolio/review", Role.PROCESS_FACILITATOR),
                signedIn("concerns", "/partnerships/{concerned}/concerns", Role.PROGRAMME_OFFICER),
                signedIn("concerns-none", "/partnerships/{case-running}/concerns", Role.PROGRAMME_OFFICER),
                signedIn("concern-raise", "/partnerships/{concerned}/concerns/new", Role.PROGRAMME_OFFICER),
                signedIn("concern", "/partnerships/{concerned}/concerns/{concern}", Role.PROGRAMME_OFFICER),
                signedIn("closing", "/partnerships/{case-running}/closing", Role.PROGRAMME_OFFICER),
                signedIn("closing-not-now", "/partnerships/{case-paused}/closing", Role.PROGRAMME_OFFICER),
                signedIn(
                        "closing-lives-on",
                        "/partnerships/{case-running}/closing/lives-on/new",
                        Role.PROGRAMME_OFFICER),
                signedIn("closing-completed", "/partnerships/{case-completed}/closing", Role.PROGRAMME_OFFICER),
                signedIn("closing-discontinued", "/partnerships/{case-filed}/closing", Role.PROGRAMME_OFFICER),
                signedIn(
                        "closing-look",
                        "/partnerships/{case-completed}/closing/lives-on/{lives-on}/look",
                        Role.PROGRAMME_OFFICER),
                signedIn("goal-talked", "{goal-talked}", Role.HEAD_TEACHER),
                signedIn("surveys", "/partnerships/{surveyed}/surveys", Role.HEAD_TEACHER),
                signedIn("survey-new", "/partnerships/{surveyed}/surveys/new", Role.HEAD_TEACHER),
                new Entry(
                        "survey-new-refused",
                        "/partnerships/{surveyed}/surveys/new?unit={surveyed-unit}",
                        Role.HEAD_TEACHER,
                        422,
                        reader -> sendAsItStands(reader, "main form[method=post]")),
                signedIn("survey-draft", "/surveys/{survey-draft}", Role.HEAD_TEACHER),
                signedIn("survey-open", "/surveys/{survey-open}", Role.HEAD_TEACHER),
                signedIn("survey-closed", "/surveys/{survey-closed}", Role.HEAD_TEACHER),
                refused("survey-hidden", "/surveys/{survey-closed}", Role.PROGRAMME_OFFICER, 403),
                signedIn("survey-edit", "/surveys/{survey-open}/edit", Role.HEAD_TEACHER),
                signedIn("survey-questions", "/surveys/{survey-open}/questions", Role.HEAD_TEACHER),
                signedIn("survey-summary", "/surveys/{survey-closed}/summary", Role.HEAD_TEACHER),
                open("survey-answer", "/s/{survey-open-code}"),
                new Entry(
                        "survey-answer-refused",
                        "/s/{survey-open-code}",
                        null,
                        422,
                        reader -> reader.send("main form")),
                open("survey-answer-closed", "/s/{survey-closed-code}"),
                open("survey-thanks", "/s/{survey-open-code}/thanks"),
                signedIn("ideas", "/partnerships/{surveyed}/ideas", Role.HEAD_TEACHER),
                signedIn("ideas-writing", "/ideas/{ideas-WRITING}", Role.HEAD_TEACHER),
                signedIn("ideas-grouping", "/ideas/{ideas-GROUPING}", Role.HEAD_TEACHER),
                signedIn("ideas-closed", "/ideas/{ideas-CLOSED}", Role.HEAD_TEACHER),
                open("ideas-phone", "/i/{ideas-WRITING-code}"),
                new Entry(
                        "ideas-phone-refused",
                        "/i/{ideas-WRITING-code}",
                        null,
                        422,
                        reader -> reader.send("main form")),
                open("ideas-phone-waiting", "/i/{ideas-GROUPING-code}"),
                open("ideas-phone-closed", "/i/{ideas-CLOSED-code}"),
                signedIn("engagement", "/partnerships/{engaged}/engagement", Role.HEAD_TEACHER),
                signedIn("staff", "/partnerships/{engaged}/staff/{engaged-unit}", Role.HEAD_TEACHER),
                new Entry(
                        "staff-preview",
                        "/partnerships/{engaged}/staff/{engaged-unit}",
                        Role.HEAD_TEACHER,
                        200,
                        PageCatalogue::pasteStaff),
                signedIn(
                        "staff-step", "/partnerships/{engaged}/engagement/{engaged-unit}/steps/new", Role.HEAD_TEACHER),
                signedIn("takeover", "/partnerships/takeover", Role.PROGRAMME_OFFICER),
                signedIn("takeover-file", "/partnerships/takeover/file", Role.PROGRAMME_OFFICER),
                signedIn(
                        "takeover-form",
                        "/partnerships/takeover?variant=ksbs&organiser=" + InventedWorld.ORGANISER,
                        Role.PROGRAMME_OFFICER),
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
                signedIn("analyses", "/partnerships/{analysed}/analyses", Role.HEAD_TEACHER),
                signedIn("analysis", "/analyses/{analysis}", Role.HEAD_TEACHER),
                signedIn("analysis-guide", "/analyses/{analysis}/guide/analysis", Role.HEAD_TEACHER),
                signedIn("analysis-part", "/analyses/{analysis}/parts/{analysis-cause}", Role.HEAD_TEACHER),
                signedIn("analysis-figure", "/analyses/{analysis}/parts/{analysis-figure}", Role.HEAD_TEACHER),
                signedIn(
                        "analysis-part-new",
                        "/analyses/{analysis}/parts/new?kind=CAUSE&under={analysis-cause}",
                        Role.HEAD_TEACHER),
                signedIn("analysis-evidence-new", "/analyses/{analysis}/parts/new?kind=EVIDENCE", Role.HEAD_TEACHER),
                new Entry(
                        "analysis-part-refused",
                        "/analyses/{analysis}/parts/new?kind=CAUSE&under={analysis-cause}",
                        Role.HEAD_TEACHER,
                        422,
                        reader -> sendAsItStands(reader, "main form[action$='/parts']")),
                signedIn("analysis-figures", "/analyses/{analysis}/figures", Role.HEAD_TEACHER),
                signedIn("analysis-sources", "/analyses/{analysis-told}/sources", Role.HEAD_TEACHER),
                signedIn("analysis-origin", "/analyses/{analysis-told}/parts/{analysis-origin}", Role.HEAD_TEACHER),
                signedIn("analysis-removed", "/analyses/{analysis}/removed", Role.HEAD_TEACHER),
                signedIn("analysis-openings", "/openings/analysis/{analysis}", Role.HEAD_TEACHER),
                signedIn("analysis-priorities", "/analyses/{analysis}/priorities", Role.HEAD_TEACHER),
                signedIn("analysis-pack", "/partnerships/{analysed}/units/{analysed-unit}/pack", Role.HEAD_TEACHER),
                signedIn(
                        "analysis-pack-annotation",
                        "/partnerships/{analysed}/units/{analysed-unit}/pack/annotations/all",
                        Role.HEAD_TEACHER),
                signedIn("analysis-versions", "/analyses/{analysis}/versions", Role.HEAD_TEACHER),
                new Entry(
                        "analysis-adoption-refused",
                        "/analyses/{analysis}/versions",
                        Role.HEAD_TEACHER,
                        422,
                        reader -> reader.send("main form[action$='/versions']")),
                signedIn("analysis-own-table", "/analyses/{analysis}/own-figures/table", Role.HEAD_TEACHER),
                signedIn("analysis-own-figures", "/analyses/{analysis}/own-figures", Role.HEAD_TEACHER),
                signedIn(
                        "analysis-own-lines",
                        "/analyses/{analysis}/own-figures/{own-indicator}/lines",
                        Role.HEAD_TEACHER),
                signedIn(
                        "analysis-own-value",
                        "/analyses/{analysis}/own-figures/{own-indicator}/values/{own-term}",
                        Role.HEAD_TEACHER),
                signedIn("analysis-self", "/analyses/{analysis}/self-assessment", Role.HEAD_TEACHER),
                signedIn("analysis-workshop", "/analyses/{analysis}/workshop", Role.HEAD_TEACHER),
                signedIn("analysis-suggestion", "/analyses/{analysis}/workshop/{analysis-cause}", Role.HEAD_TEACHER),
                refused("analysis-hidden", "/analyses/{analysis}", Role.ANALYST, 404),
                signedIn("action-plans", "/partnerships/{planned}/action-plans", Role.HEAD_TEACHER),
                signedIn("action-plan", "/action-plans/{action-plan}", Role.HEAD_TEACHER),
                signedIn("action-plan-thread", "/action-plans/{action-plan}/thread", Role.HEAD_TEACHER),
                signedIn("action-plan-terms", "/action-plans/{action-plan}/terms", Role.HEAD_TEACHER),
                signedIn("action-plan-checks", "/action-plans/{action-plan}/checks", Role.HEAD_TEACHER),
                signedIn("action-plan-wall", "/action-plans/{action-plan}/wall", Role.HEAD_TEACHER),
                signedIn("action-plan-goal", "/action-plans/{action-plan}/parts/{plan-goal}", Role.HEAD_TEACHER),
                signedIn(
                        "action-plan-intervention",
                        "/action-plans/{action-plan}/parts/{plan-intervention}",
                        Role.HEAD_TEACHER),
                signedIn(
                        "action-plan-part-new",
                        "/action-plans/{action-plan}/parts/new?kind=INTERVENTION&under={plan-area}",
                        Role.HEAD_TEACHER),
                new Entry(
                        "action-plan-part-refused",
                        "/action-plans/{action-plan}/parts/new?kind=GOAL&under={plan-area}",
                        Role.HEAD_TEACHER,
                        422,
                        reader -> sendAsItStands(reader, "main form[action$='/parts']")),
                signedIn("action-plan-removed", "/action-plans/{action-plan}/removed", Role.HEAD_TEACHER),
                signedIn("action-plan-year", "/action-plans/{action-plan}/year", Role.HEAD_TEACHER),
                signedIn("action-plan-drivers", "/action-plans/{action-plan}/drivers", Role.HEAD_TEACHER),
                signedIn("action-plan-together", "/action-plans/{action-plan}/together", Role.HEAD_TEACHER),
                signedIn("action-plan-suggestions", "/action-plans/{action-plan}/suggestions", Role.HEAD_TEACHER),
                signedIn(
                        "action-plan-suggestion-waiting",
                        "/action-plans/{action-plan}/suggestions/{plan-suggestion}",
                        Role.HEAD_TEACHER),
                signedIn(
                        "action-plan-suggestion-accepted",
                        "/action-plans/{action-plan}/suggestions/{plan-suggestion-accepted}",
                        Role.HEAD_TEACHER),
                signedIn(
                        "action-plan-suggestion-mine",
                        "/action-plans/{action-plan}/suggestions/{plan-suggestion}",
                        Role.PROCESS_FACILITATOR),
                signedIn(
                        "action-plan-suggestion-new",
                        "/action-plans/{action-plan}/parts/{plan-goal}/suggestions/TITLE",
                        Role.PROCESS_FACILITATOR),
                new Entry(
                        "action-plan-suggestion-refused",
                        "/action-plans/{action-plan}/suggestions/{plan-suggestion}",
                        Role.HEAD_TEACHER,
                        422,
                        reader -> sendAsItStands(reader, "main form[action$='/declining']")),
                signedIn("action-plan-openings", "/openings/actionplan/{action-plan}", Role.HEAD_TEACHER),
                signedIn("action-plan-versions", "/action-plans/{action-plan}/versions", Role.HEAD_TEACHER),
                signedIn(
                        "action-plan-comparison",
                        "/action-plans/{action-plan}/versions/1/comparison",
                        Role.HEAD_TEACHER),
                refused("action-plan-hidden", "/action-plans/{action-plan}", Role.ANALYST, 404),
                signedIn("catalogue", "/catalogue", Role.HEAD_TEACHER),
                signedIn("catalogue-none", "/catalogue?words=xyzzyx", Role.HEAD_TEACHER),
                signedIn("catalogue-entry", "/catalogue/{catalogue-entry}", Role.HEAD_TEACHER),
                signedIn("catalogue-entry-own", "/catalogue/{catalogue-entry}", Role.UNIVERSITY_COORDINATOR),
                signedIn("catalogue-entry-edit", "/catalogue/{catalogue-entry}/edit", Role.UNIVERSITY_COORDINATOR),
                new Entry(
                        "catalogue-entry-refused",
                        "/catalogue/providers/{catalogue-provider}/new",
                        Role.UNIVERSITY_COORDINATOR,
                        422,
                        reader -> sendAsItStands(reader, "main form:has(textarea[name=said])")),
                refused("catalogue-hidden", "/catalogue/999999", Role.HEAD_TEACHER, 404),
                signedIn("providers", "/catalogue/providers", Role.HEAD_TEACHER),
                signedIn("provider", "/catalogue/providers/{catalogue-provider}", Role.HEAD_TEACHER),
                signedIn("provider-own", "/catalogue/providers/{catalogue-provider}", Role.UNIVERSITY_COORDINATOR),
                new Entry(
                        "provider-file-tried",
                        "/catalogue/providers/{catalogue-provider}",
                        Role.UNIVERSITY_COORDINATOR,
                        200,
                        reader -> tryCatalogue(reader, """
                                ref;entry-title;shape;levels;themes;work;terms;languages;base;Pris
                                X;Ny;Paket;Huvudmannen;Frånvaro;Kurs;1;Svenska;Forskning;1
                                Y;Fel;Lagom;Huvudmannen;Frånvaro;Kurs;tolv;Svenska;Forskning;1
                                """)),
                new Entry(
                        "provider-file-refused",
                        "/catalogue/providers/{catalogue-provider}",
                        Role.UNIVERSITY_COORDINATOR,
                        422,
                        reader -> tryCatalogue(reader, "ref;entry-title\nX;Ny\n")),
                signedIn("lessons", "/lessons", Role.HEAD_TEACHER),
                signedIn("lessons-found", "/lessons?words=fritidshemmet", Role.RESEARCHER),
                signedIn("lessons-none", "/lessons?words=xyzzyx", Role.RESEARCHER),
                signedIn("lesson", "/lessons/{lesson}", Role.RESEARCHER),
                signedIn("lesson-own", "/lessons/{lesson-own}", Role.HEAD_TEACHER),
                signedIn("networks", "/networks", Role.HEAD_TEACHER),
                signedIn("network", "/networks/{network}", Role.PROCESS_FACILITATOR),
                signedIn("network-asked", "/networks/{network}", Role.HEAD_TEACHER),
                refused("network-hidden", "/networks/{network}", Role.RESEARCHER, 404),
                signedIn("network-new", "/networks/new?lesson={lesson}", Role.PROCESS_FACILITATOR),
                signedIn("network-move", "/networks/{network}/move", Role.PROCESS_FACILITATOR),
                signedIn("network-cancellation", "/networks/{network}/cancellation", Role.PROCESS_FACILITATOR),
                refused("lesson-hidden", "/lessons/{lesson-own}", Role.RESEARCHER, 404),
                signedIn("lesson-edit", "/lessons/{lesson}/edit", Role.HEAD_TEACHER),
                new Entry(
                        "lesson-refused",
                        "/lessons/new",
                        Role.HEAD_TEACHER,
                        422,
                        reader -> sendAsItStands(reader, "main form:has(textarea[name=lesson-tried])")),
                signedIn("interventions", "/partnerships/{matched}/interventions", Role.HEAD_TEACHER),
                signedIn("matches", "/analyses/{matched-analysis}/matches", Role.HEAD_TEACHER),
                signedIn("match-answers", "/analyses/{matched-analysis}/matches/{matched-part}", Role.HEAD_TEACHER),
                signedIn(
                        "match-answers-none",
                        "/analyses/{matched-analysis}/matches/{matched-part}?theme=",
                        Role.HEAD_TEACHER),
                new Entry(
                        "match-choice-refused",
                        "/analyses/{matched-analysis}/matches/{matched-part}?theme=&theme=LANGUAGE&theme=ABSENCE"
                                + "&theme=SUBJECT_DIDACTICS&theme=ASSESSMENT&theme=IMPROVEMENT_CAPACITY",
                        Role.HEAD_TEACHER,
                        422,
                        reader -> {
                            reader.open(reader.page()
                                    .locator("main .matches a.button")
                                    .first()
                                    .getAttribute("href"));
                            return sendAsItStands(reader, "main form:has(textarea[name=why])");
                        }),
                signedIn("follow-ups", "/partnerships/{followed-case}/follow-ups", Role.HEAD_TEACHER),
                signedIn("follow-up", "/follow-ups/{followed}", Role.HEAD_TEACHER),
                signedIn("follow-up-signs", "/follow-ups/{followed}/signs", Role.HEAD_TEACHER),
                signedIn("follow-up-goal", "/follow-ups/{followed}/goals/{followed-goal}", Role.HEAD_TEACHER),
                new Entry(
                        "follow-up-goal-refused",
                        "/follow-ups/{followed}/goals/{followed-goal}",
                        Role.HEAD_TEACHER,
                        422,
                        reader -> sendAsItStands(reader, "main form:has(input[name=value])")),
                signedIn("checkpoint", "/follow-ups/{followed}/checkpoints/{checkpoint-now}", Role.HEAD_TEACHER),
                signedIn(
                        "checkpoint-closed",
                        "/follow-ups/{followed}/checkpoints/{checkpoint-closed}",
                        Role.HEAD_TEACHER),
                new Entry(
                        "checkpoint-skipped-silent",
                        "/follow-ups/{followed}/checkpoints/{checkpoint-now}",
                        Role.HEAD_TEACHER,
                        422,
                        reader -> {
                            reader.page()
                                    .locator("main details:has(textarea[name=checkpoint-words]) > summary")
                                    .click();
                            return sendAsItStands(reader, "main form:has(textarea[name=checkpoint-words])");
                        }),
                refused("checkpoint-hidden", "/follow-ups/{followed}", Role.PROCESS_FACILITATOR, 404),
                signedIn("voices-again", "/follow-ups/{followed}/voices", Role.HEAD_TEACHER),
                signedIn("follow-up-reports", "/follow-ups/{followed}/reports", Role.HEAD_TEACHER),
                signedIn("report-handed-in", "/follow-up-reports/{report-handed-in}", Role.HEAD_TEACHER),
                refused("report-hidden", "/follow-up-reports/{report-handed-in}", Role.PROCESS_FACILITATOR, 404),
                new Entry(
                        "follow-on-refused",
                        "/follow-ups/{followed}/checkpoints/{checkpoint-closed}/follow-ons/new",
                        Role.HEAD_TEACHER,
                        422,
                        reader -> {
                            reader.page()
                                    .locator("main details:has(textarea[name=led-words]) > summary")
                                    .click();
                            return sendAsItStands(reader, "main form:has(textarea[name=led-words])");
                        }),
                signedIn(
                        "follow-on",
                        "/follow-ups/{followed}/checkpoints/{checkpoint-closed}/follow-ons/new",
                        Role.HEAD_TEACHER),
                signedIn("signs", "/signs", Role.HEAD_TEACHER),
                signedIn("signs-none", "/signs", Role.STAFF),
                signedIn("sign", "/signs/{seen-sign}", Role.HEAD_TEACHER),
                new Entry(
                        "sign-refused",
                        "/signs/{seen-sign}",
                        Role.HEAD_TEACHER,
                        422,
                        reader -> sendAsItStands(reader, "main form:has(textarea[name=words])")),
                open("sign-phone", "/t/{sign-code}"),
                signedIn("commissions", "/commissions", Role.UNIVERSITY_COORDINATOR),
                signedIn("commissions-none-asked", "/commissions", Role.SPSM_ADVISER),
                signedIn("commission-waiting", "/commissions/{commission-given}", Role.UNIVERSITY_COORDINATOR),
                signedIn("commission-countered", "/commissions/{commission-countered}", Role.PROGRAMME_OFFICER),
                new Entry(
                        "commission-silent",
                        "/commissions/{commission-given}",
                        Role.UNIVERSITY_COORDINATOR,
                        422,
                        reader -> {
                            reader.page().locator("main select[name=deed]").selectOption("DECLINE");
                            return sendAsItStands(reader, "main form:has(textarea[name=words])");
                        }),
                refused("commission-hidden", "/commissions/999999", Role.PROGRAMME_OFFICER, 404),
                signedIn("interventions-officer", "/partnerships/{commissioned}/interventions", Role.PROGRAMME_OFFICER),
                new Entry(
                        "commission-new-refused",
                        "/partnerships/{commissioned}/commissions/new?entry={catalogue-entry}",
                        Role.PROGRAMME_OFFICER,
                        422,
                        reader -> sendAsItStands(reader, "main form:has(textarea[name=areas])")),
                signedIn("commission-widen", "/commissions/{commission-given}/parts/new", Role.PROGRAMME_OFFICER),
                signedIn("commission-reported", "/commissions/{commission-course}", Role.PROGRAMME_OFFICER),
                signedIn("commission-plan", "/commissions/{commission-course}/plan", Role.PROGRAMME_OFFICER),
                signedIn("commission-plan-none", "/commissions/{commission-given}/plan", Role.UNIVERSITY_COORDINATOR),
                signedIn("commission-delivery", "/commissions/{commission-course}/delivery", Role.WORKING_GROUP),
                signedIn("commission-money", "/commissions/{commission-course}/money", Role.UNIVERSITY_COORDINATOR),
                signedIn("commission-load", "/commission-load", Role.PROGRAMME_OFFICER),
                signedIn("commission-load-leaders", "/commission-load/leaders", Role.UNIVERSITY_COORDINATOR),
                signedIn(
                        "participants",
                        "/commissions/{commission-course}/participants/{noting-unit}",
                        Role.WORKING_GROUP),
                signedIn("occasion-held", "/occasions/{occasion-held}", Role.UNIVERSITY_COORDINATOR),
                signedIn("occasion-cancelled", "/occasions/{occasion-cancelled}", Role.WORKING_GROUP),
                signedIn("material", "/occasions/{occasion-held}/material", Role.UNIVERSITY_COORDINATOR),
                signedIn("material-read", "/occasions/{occasion-held}/material", Role.WORKING_GROUP),
                signedIn("attendance", "/occasions/{occasion-held}/attendance/{noting-unit}", Role.WORKING_GROUP),
                signedIn("reflection-closed", "/occasions/{occasion-held}/reflection", Role.UNIVERSITY_COORDINATOR),
                signedIn("reflection-open", "/occasions/{occasion-last-held}/reflection", Role.UNIVERSITY_COORDINATOR),
                open("reflection-phone", "/r/{reflection-open-code}"),
                open("reflection-phone-sent", "/r/{reflection-open-code}?sent=true"),
                open("reflection-phone-closed", "/r/{reflection-closed-code}"),
                refused("matches-hidden", "/analyses/{matched-analysis}/matches", Role.ANALYST, 404),
                signedIn("meetings", "/partnerships/{met}/meetings", Role.PROGRAMME_OFFICER),
                signedIn(
                        "meetings-series",
                        "/partnerships/{met}/meetings/series/{meeting-series}",
                        Role.PROGRAMME_OFFICER),
                new Entry(
                        "meetings-series-refused",
                        "/partnerships/{met}/meetings/series/{meeting-series}",
                        Role.PROGRAMME_OFFICER,
                        422,
                        reader -> sendAsItStands(reader, "main form[action*='/series/']")),
                signedIn("meetings-own", "/partnerships/{met}/meetings/new", Role.PROGRAMME_OFFICER),
                signedIn("meeting", "/meetings/{meeting}", Role.PROCESS_FACILITATOR),
                signedIn("meeting-officer", "/meetings/{meeting}", Role.PROGRAMME_OFFICER),
                signedIn("meeting-closed", "/meetings/{meeting-closed}", Role.PROCESS_FACILITATOR),
                refused("meeting-hidden", "/meetings/{meeting}", Role.RESEARCHER, 404),
                signedIn("meeting-coming", "/meetings/{meeting-coming}", Role.PROGRAMME_OFFICER),
                signedIn("meeting-move", "/meetings/{meeting}/move", Role.PROCESS_FACILITATOR),
                new Entry(
                        "meeting-move-refused",
                        "/meetings/{meeting}/move",
                        Role.PROCESS_FACILITATOR,
                        422,
                        reader -> sendAsItStands(reader, "main form[action$='/move']")),
                signedIn("meeting-cancellation", "/meetings/{meeting}/cancellation", Role.PROCESS_FACILITATOR),
                signedIn("meeting-invited", "/meetings/{meeting}/invited", Role.PROCESS_FACILITATOR),
                signedIn("meeting-common", "/meetings/{meeting-common}", Role.PROGRAMME_OFFICER),
                signedIn("meeting-common-move", "/meetings/{meeting-common}/move", Role.PROGRAMME_OFFICER),
                signedIn("meeting-guest", "/meetings/{meeting}/guests/new", Role.PROCESS_FACILITATOR),
                signedIn("meeting-agenda-new", "/meetings/{meeting}/agenda/new", Role.PROCESS_FACILITATOR),
                signedIn("meeting-agenda", "/meetings/{meeting}/agenda/{meeting-item}", Role.PROCESS_FACILITATOR),
                signedIn(
                        "meeting-paragraph",
                        "/meetings/{meeting}/paragraphs/{meeting-paragraph}",
                        Role.PROCESS_FACILITATOR),
                signedIn("meeting-removed", "/meetings/{meeting}/removed", Role.PROCESS_FACILITATOR),
                signedIn("meeting-sharing", "/meetings/{meeting}/sharing", Role.PROCESS_FACILITATOR),
                signedIn("meeting-closing", "/meetings/{meeting}/closing", Role.PROCESS_FACILITATOR),
                signedIn("meeting-reopening", "/meetings/{meeting-closed}/reopening", Role.PROCESS_FACILITATOR),
                signedIn("meeting-assignment-new", "/meetings/{meeting}/assignments/new", Role.PROCESS_FACILITATOR),
                signedIn(
                        "meeting-assignment",
                        "/meetings/{meeting}/assignments/{meeting-assignment}",
                        Role.PROCESS_FACILITATOR),
                signedIn(
                        "meeting-assignment-edit",
                        "/meetings/{meeting}/assignments/{meeting-assignment}/edit",
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
                new Entry(
                        "selection-candidate-no-answer",
                        "/selection/1/candidates/" + InventedFigures.school(0),
                        Role.PROGRAMME_OFFICER,
                        422,
                        reader -> reader.send("main form[action*='/reports']")),
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
                signedIn("evaluations", "/evaluations", Role.EVALUATOR),
                signedIn("evaluations-management", "/evaluations", Role.MANAGEMENT),
                signedIn("evaluation-round", "/evaluations/rounds/{evaluated-round}", Role.EVALUATOR),
                new Entry(
                        "evaluation-round-refused",
                        "/evaluations/rounds/{evaluated-round}",
                        Role.EVALUATOR,
                        422,
                        reader -> sendAsItStands(reader, "main form[data-keep]")),
                signedIn("evaluation-planned", "/evaluations/{evaluation}", Role.EVALUATOR),
                signedIn("evaluation-threshold", "/evaluations/{evaluation-threshold}", Role.EVALUATOR),
                signedIn("selection-plan-threshold", "/selection/{threshold-round}/plan", Role.PROGRAMME_OFFICER),
                signedIn(
                        "selection-allotment-threshold",
                        "/selection/{threshold-round}/allotment",
                        Role.PROGRAMME_OFFICER),
                signedIn("evaluation-together", "/evaluations/{evaluation-together}", Role.EVALUATOR),
                signedIn("evaluation-beside", "/evaluations/{evaluation-beside}", Role.PROGRAMME_OFFICER),
                signedIn("evaluation-prospect", "/evaluations/prospects/2", Role.PROGRAMME_OFFICER),
                signedIn(
                        "evaluation-prospect-few", "/evaluations/prospects/1?places=1&after=2", Role.PROGRAMME_OFFICER),
                refused("evaluation-hidden", "/evaluations/999999", Role.EVALUATOR, 404),
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
                signedIn("programmes", "/programmes", Role.ADMINISTRATOR),
                signedIn("programmes-reader", "/programmes", Role.HEAD_TEACHER),
                signedIn("programmes-new", "/programmes/new?from=ksbs", Role.ADMINISTRATOR),
                signedIn("programmes-import", "/programmes/import", Role.ADMINISTRATOR),
                new Entry(
                        "programmes-import-tried",
                        "/programmes/import",
                        Role.ADMINISTRATOR,
                        200,
                        reader -> sendVariant(reader, "name: KSBS för småskolor\nlightMode: false\n")),
                new Entry(
                        "programmes-import-refused",
                        "/programmes/import",
                        Role.ADMINISTRATOR,
                        422,
                        reader -> sendVariant(reader, "levels: [SKOLA]\nfaser: 1\nphases: [{key: plan, terms: 0}]\n")),
                signedIn("programme", "/programmes/sbs", Role.ADMINISTRATOR),
                signedIn("programme-local", "/programmes/ksbs-small-schools", Role.HEAD_TEACHER),
                signedIn("programme-versions", "/programmes/ksbs-small-schools/versions", Role.ADMINISTRATOR),
                signedIn(
                        "programme-differences",
                        "/programmes/ksbs-small-schools/differences?from=1&to=1",
                        Role.ADMINISTRATOR),
                signedIn("programme-draft", "/programmes/ksbs-small-schools/draft", Role.ADMINISTRATOR),
                signedIn("programme-preview", "/programmes/ksbs-small-schools/draft/preview", Role.ADMINISTRATOR),
                signedIn("programme-part-names", "/programmes/ksbs-small-schools/draft/part", Role.ADMINISTRATOR),
                signedIn(
                        "programme-part-phase",
                        "/programmes/ksbs-small-schools/draft/part?at=phases/analysis",
                        Role.ADMINISTRATOR),
                signedIn(
                        "programme-part-meeting",
                        "/programmes/ksbs-small-schools/draft/part?at=series/six-meetings/meetings/see",
                        Role.ADMINISTRATOR),
                new Entry(
                        "programme-part-refused",
                        "/programmes/ksbs-small-schools/draft/part?at=phases/plan",
                        Role.ADMINISTRATOR,
                        422,
                        PageCatalogue::leavePhaseEmpty),
                new Entry(
                        "programme-part-conflict",
                        "/programmes/ksbs-small-schools/draft/part?at=phases/plan",
                        Role.ADMINISTRATOR,
                        409,
                        PageCatalogue::writeStalePhase),
                refused("programme-draft-refused", "/programmes/ksbs-small-schools/draft", Role.HEAD_TEACHER, 403),
                signedIn("agreements", "/partnerships/{agreed-case}/agreements", Role.PROGRAMME_OFFICER),
                signedIn("agreements-none", "/partnerships/{case-paused}/agreements", Role.PROGRAMME_OFFICER),
                signedIn("agreement-amendment", "/agreements/{agreement-amendment}", Role.PROGRAMME_OFFICER),
                signedIn("agreement-answered", "/agreements/{agreement-answered}", Role.PROGRAMME_OFFICER),
                signedIn("agreement-settled", "/agreements/{agreement-named}", Role.PROGRAMME_OFFICER),
                signedIn("agreement-in-force", "/agreements/{agreement-signed}", Role.PROGRAMME_OFFICER),
                signedIn("agreement-compared", "/agreements/{agreement-answered}/comparison", Role.PROGRAMME_OFFICER),
                signedIn(
                        "agreement-clause", "/agreements/{agreement-answered}/clauses/economy", Role.PROGRAMME_OFFICER),
                signedIn(
                        "agreement-clause-new", "/agreements/{agreement-answered}/clauses/new", Role.PROGRAMME_OFFICER),
                new Entry(
                        "agreement-clause-refused",
                        "/agreements/{agreement-answered}/clauses/new",
                        Role.PROGRAMME_OFFICER,
                        422,
                        reader -> sendAsItStands(reader, "main form[action*='/clauses/']")),
                signedIn(
                        "agreement-intervention",
                        "/agreements/{agreement-answered}/interventions/new",
                        Role.PROGRAMME_OFFICER),
                signedIn("agreement-handover", "/agreements/{agreement-answered}/handover", Role.PROGRAMME_OFFICER),
                signedIn("agreement-aside", "/agreements/{agreement-answered}/setting-aside", Role.PROGRAMME_OFFICER),
                refused("agreement-hidden", "/agreements/{agreement-answered}", Role.HEAD_TEACHER, 404),
                signedIn("agreement-naming", "/agreements/{agreement-named}/signing", Role.PROGRAMME_OFFICER),
                signedIn("agreement-signing", "/agreements/{agreement-unsigned}/signing", Role.PROGRAMME_OFFICER),
                signedIn("agreement-signed", "/agreements/{agreement-signed}/signing", Role.PROGRAMME_OFFICER),
                signedIn("agreement-unfiled", "/agreements/{agreement-unfiled}/signing", Role.PROGRAMME_OFFICER),
                signedIn(
                        "agreement-taking-back",
                        "/agreements/{agreement-unsigned}/signing/withdrawal",
                        Role.PROGRAMME_OFFICER),
                signedIn(
                        "agreement-reopening",
                        "/agreements/{agreement-named}/signing/withdrawal",
                        Role.PROGRAMME_OFFICER),
                new Entry(
                        "agreement-taking-back-refused",
                        "/agreements/{agreement-unsigned}/signing/withdrawal",
                        Role.PROGRAMME_OFFICER,
                        422,
                        reader -> sendAsItStands(reader, "main form[action$='/withdrawal']")),
                signedIn("agreement-filing", "/agreements/{agreement-unfiled}/filing", Role.PROGRAMME_OFFICER),
                signedIn("fundings", "/partnerships/{agreed-case}/funding", Role.PROGRAMME_OFFICER),
                signedIn("fundings-none", "/partnerships/{case-paused}/funding", Role.PROGRAMME_OFFICER),
                signedIn("funding-decision", "/partnerships/{agreed-case}/funding/new", Role.PROGRAMME_OFFICER),
                signedIn("funding-withdrawal", "/funding/{funding}/withdrawals/{payment}", Role.PROGRAMME_OFFICER),
                signedIn("funding-payment", "/funding/{funding}/entries/PAYMENT", Role.PROGRAMME_OFFICER),
                signedIn("deviations", "/partnerships/{agreed-case}/deviations", Role.PROGRAMME_OFFICER),
                signedIn("deviations-none", "/partnerships/{case-paused}/deviations", Role.PROGRAMME_OFFICER),
                signedIn("deviation-new", "/partnerships/{agreed-case}/deviations/new", Role.PROGRAMME_OFFICER),
                signedIn("case-with-agreement", "/partnerships/{agreed-case}", Role.PROGRAMME_OFFICER),
                signedIn("signatures", "/signatures", Role.EDUCATION_DIRECTOR),
                signedIn("signatures-none", "/signatures", Role.STAFF),
                signedIn("signing-void", "/signatures/{void-signing}", Role.EDUCATION_DIRECTOR),
                signedIn("signing-signed", "/signatures/{signed-signing}", Role.EDUCATION_DIRECTOR),
                signedIn("signing-asked", "/signatures/{void-signing}", Role.PROGRAMME_OFFICER),
                signedIn("signing-paper", "/signatures/{void-signing}/papers/1", Role.PROGRAMME_OFFICER),
                refused("signing-hidden", "/signatures/{void-signing}", Role.HEAD_TEACHER, 404),
                signedIn("retention", "/records/retention", Role.ARCHIVIST),
                signedIn("retention-rule", "/records/retention/rules/log-values", Role.ARCHIVIST),
                signedIn("retention-preview", "/records/retention/kinds/log-values", Role.ARCHIVIST),
                signedIn("retention-proposal", "/records/retention/proposals/{disposal}", Role.ARCHIVIST),
                signedIn("retention-proposal-own", "/records/retention/proposals/{disposal}", Role.ADMINISTRATOR),
                new Entry(
                        "retention-proposal-refused",
                        "/records/retention/proposals/{disposal}",
                        Role.ARCHIVIST,
                        422,
                        reader -> reader.send("main form[action$='/refusal']")),
                signedIn("retention-proposal-declined", "/records/retention/proposals/{declined}", Role.ARCHIVIST),
                signedIn("extracts", "/extracts?letters=Kim", Role.ARCHIVIST),
                signedIn("extract", "/extracts/{staff}", Role.ARCHIVIST),
                signedIn("extract-own", "/me/extract", Role.HEAD_TEACHER),
                signedIn("documents", "/documents", Role.PROGRAMME_OFFICER),
                signedIn("documents-received", "/documents?show=RECEIVED", Role.EDUCATION_DIRECTOR),
                signedIn("documents-opened", "/documents", Role.PROCESS_FACILITATOR),
                signedIn("documents-none", "/documents?show=OPENED", Role.ADMINISTRATOR),
                signedIn("document-new", "/documents/new", Role.PROGRAMME_OFFICER),
                new Entry(
                        "document-new-refused",
                        "/documents/new",
                        Role.PROGRAMME_OFFICER,
                        422,
                        PageCatalogue::addNoDocument),
                signedIn("document-draft", "/documents/{draft}", Role.PROGRAMME_OFFICER),
                signedIn("document-opened", "/documents/{draft}", Role.PROCESS_FACILITATOR),
                signedIn("document-adopted", "/documents/{adopted}", Role.PROGRAMME_OFFICER),
                signedIn("document-shared", "/documents/{shared}", Role.PROGRAMME_OFFICER),
                signedIn("document-received", "/documents/{shared}", Role.EDUCATION_DIRECTOR),
                refused("document-hidden", "/documents/{draft}", Role.ASSESSOR, 404),
                signedIn("document-version", "/documents/{draft}/versions/new", Role.PROGRAMME_OFFICER),
                signedIn("document-adoption", "/documents/{draft}/adoption", Role.PROGRAMME_OFFICER),
                signedIn("document-opening", "/documents/{draft}/opening?called=in", Role.PROGRAMME_OFFICER),
                new Entry(
                        "document-opening-refused",
                        "/documents/{draft}/opening",
                        Role.PROGRAMME_OFFICER,
                        422,
                        reader -> sendAsItStands(reader, "main form:has(input[name=until])")),
                signedIn("document-sharing-early", "/documents/{draft}/sharing", Role.PROGRAMME_OFFICER),
                signedIn(
                        "document-sharing",
                        "/documents/{adopted}/sharing?called=kommun&to={organiser-id}",
                        Role.PROGRAMME_OFFICER),
                new Entry(
                        "document-sharing-refused",
                        "/documents/{adopted}/sharing?to={organiser-id}",
                        Role.PROGRAMME_OFFICER,
                        422,
                        reader -> sendAsItStands(reader, "main form:has(input[name=understood])")),
                signedIn("document-guard", "/documents/{draft}/guard", Role.PROGRAMME_OFFICER),
                signedIn("document-aside", "/documents/{draft}/aside?called=in", Role.PROGRAMME_OFFICER),
                signedIn("mark", "/marks/inspectorate-note/{unmarked-note}", Role.PROGRAMME_OFFICER),
                signedIn("mark-standing", "/marks/inspectorate-note/{marked-note}", Role.PROGRAMME_OFFICER),
                signedIn("selection-notes-shut", "/selection/1/notes", Role.ASSESSOR),
                signedIn("register", "/records/register", Role.REGISTRAR),
                signedIn("register-nothing", "/records/register?text=xyzzyx", Role.REGISTRAR),
                signedIn("register-line", "/records/register/{registered}", Role.REGISTRAR),
                signedIn("register-series", "/records/series", Role.REGISTRAR),
                signedIn("publicity", "/records/publicity", Role.ADMINISTRATOR),
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

    private static Response chooseWhatIsStale(Reader reader) {
        reader.page().evaluate("""
                () => {
                  document.querySelector("main form input[name=version]").value = "999";
                  document.querySelector("main form input[name='seen.hour']").value = "8";
                }
                """);
        reader.page().locator("main select[name=hour]").selectOption("16");
        return reader.send("main form:has(input[name=version])");
    }

    private static Response pasteStaff(Reader reader) {
        reader.page()
                .locator("main textarea[name=lines]")
                .fill("namn;e-post;arbetslag\nÅsa;asa@skola.example;A\nÅsa;asa@skola.example;A\n19121212-1212;;A");
        return reader.send("main form[action$='/preview']");
    }

    private static Response addNoWebhook(Reader reader) {
        return sendAsItStands(reader, "main form[action='/webhooks']");
    }

    private static Response addWebhook(Reader reader) {
        reader.page().locator("main input[name=organisation]").fill(InventedWorld.ORGANISER);
        reader.page().locator("main input[name=name]").fill("Diariet");
        reader.page().locator("main input[name=url]").fill("https://93.184.215.14/samverkan");
        reader.page().locator("main input[name=kinds]").first().check();
        return reader.send("main form[action='/webhooks']");
    }

    private static Response inviteForYesterday(Reader reader) {
        reader.page().locator("main input[name=last-day]").fill("2020-01-01");
        return sendAsItStands(reader, "main form:has(input[name=last-day])");
    }

    private static Response answerNothing(Reader reader) {
        return sendAsItStands(reader, "main form[action$=answers]");
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

    private static Response sendVariant(Reader reader, String more) {
        String text = "key: ksbs-small-schools\ninherits: {variant: ksbs, version: 1}\n" + more;
        reader.page()
                .locator("main input[type=file]")
                .setInputFiles(
                        new FilePayload("program.yaml", "application/yaml", text.getBytes(StandardCharsets.UTF_8)));
        return reader.send("main form[enctype]");
    }

    private static Response leavePhaseEmpty(Reader reader) {
        reader.page().locator("main input[name=name]").fill("");
        reader.page().locator("main input[name=terms]").fill("0");
        return reader.send("main form[action$='/part']");
    }

    private static Response writeStalePhase(Reader reader) {
        reader.page().evaluate("""
                () => {
                  const form = document.querySelector("main form[action$='/part']");
                  form.querySelector("input[name=version]").value = "999";
                  form.querySelector("input[name='seen.purpose']").value = "Före de andras ändring";
                }
                """);
        reader.page().locator("main textarea[name=purpose]").fill("Ni bestämmer vad ni vill och gör det.");
        return reader.send("main form[action$='/part']");
    }

    private static Response addNoDocument(Reader reader) {
        return sendAsItStands(reader, "main form:has(input[type=file])");
    }

    private static Response sendNoFile(Reader reader) {
        return reader.send("form.drop");
    }

    private static Response tryCatalogue(Reader reader, String file) {
        reader.page()
                .locator("main input[type=file]")
                .setInputFiles(new FilePayload("utbud.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        return reader.send("main form[enctype]");
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
