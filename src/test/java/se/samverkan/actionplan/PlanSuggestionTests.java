package se.samverkan.actionplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.actionplan.content.PlanText;
import se.samverkan.actionplan.suggestion.PlanSuggestions;
import se.samverkan.discussion.opening.Openings;
import se.samverkan.partnership.RunningCase;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** Those a plan is open to suggest other words; those who write it choose. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=actionplan")
class PlanSuggestionTests {

    @Autowired
    WebApplicationContext application;

    private PlanStage stage;
    private long goal;
    private long intervention;

    @BeforeEach
    void anOpenPlan() {
        stage = new PlanStage(application);
        goal = stage.add(PlanPartKind.GOAL, "Ingen börjar om", stage.area().id(), Map.of());
        intervention = stage.add(
                PlanPartKind.INTERVENTION,
                "Överlämningsdag",
                stage.area().id(),
                Map.of(PlanField.MONDAY, "Lärarna läser"));
        stage.people.does(
                stage.head,
                () -> stage.people
                        .bean(Openings.class)
                        .open(
                                "actionplan",
                                stage.id,
                                Set.of(stage.people.facilitator, stage.people.researcher),
                                LocalDate.now().plusDays(14)));
    }

    private PlanSuggestions suggestions() {
        return stage.people.bean(PlanSuggestions.class);
    }

    private long suggest(long person, long part, String text, String words) {
        return stage.people.as(
                person,
                () -> suggestions()
                        .suggest(
                                stage.id,
                                part,
                                new PlanText(text),
                                stage.part(part).version(),
                                new FreeText(words, ""),
                                FreeText.NONE));
    }

    private MockHttpServletResponse accept(long person, long suggestion, int version) {
        return stage.people.sends(
                person,
                "/action-plans/" + stage.id + "/suggestions/" + suggestion + "/acceptance",
                "version",
                Integer.toString(version));
    }

    private MockHttpServletResponse decline(long person, long suggestion, String words) {
        return stage.people.sends(
                person,
                "/action-plans/" + stage.id + "/suggestions/" + suggestion + "/declining",
                "suggestion-answer",
                words);
    }

    @Test
    void becomesTheTextOnlyWhenTheOwnerChoosesSo() {
        String form = "/parts/" + goal + "/suggestions/TITLE";
        assertThat(stage.page(stage.people.facilitator, "/parts/" + goal)).contains("Föreslå andra ord", form);
        assertThat(stage.page(stage.people.facilitator, form)).contains("Så står det nu", "Ingen börjar om");
        MockHttpServletResponse sent = stage.people.sends(
                stage.people.facilitator,
                "/action-plans/" + stage.id + form,
                "version",
                "0",
                "suggested-words",
                "Ingen elev börjar om i årskurs 7",
                "suggested-why",
                "Då syns det vem det gäller");
        assertThat(sent.getStatus()).isEqualTo(303);
        assertThat(stage.part(goal).title()).isEqualTo("Ingen börjar om");
        assertThat(stage.people.page(stage.member, "/todo")).contains("Svara på ett förslag");

        String address = sent.getRedirectedUrl().replace("/action-plans/" + stage.id, "");
        assertThat(stage.page(stage.member, address))
                .contains("Så står det nu", "Så kunde det stå", "Då syns det vem det gäller", "Pia Processtödjare");
        long suggestion = Long.parseLong(address.replaceAll("\\D+", ""));
        assertThat(accept(stage.member, suggestion, 0).getStatus()).isIn(302, 303);
        assertThat(stage.part(goal).title()).isEqualTo("Ingen elev börjar om i årskurs 7");
        assertThat(stage.page(stage.head, "/parts/" + goal))
                .contains("Förslag av Pia Processtödjare", "Moa Medlem gjorde det till text", "Tidigare texter (1)");
        assertThat(stage.people.page(stage.member, "/todo")).doesNotContain("Svara på ett förslag");
    }

    @Test
    void isDeclinedWithAWord() {
        long suggestion = suggest(stage.people.researcher, goal, "TITLE", "Alla når målen");
        assertThat(decline(stage.member, suggestion, "").getStatus()).isEqualTo(422);
        assertThat(decline(stage.member, suggestion, "Det lovar för mycket").getStatus())
                .isIn(302, 303);
        assertThat(stage.part(goal).title()).isEqualTo("Ingen börjar om");
        assertThat(stage.page(stage.people.researcher, "/suggestions/" + suggestion))
                .contains("Det lovar för mycket", "lät texten stå kvar");
    }

    @Test
    void showsBothTextsWhenTheTextHasChangedSince() {
        long suggestion = suggest(stage.people.facilitator, intervention, "MONDAY", "Lärarna läser två och två");
        stage.change(intervention, PlanField.MONDAY, "Lärarna läser varje måndag");
        assertThat(stage.page(stage.member, "/suggestions/" + suggestion))
                .contains("Texten har ändrats sedan", "Lärarna läser varje måndag", "Lärarna läser två och två");
        MockHttpServletResponse late = accept(stage.member, suggestion, 0);
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(stage.part(intervention).text(PlanField.MONDAY)).isEqualTo("Lärarna läser varje måndag");

        accept(stage.member, suggestion, stage.part(intervention).version());
        assertThat(stage.part(intervention).text(PlanField.MONDAY)).isEqualTo("Lärarna läser två och två");
        assertThat(stage.page(stage.member, "/parts/" + intervention)).contains("Lärarna läser varje måndag");
    }

    @Test
    void twoSuggestionsOnOneTextAndTwoAnswersAtOnce() {
        long first = suggest(stage.people.facilitator, goal, "TITLE", "Ingen elev börjar om");
        long second = suggest(stage.people.researcher, goal, "TITLE", "Arbetet går vidare");
        accept(stage.member, first, 0);
        MockHttpServletResponse again = accept(stage.head, first, 1);
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(RunningCase.text(again)).contains("Någon annan hann svara");
        assertThat(stage.page(stage.head, "/suggestions/" + second)).contains("Texten har ändrats sedan");
        assertThat(stage.page(stage.head, "/suggestions")).contains("Väntar på svar", "Besvarade");
    }

    @Test
    void isTakenBackByWhoeverMadeItAndNobodyElse() {
        long suggestion = suggest(stage.people.facilitator, goal, "TITLE", "Ingen elev börjar om");
        assertThat(stage.people.refusal(
                        stage.people.researcher, () -> suggestions().withdraw(stage.id, suggestion)))
                .isEqualTo("actionplan.suggestion.refusal.not-yours");
        stage.people.does(stage.people.facilitator, () -> suggestions().withdraw(stage.id, suggestion));
        assertThat(accept(stage.member, suggestion, 0).getStatus()).isEqualTo(422);
        assertThat(stage.page(stage.member, "/suggestions")).contains("Inga förslag väntar");
    }

    @Test
    void isForThoseWhoReadAndDoNotWrite() {
        assertThat(stage.people.refusal(stage.member, () -> suggestions().toSuggest(stage.id)))
                .isEqualTo("actionplan.suggestion.refusal.writer");
        long other = suggest(stage.people.researcher, goal, "TITLE", "Nej");
        assertThat(stage.people.refusal(
                        stage.people.facilitator, () -> suggestions().accept(stage.id, other, 0)))
                .isEqualTo("refusal.verb.WRITE_ACTION_PLAN");
        assertThat(stage.people.status(
                        stage.people.running.otherHeadTeacher, "/action-plans/" + stage.id + "/suggestions"))
                .isEqualTo(404);
        long suggestion = suggest(stage.people.facilitator, goal, "TITLE", "Ingen elev börjar om");
        stage.people.does(stage.member, () -> stage.writing().remove(stage.id, goal));
        MockHttpServletResponse gone = accept(stage.member, suggestion, 0);
        assertThat(RunningCase.text(gone)).contains("Delen är borttagen");
    }
}
