package se.samverkan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.samverkan.access.Role;

/**
 * A selection round of compulsory schools as its people carry it, step by step, by forms and links. Each step begins at the
 * round's own page and shows what came of it.
 */
final class RoundInHand implements AutoCloseable {

    /** The most units of one organiser. */
    static final int OF_ONE_ORGANISER = 2;

    private static final byte[] PDF = {'%', 'P', 'D', 'F'};
    private static final byte[] ZIP = {'P', 'K'};
    private static final String SHARE_PASSED = "gr9-passed-all";

    private final int port;
    private final String pictures;
    private final Set<String> shown = new HashSet<>();
    private final Hand officer;
    private String address = "";

    /** @param pictures what the pictures of its steps begin with */
    RoundInHand(int port, String pictures) {
        this.port = port;
        this.pictures = pictures;
        officer = new Hand(port, Residents.email(Role.PROGRAMME_OFFICER));
    }

    String address() {
        return address;
    }

    Hand officer() {
        return officer;
    }

    /** The round's own page, and from there to one of its steps. */
    Hand goesTo(Hand somebody, String step) {
        return somebody.opens(address).presses("a[href='" + address + "/" + step + "']");
    }

    /** Pictures of a step, the first time it is come to. */
    void shows(Hand somebody, String step) {
        if (shown.add(step)) {
            somebody.shows("journey-" + pictures + "-" + step);
        }
    }

    void isOpened(String name, int places) {
        officer.opens("/selection").presses("a[href='/selection/new']");
        officer.fills("name", name)
                .fills(
                        "purpose",
                        "Att fler elever ska nå målen i de skolor som har svårast att klara det på egen hand.")
                .fills("cohort", "HT 2026")
                .fills("places-COMPULSORY", Integer.toString(places))
                .fills("per-organiser", Integer.toString(OF_ONE_ORGANISER));
        shows(officer, "01-new");
        officer.presses("form[action='/selection'] button");
        address = officer.place();
        assertThat(address).matches("/selection/\\d+");
        shows(officer, "02-opened");
    }

    void getsItsPeople() {
        goesTo(officer, "people");
        joins("ASSESSOR", "Kim Assessor");
        joins("ASSESSOR", "Robin Assessor");
        joins("DECIDER", "Kim Decider");
        joins("REVEALER", "Kim Programme officer");
        shows(officer, "03-people");
    }

    private void joins(String duty, String name) {
        String form = "form:has(input[name=duty][value=" + duty + "])";
        officer.page()
                .locator("main " + form + " select")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(name));
        officer.presses(form + " button");
        assertThat(officer.reads("section[aria-labelledby=duty-" + duty + "] .rows"))
                .contains(name);
    }

    void getsItsCriteria(String threshold) {
        goesTo(officer, "criteria");
        shows(officer, "04-no-criteria");
        counts(SHARE_PASSED, "THRESHOLD", threshold, "3");
        shows(officer, "05-first-criterion");
        counts(SHARE_PASSED, "WEIGHT", "2", "3");
        counts("salsa-parents-education", "WEIGHT", "1", "1");
        shows(officer, "06-criteria");
        assertThat(officer.readsAll(".table tbody tr")).hasSize(3);
    }

    private void counts(String indicator, String use, String amount, String years) {
        if (officer.page().locator("main details.fold[open]").count() == 0) {
            officer.page().locator("main details.fold summary").press("Enter");
        }
        officer.presses("a[href*='indicator=" + indicator + "']");
        officer.picks("use", use).fills("amount", amount).picks("years", years);
        officer.presses("form[action$='/criteria'] button");
    }

    /** The keys of the units that meet the thresholds, those most likely to need most first. */
    List<String> showsItsCandidates() {
        goesTo(officer, "candidates");
        shows(officer, "07-candidates");
        assertThat(officer.readsAll(".candidates .trend"))
                .anySatisfy(told -> assertThat(told).contains("procentenheter om året"));
        officer.picks("order", "NEED").presses("form.filters button");
        shows(officer, "08-candidates-by-need");
        return keys(officer, ".candidates tbody th a");
    }

    static List<String> keys(Hand somebody, String links) {
        return somebody.page().locator("main " + links).all().stream()
                .map(link -> link.getAttribute("href"))
                .map(href -> href.replaceFirst("\\?.*", "").replaceFirst(".*/", ""))
                .toList();
    }

    void leavesOut(String unit) {
        goesTo(officer, "candidates");
        officer.picks("order", "NEED").presses("form.filters button").presses("a[href*='/candidates/" + unit + "']");
        officer.page().locator("main details.fold summary").all().forEach(fold -> fold.press("Enter"));
        shows(officer, "09-candidate");
        officer.presses("a[href*='/exclusions/new']").picks("reason", "MERGER_PLANNED");
        shows(officer, "10-excluding");
        officer.presses("form[action$='/exclusions'] button");
        goesTo(officer, "exclusions");
        shows(officer, "11-exclusions");
        assertThat(keys(officer, ".row-title a")).containsExactly(unit);
    }

    void isFrozen() {
        goesTo(officer, "basis");
        shows(officer, "20-before-freezing");
        officer.presses("form[action$='/basis'] button");
        shows(officer, "21-frozen");
        assertThat(officer.reads("code.sum")).matches("[0-9a-f]{64}");
    }

    void getsItsPlanLocked(String model) {
        goesTo(officer, "plan");
        officer.picks("outcome-0", SHARE_PASSED)
                .picks("direction-0", "UP")
                .picks("model", model)
                .fills(
                        "hypothesis",
                        "Fler elever får godkänt i alla ämnen, eftersom lärarna får tid att planera tillsammans.");
        shows(officer, "22-planning");
        officer.presses("form[action$='/plan'] button");
        shows(officer, "23-plan");
        assertThat(officer.reads("code.sum")).matches("[0-9a-f]{64}");
    }

    void isProposed() {
        goesTo(officer, "decision");
        shows(officer, "40-no-proposal");
        officer.presses("a[href$='/proposal']")
                .fills("reasons", "Behovet är störst i de här skolorna, och stödet ryms inom anslaget.")
                .isRefusedBy("form[action$='/proposal'] button");
        shows(officer, "41-proposal-refused");
        officer.fills("case-number", "SM 2026:" + address.replaceAll("\\D", ""))
                .ticks("impartial", "true")
                .presses("form[action$='/proposal'] button");
        shows(officer, "42-proposed");
    }

    /** By somebody else, who reads the draft first. */
    void isDecided() {
        try (Hand decider = signsIn(Residents.email(Role.DECIDER))) {
            goesTo(decider, "decision");
            assertThat(decider.takesAway("a[href$='/draft.pdf']")).startsWith(PDF);
            decider.ticks("impartial", "true");
            shows(decider, "43-deciding");
            decider.presses("form[action$='/decision'] button");
            shows(decider, "44-decided");
            assertThat(decider.takesAway("a[href$='/decision.pdf']")).startsWith(PDF);
            assertThat(decider.takesAway("a[href$='/decision.docx']")).startsWith(ZIP);
        }
    }

    void isHiddenFrom(Hand organiser) {
        organiser.opens("/selection");
        assertThat(organiser.readsAll("a[href='" + decision() + "']")).isEmpty();
        assertThat(organiser
                        .page()
                        .navigate(organiser.page().url().replaceFirst("/selection$", address))
                        .status())
                .isEqualTo(404);
    }

    /** Where organisers read it. */
    private String decision() {
        return address.replace("/selection/", "/selection/decisions/");
    }

    void isShared() {
        goesTo(officer, "sharing");
        shows(officer, "45-sharing");
        officer.fills("message", "Vi ringer er inom två veckor.").presses("form[action$='/sharing'] button");
        shows(officer, "46-shared");
    }

    void isReadBy(Hand organiser) {
        organiser.opens("/selection");
        shows(organiser, "47-organiser");
        organiser.presses("a[href='" + decision() + "']");
        shows(organiser, "48-shared-decision");
        assertThat(organiser.reads(".rows")).contains("Erbjuds stöd.");
        assertThat(organiser.takesAway("a[href$='/decision.pdf']")).startsWith(PDF);
    }

    /** One of those offered declines, and the first reserve takes the place, where there is one. */
    void losesOneAndTakesInAReserve() {
        goesTo(officer, "offers");
        String standing = "section[aria-labelledby=form-COMPULSORY] h3 + ol";
        int places = officer.readsAll(standing + ":first-of-type li").size();
        officer.presses("a[href$='/replacement']").picks("reason", "DECLINED");
        shows(officer, "49-replacing");
        officer.presses("form[action$='/replacement'] button");
        shows(officer, "50-replaced");
        assertThat(officer.readsAll(standing + ":first-of-type li")).hasSize(places);
        assertThat(officer.readsAll("section[aria-labelledby=left-out] table tbody tr"))
                .hasSize(1);
    }

    void isClosed() {
        goesTo(officer, "closing");
        shows(officer, "51-closing");
        officer.presses("form[action$='/closing'] button");
        shows(officer, "52-closed");
        assertThat(officer.readsAll("a[href$='/edit']")).isEmpty();
    }

    Hand signsIn(String email) {
        return new Hand(port, email);
    }

    @Override
    public void close() {
        officer.close();
    }
}
