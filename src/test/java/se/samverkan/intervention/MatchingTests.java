package se.samverkan.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.analysis.chain.CauseKind;
import se.samverkan.analysis.chain.PartDraft;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.intervention.catalogue.Theme;
import se.samverkan.intervention.lesson.Readers;
import se.samverkan.shared.Period;
import se.samverkan.testing.SamverkanTest;

/** From a cause to what could meet it, with the reasons written out; chosen by people, with theirs. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=intervention")
class MatchingTests {

    @Autowired
    WebApplicationContext application;

    private InterventionStage stage;
    private long id;
    private long cause;
    private String matches;
    private String tag;

    @BeforeEach
    void aCause() {
        stage = new InterventionStage(application);
        tag = "Nr" + System.nanoTime();
        id = stage.theCase.begun();
        long problem = stage.theCase.problem(id, "Många når inte målen");
        cause = stage.theCase.add(
                id,
                new PartDraft(
                        PartKind.CAUSE,
                        CauseKind.TEACHING.name(),
                        "TEACHING",
                        "",
                        "Eleverna läser för lite i våra ämnen",
                        "",
                        ""),
                problem);
        matches = "/analyses/" + id + "/matches";
    }

    private long offer(String ref, String... others) {
        return stage.offer(stage.coordinator, stage.universityKey, ref, others);
    }

    @Test
    void tellsWhyEachEntryAnswersAndWhatSpeaksAgainst() {
        Period next = Period.termOf(stage.theCase.running.today).plusTerms(1);
        offer("A", "entry-title", tag + " Läsning i alla ämnen", "capacity", next + ": 3", "research", "Någon 2020");
        offer("B", "entry-title", tag + " Frånvaro", "themes", "ABSENCE");
        String page = stage.theCase.page(stage.theCase.member, matches + "/" + cause);

        assertThat(page)
                .contains("Söker på: Språk och läsning", tag + " Läsning i alla ämnen", "Handlar om Språk och läsning")
                .contains("Ska ändra något där orsaken finns: Undervisningen", "Ges hos er eller i hela landet")
                .contains("3 grupper", "Vilar på forskning")
                .doesNotContain(tag + " Frånvaro", "match.");
        assertThat(stage.theCase.page(stage.theCase.member, matches + "/" + cause + "?theme=&theme=ABSENCE"))
                .contains(tag + " Frånvaro");
    }

    @Test
    void leavesOutWhatIsForOtherSchoolFormsAndTellsWhatIsFull() {
        Period next = Period.termOf(stage.theCase.running.today).plusTerms(1);
        stage.theCase
                .running
                .cast
                .behind()
                .sql("insert into organisation.unit_form (unit, form, grades) values (?, 'COMPULSORY', '{}')")
                .param(stage.theCase.unit)
                .update();
        offer("A", "entry-title", tag + " gymnasium", "school-forms", "UPPER_SECONDARY");
        offer("B", "entry-title", tag + " grundskola", "school-forms", "COMPULSORY", "capacity", next + ": 0");
        assertThat(stage.theCase.page(stage.theCase.member, matches + "/" + cause))
                .doesNotContain(tag + " gymnasium")
                .contains(tag + " grundskola", "Är gjord för er skolform", "Emot:", "fullt de terminer");
    }

    @Test
    void putsFirstWhatHasTheMostReasons() {
        Period next = Period.termOf(stage.theCase.running.today).plusTerms(1);
        offer(
                "A",
                "themes",
                "PRESCHOOL_PLAY",
                "entry-title",
                tag + " full",
                "levels",
                "ORGANISER",
                "capacity",
                next + ": 0");
        offer(
                "B",
                "themes",
                "PRESCHOOL_PLAY",
                "entry-title",
                tag + " rum",
                "levels",
                "ORGANISER",
                "capacity",
                next + ": 2");
        offer("C", "themes", "PRESCHOOL_PLAY", "entry-title", tag + " nivå", "capacity", next + ": 2");
        offer(
                "D",
                "themes",
                "PRESCHOOL_PLAY",
                "entry-title",
                tag + " eleverna läser i ämnen",
                "capacity",
                next + ": 2",
                "research",
                "Någon 2020");
        assertThat(stage.theCase.page(stage.theCase.member, matches + "/" + cause + "?theme=&theme=PRESCHOOL_PLAY"))
                .containsSubsequence(
                        tag + " eleverna läser i ämnen", tag + " nivå", tag + " rum", tag + " full", "Emot:");
    }

    @Test
    void isChosenWithAReasonThatIsKeptWithTheProgramsOwn() {
        long entry = offer("A", "entry-title", tag + " Läsning");
        String choice = matches + "/" + cause + "/entries/" + entry;
        assertThat(stage.theCase.page(stage.theCase.member, choice)).contains("Varför väljer ni den?");
        MockHttpServletResponse silent =
                stage.theCase.sends(stage.theCase.member, choice, "version", "0", "theme", "LANGUAGE", "why", " ");
        assertThat(silent.getStatus()).isEqualTo(422);
        assertThat(choose(entry, "Vi kan börja i januari").getStatus()).isEqualTo(303);

        assertThat(stage.theCase.page(stage.theCase.running.headTeacher, matches))
                .contains(
                        tag + " Läsning",
                        "Vi kan börja i januari",
                        "Valdes av Moa Medlem",
                        "Handlar om Språk och läsning");
        assertThat(stage.theCase.running.page(stage.theCase.running.headTeacher, "/interventions"))
                .contains(tag + " Läsning");
        assertThat(stage.theCase.running.page(stage.theCase.running.headTeacher, ""))
                .contains(tag + " Läsning");
        assertThat(stage.theCase.running.told("analysis.intervention-chosen", stage.theCase.running.organiser))
                .isEqualTo(1);
        MockHttpServletResponse again = choose(entry, "Igen");
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(InterventionStage.text(again)).contains("Någon har redan valt");
    }

    private MockHttpServletResponse choose(long entry, String why) {
        return stage.theCase.sends(
                stage.theCase.member,
                matches + "/" + cause + "/entries/" + entry,
                "version",
                "0",
                "theme",
                "LANGUAGE",
                "why",
                why);
    }

    @Test
    void countsWhatOtherUnitsHaveChosenAndNeverTellsWhich() {
        long entry = offer("A", "entry-title", tag + " Läsning");
        choose(entry, "Vi vill");
        long other = stage.theCase.as(
                stage.theCase.running.otherHeadTeacher,
                () -> stage.theCase
                        .bean(se.samverkan.analysis.chain.Analyses.class)
                        .begin(stage.theCase.running.id, stage.theCase.running.otherSchool));
        long theirs = stage.theCase.as(
                stage.theCase.running.otherHeadTeacher,
                () -> stage.theCase
                        .bean(se.samverkan.analysis.chain.Chains.class)
                        .add(
                                other,
                                new PartDraft(
                                        PartKind.CAUSE, CauseKind.TEACHING.name(), "", "", "De läser inte", "", ""),
                                java.util.Optional.empty()));
        assertThat(stage.theCase.page(
                        stage.theCase.running.otherHeadTeacher, "/analyses/" + other + "/matches/" + theirs))
                .contains(tag + " Läsning", "En annan enhet har valt den")
                .doesNotContain("Ekskolan", "Vi vill");
    }

    @Test
    void isUndoneAndStaysInTheRecord() {
        long entry = offer("A", "entry-title", tag + " Läsning");
        choose(entry, "Vi vill");
        long choice = stage.theCase
                .running
                .cast
                .behind()
                .sql("select id from intervention.choice where analysis = ?")
                .param(id)
                .query(Long.class)
                .single();
        String undoing = matches + "/choices/" + choice + "/undoing";
        assertThat(stage.theCase.sends(stage.theCase.running.director, undoing).getStatus())
                .isEqualTo(403);
        assertThat(stage.theCase
                        .sends(stage.theCase.running.headTeacher, undoing)
                        .getStatus())
                .isEqualTo(303);
        assertThat(stage.theCase.page(stage.theCase.member, matches)).doesNotContain("Vi vill");
        assertThat(choose(entry, "Ändå").getStatus()).isEqualTo(303);
        assertThat(stage.theCase
                        .running
                        .cast
                        .behind()
                        .sql("select count(*) from intervention.choice where analysis = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void isSeenByThoseWhoReadTheAnalysisOnly() {
        long entry = offer("A", "entry-title", tag + " Läsning");
        choose(entry, "Vi vill");
        assertThat(stage.theCase.page(stage.theCase.running.director, matches))
                .contains("Vi vill")
                .doesNotContain("undoing");
        for (long other : java.util.List.of(
                stage.theCase.running.otherHeadTeacher, stage.theCase.running.officer, stage.theCase.facilitator)) {
            assertThat(stage.theCase.status(other, matches)).isEqualTo(404);
            assertThat(stage.theCase.status(other, matches + "/" + cause)).isEqualTo(404);
            assertThat(stage.theCase.running.page(other, "/interventions")).doesNotContain(tag);
        }
        assertThat(stage.theCase.status(stage.coordinator, matches)).isEqualTo(403);
    }

    @Test
    void showsLessonsOfOthersForALikeCause() {
        stage.lesson(
                stage.theCase.running.otherHeadTeacher,
                tag + " läsgrupper",
                "Eleverna läste för lite",
                Readers.EVERYBODY,
                Theme.LANGUAGE);
        assertThat(stage.theCase.page(stage.theCase.member, matches + "/" + cause))
                .contains(tag + " läsgrupper");
    }
}
