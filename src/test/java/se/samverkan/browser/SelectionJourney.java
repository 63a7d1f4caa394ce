package se.samverkan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samverkan.access.Role;

/** A selection round walked through in the browser, by lot and by assessment, from no round to places with comparison units. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SelectionJourney {

    private static final int PLACES_BY_ASSESSMENT = 5;

    @LocalServerPort
    int port;

    /** Lays the country open in which the round is opened, and its people. */
    abstract void settle();

    /** What the pictures of the walk begin with. */
    abstract String pictures();

    abstract int placesByLot();

    /** The share with passes in all subjects that a unit must lie below, in percent. */
    abstract String threshold();

    @BeforeAll
    void begin() {
        settle();
    }

    @Test
    void byLotIsProvedByHandFromTheListAndTheSeed() {
        try (RoundInHand round = new RoundInHand(port, pictures() + "lot");
                Hand organiser = round.signsIn(Residents.email(Role.EDUCATION_DIRECTOR))) {
            round.isOpened("Lottad omgång 2026", placesByLot());
            round.getsItsPeople();
            round.getsItsCriteria(threshold());
            List<String> neediest = round.showsItsCandidates();
            round.leavesOut(neediest.getFirst());
            round.isFrozen();
            round.getsItsPlanLocked("PAIR_FIXED_EFFECTS");

            String committed = commitsASeed(round);
            byte[] list = freezesItsList(round);
            ProofByHand proof = drawsAndProves(round, list);

            assertThat(proof.sumOfTheSeed()).isEqualTo(committed);
            assertThat(new String(list, StandardCharsets.UTF_8)).doesNotContain(neediest.getFirst());
            areOffered(round, proof);
            ends(round, organiser);
            isOpenToEverybody(organiser, committed, list);
        }
    }

    /** From the allotment to a closed round. */
    private static void ends(RoundInHand round, Hand organiser) {
        round.isProposed();
        round.isDecided();
        round.isHiddenFrom(organiser);
        round.isShared();
        round.isReadBy(organiser);
        round.losesOneAndTakesInAReserve();
        round.isClosed();
    }

    private static void isOpenToEverybody(Hand reader, String committed, byte[] list) {
        reader.opens("/draws/" + committed);
        assertThat(reader.takesAway("a[href$='/list.csv']")).isEqualTo(list);
    }

    private static String commitsASeed(RoundInHand round) {
        round.goesTo(round.officer(), "draw").presses("form[action$='/seed'] button");
        round.shows(round.officer(), "30-seed");
        return round.officer().reads("section[aria-labelledby=seed] code.sum");
    }

    private static byte[] freezesItsList(RoundInHand round) {
        Hand officer = round.officer();
        officer.presses("form[action$='/list'] button");
        round.shows(officer, "31-list");
        return officer.takesAway("a[href$='/list.csv']");
    }

    private static ProofByHand drawsAndProves(RoundInHand round, byte[] list) {
        Hand officer = round.officer();
        String sum = officer.reads("section[aria-labelledby=list] code.sum");
        officer.presses("section[aria-labelledby=lot] form button");
        round.goesTo(officer, "allotment").presses("a[href$='/draw']");
        round.shows(officer, "32-proof");
        String seed = officer.readsAll("section[aria-labelledby=seed] code.sum").getLast();
        ProofByHand proof = new ProofByHand(list, seed);
        assertThat(proof.sumOfTheList()).isEqualTo(sum);
        assertThat(officer.takesAway("a[href$='/list.csv']")).isEqualTo(list);
        return proof;
    }

    private void areOffered(RoundInHand round, ProofByHand proof) {
        round.goesTo(round.officer(), "allotment");
        round.shows(round.officer(), "33-allotted");
        List<String> first = allotted(round, "OFFERED");
        assertThat(first).hasSizeLessThanOrEqualTo(placesByLot()).isNotEmpty();
        assertThat(allotted(round, "COMPARISON")).hasSameSizeAs(first).doesNotContainAnyElementsOf(first);
        List<String> all = new ArrayList<>(first);
        all.addAll(allotted(round, "RESERVE"));
        assertThat(all).containsExactlyInAnyOrderElementsOf(proof.offered());
    }

    private static List<String> allotted(RoundInHand round, String part) {
        return RoundInHand.keys(round.officer(), "#COMPULSORY-" + part + " + .table-wrap tbody th a");
    }

    @Test
    void byAssessmentGivesEachChosenUnitAComparisonUnitOrSaysThatItHasNone() {
        try (RoundInHand round = new RoundInHand(port, pictures() + "assessment");
                Hand first = round.signsIn(Residents.email(Role.ASSESSOR));
                Hand second = round.signsIn(Residents.secondOf(Role.ASSESSOR));
                Hand organiser = round.signsIn(Residents.email(Role.EDUCATION_DIRECTOR))) {
            round.isOpened("Urval våren 2026", PLACES_BY_ASSESSMENT);
            round.getsItsPeople();
            round.getsItsCriteria(threshold());
            List<String> neediest = round.showsItsCandidates();
            round.leavesOut(neediest.getFirst());
            List<String> assessed = neediest.subList(1, 9);
            assessed.forEach(unit -> isAssessed(round, first, second, unit));
            isAssessedAsAbleOnItsOwn(round, first, second, neediest.get(9));
            round.isFrozen();
            round.getsItsPlanLocked("DIFFERENCE_IN_DIFFERENCES");

            List<String> chosen = chooses(round);

            assertThat(assessed).containsAll(chosen).doesNotContain(neediest.get(9));
            areCompared(round, chosen, neediest.getFirst());
            ends(round, organiser);
        }
    }

    private static void isAssessed(RoundInHand round, Hand first, Hand second, String unit) {
        isJudged(round, first, unit, "WITH_SUPPORT", "Ledningen är ny och lärarna saknar tid att arbeta tillsammans.");
        assertThat(second.opens(round.address() + "/assessments/" + unit).reads(".side-by-side"))
                .as("the second assessor does not see the first one's work")
                .doesNotContain("Ledningen är ny");
        round.shows(second, "12-assessing");
        isJudged(round, second, unit, "WITH_SUPPORT", "Huvudmannen har inte följt upp resultaten.");
        assertThat(second.readsAll("section.card h2")).containsExactlyInAnyOrder("Kim Assessor", "Robin Assessor");
        round.shows(second, "13-both-done");
        isJoined(round, second, unit, "WITH_SUPPORT");
        round.shows(second, "14-joined");
    }

    private static void isAssessedAsAbleOnItsOwn(RoundInHand round, Hand first, Hand second, String unit) {
        isJudged(round, first, unit, "ON_ITS_OWN", "Skolan har en plan som redan ger resultat.");
        isJudged(round, second, unit, "WITH_SUPPORT", "Planen är ny.");
        round.shows(second, "15-differ");
        isJoined(round, second, unit, "ON_ITS_OWN");
        round.goesTo(second, "assessments");
        second.picks("order", "NEED").presses("form.filters button");
        round.shows(second, "16-assessments");
    }

    private static void isJudged(RoundInHand round, Hand assessor, String unit, String conclusion, String reasons) {
        assessor.opens(round.address() + "/assessments/" + unit)
                .ticks("conclusion", conclusion)
                .fills("reasons", reasons)
                .presses("button[name=done][value=true]");
        assessor.opens(round.address() + "/assessments/" + unit);
    }

    private static void isJoined(RoundInHand round, Hand assessor, String unit, String conclusion) {
        assessor.ticks("conclusion", conclusion)
                .fills("reasons", "Vi är överens efter att ha läst varandras skäl.")
                .presses("form[action$='/joint'] button");
        assessor.opens(round.address() + "/assessments/" + unit);
    }

    private static List<String> chooses(RoundInHand round) {
        Hand officer = round.goesTo(round.officer(), "choice");
        round.shows(officer, "30-choosing");
        officer.isRefusedBy("form[action$='/choice'] button.button");
        round.shows(officer, "31-nobody-chosen");
        List<String> chosen = new ArrayList<>();
        Map<String, Integer> ofOrganiser = new HashMap<>();
        for (Locator box : officer.page().locator("main input[name=unit]").all()) {
            String organiser =
                    officer.reads("label[for='" + box.getAttribute("id") + "']").replaceFirst("^.*, ", "");
            if (chosen.size() < PLACES_BY_ASSESSMENT
                    && ofOrganiser.merge(organiser, 1, Integer::sum) <= RoundInHand.OF_ONE_ORGANISER) {
                officer.ticks("unit", box.getAttribute("value"));
                chosen.add(box.getAttribute("value").replaceFirst(".*/", ""));
            }
        }
        officer.presses("form[action$='/choice'] button.button");
        assertThat(chosen).hasSizeGreaterThan(2);
        return chosen;
    }

    private static void areCompared(RoundInHand round, List<String> chosen, String excluded) {
        round.goesTo(round.officer(), "allotment");
        round.shows(round.officer(), "33-allotted");
        assertThat(allotted(round, "OFFERED")).containsExactlyInAnyOrderElementsOf(chosen);
        List<String> compared = allotted(round, "COMPARISON");
        List<String> alone = round.officer().readsAll("#COMPULSORY-ALONE + ul li");
        assertThat(compared)
                .hasSizeGreaterThan(1)
                .hasSizeGreaterThanOrEqualTo(chosen.size() - alone.size())
                .doesNotContainAnyElementsOf(chosen)
                .doesNotContain(excluded);
        assertThat(round.officer().readsAll(".love-figure svg.love")).hasSize(1);
        assertThat(round.officer().readsAll(".section .table tbody tr")).hasSizeGreaterThan(2);
    }
}
