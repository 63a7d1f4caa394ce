package se.samverkan.selection.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.selection.RoundOfFigures;
import se.samverkan.selection.invitation.ExclusionRequest.State;
import se.samverkan.selection.material.Exclusions;
import se.samverkan.selection.round.RoundMaterial.Reason;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** What an invited organiser proposes to leave out: taken back or answered, once, and before the basis is frozen. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=selection")
class ExclusionRequestTests {

    private static final String ADDRESS = "/selection/invitations/";

    @Autowired
    WebApplicationContext application;

    private InvitationStage stage;
    private RoundOfFigures round;

    @BeforeEach
    void aRound() {
        stage = new InvitationStage(application);
        round = stage.round;
    }

    @Test
    void takesAProposalAndLetsItBeTakenBackUntilItIsAnswered() {
        long id = stage.invite(stage.invited);
        long request = stage.propose(id);
        assertThat(stage.page(round.officer, "/selection/" + round.id + "/exclusions"))
                .contains("Förslag från inbjudna huvudmän", "Ulla Utbildningschef", "ska läggas ned");
        assertThat(stage.page(round.officer, "/selection/" + round.id)).contains("Ett förslag väntar på svar");

        stage.does(stage.coordinator, () -> stage.answering().withdraw(id, request));

        assertThat(stage.request(request).state()).isEqualTo(State.WITHDRAWN);
        assertThat(stage.reason(round.officer, () -> stage.requests().accept(round.id, request)))
                .isEqualTo("selection.refusal.request-withdrawn");
        long again = stage.propose(id);
        stage.does(round.officer, () -> stage.requests().decline(round.id, again, new FreeText("Den behövs", "")));
        assertThat(stage.reason(stage.director, () -> stage.answering().withdraw(id, again)))
                .isEqualTo("selection.refusal.request-answered");
        assertThat(stage.page(stage.director, ADDRESS + id)).contains("avslaget, enheten är kvar", "Den behövs");
    }

    @Test
    void becomesAnExclusionWhenItIsAccepted() {
        long id = stage.invite(stage.invited);
        long request = stage.propose(id);

        stage.does(round.officer, () -> stage.requests().accept(round.id, request));

        assertThat(round.as(round.officer, () -> round.bean(Exclusions.class).standing(round.id)))
                .singleElement()
                .satisfies(exclusion -> assertThat(exclusion.reason()).isEqualTo(Reason.CLOSING));
        assertThat(stage.request(request).state()).isEqualTo(State.ACCEPTED);
        assertThat(stage.reason(round.officer, () -> stage.requests().accept(round.id, request)))
                .isEqualTo("selection.refusal.request-answered-already");
        assertThat(stage.page(stage.director, ADDRESS + id)).contains("godtaget, enheten är undantagen");

        round.does(() -> round.bean(Exclusions.class)
                .withdraw(
                        round.id,
                        round.bean(Exclusions.class).all(round.id).getFirst().id()));
        assertThat(stage.page(stage.director, ADDRESS + id)).contains("enheten är med igen");
    }

    @Test
    void isAnsweredByTheExclusionThatStandsAlready() {
        long id = stage.invite(stage.invited);
        long request = stage.propose(id);
        round.exclude(stage.invited.units().getFirst().unit());

        stage.does(round.officer, () -> stage.requests().accept(round.id, request));

        assertThat(round.as(round.officer, () -> round.bean(Exclusions.class).standing(round.id)))
                .hasSize(1);
        assertThat(stage.request(request).state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void needsAReasonOfTheOrganisersAndWordsForAnotherOne() {
        long id = stage.invite(stage.invited);
        assertThat(proposing(id, stage.unit(), Reason.NOT_COMPARABLE)).isEqualTo("selection.refusal.exclusion-reason");
        assertThat(proposing(id, stage.unit(), Reason.OTHER)).isEqualTo("selection.refusal.request-note");
        assertThat(proposing(id, stage.other.units().getFirst().key(), Reason.CLOSING))
                .isEqualTo("selection.refusal.request-unit");
        long request = stage.propose(id);
        assertThat(stage.reason(
                        round.officer, () -> stage.requests().decline(round.id, request, InvitationStage.NOTHING)))
                .isEqualTo("selection.refusal.decline-words");
    }

    private String proposing(long invitation, String unit, Reason reason) {
        return stage.reason(
                stage.director, () -> stage.answering().request(invitation, unit, reason, InvitationStage.NOTHING));
    }

    @Test
    void asksWhyAPersonalIdentityNumberStandsThere() {
        long id = stage.invite(stage.invited);

        String answer = stage.answer(
                stage.director,
                post(ADDRESS + id + "/requests")
                        .param("once", token())
                        .param("version", "0")
                        .param("unit", stage.unit())
                        .param("reason", "CLOSING")
                        .param("note", "Rektor 811218-9876 slutar"));

        assertThat(answer).contains("Varför personnumret ska stå kvar");
        assertThat(round.as(stage.director, () -> stage.answering().requests(id)))
                .isEmpty();
    }

    @Test
    void closesAfterTheLastDayAndStaysReadable() {
        long id = stage.invite(stage.invited);
        long request = stage.propose(id);
        stage.passDay();

        assertThat(proposing(id, stage.unit(), Reason.CLOSING)).isEqualTo("selection.refusal.day-passed");
        assertThat(stage.reason(stage.director, () -> stage.answering().withdraw(id, request)))
                .isEqualTo("selection.refusal.day-passed");
        assertThat(stage.page(stage.director, ADDRESS + id))
                .contains("det går inte att föreslå undantag längre")
                .doesNotContain("Föreslå undantaget", "Ta tillbaka förslaget");
        stage.does(round.officer, () -> stage.requests().accept(round.id, request));
    }

    @Test
    void isAnsweredBeforeTheBasisIsFrozen() {
        long id = stage.invite(stage.invited);
        long request = stage.propose(id);
        assertThat(round.refused(round::freeze)).isEqualTo("selection.refusal.requests-wait");
        assertThat(stage.page(round.officer, "/selection/" + round.id + "/basis"))
                .contains("väntar på svar", "/selection/" + round.id + "/exclusions");

        stage.does(round.officer, () -> stage.requests().accept(round.id, request));
        round.freeze();

        assertThat(proposing(id, stage.invited.units().getLast().key(), Reason.CLOSING))
                .isEqualTo("selection.refusal.invitation-frozen");
        assertThat(stage.page(stage.director, ADDRESS + id)).contains("Underlaget för lottningen är fryst");
        assertThat(stage.reason(round.officer, () -> stage.inviting().send(round.id, stage.draft(stage.other))))
                .isEqualTo("selection.refusal.frozen");
        assertThat(stage.page(round.officer, "/selection/" + round.id + "/invitation"))
                .contains("Underlaget är fryst");
    }

    @Test
    void tellsTheSecondOfTwoWhoProposeTheSameUnit() throws Exception {
        long id = stage.invite(stage.invited);

        assertThat(both(() -> proposed(stage.director, id), () -> proposed(stage.coordinator, id)))
                .containsExactlyInAnyOrder("done", "selection.refusal.requested-already");
    }

    private String proposed(long person, long id) {
        return outcome(
                person, () -> stage.answering().request(id, stage.unit(), Reason.CLOSING, InvitationStage.NOTHING));
    }

    @Test
    void isEitherAnsweredOrTakenBackWhenBothHappenAtOnce() throws Exception {
        long id = stage.invite(stage.invited);
        long request = stage.propose(id);

        List<String> outcomes = both(
                () -> outcome(round.officer, () -> stage.requests().accept(round.id, request)),
                () -> outcome(stage.director, () -> stage.answering().withdraw(id, request)));

        assertThat(outcomes).containsOnlyOnce("done");
        assertThat(stage.request(request).state())
                .isEqualTo(outcomes.getFirst().equals("done") ? State.ACCEPTED : State.WITHDRAWN);
    }

    @Test
    void waitsForAFreezeOrIsWaitedForByIt() throws Exception {
        long id = stage.invite(stage.invited);

        List<String> outcomes = both(() -> outcome(round.officer, round::freeze), () -> proposed(stage.director, id));

        assertThat(outcomes)
                .containsOnlyOnce("done")
                .containsAnyOf("selection.refusal.requests-wait", "selection.refusal.invitation-frozen");
    }

    private String outcome(long person, Runnable deed) {
        try {
            stage.does(person, deed);
            return "done";
        } catch (Refusal refusal) {
            return refusal.reason();
        }
    }

    private static List<String> both(Callable<String> one, Callable<String> other) throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            List<Future<String>> done = people.invokeAll(List.of(one, other));
            return List.of(done.getFirst().get(), done.getLast().get());
        }
    }

    @Test
    void countsOnceWhenItIsSentTwice() {
        long id = stage.invite(stage.invited);
        String once = token();
        for (int time = 0; time < 2; time++) {
            assertThat(stage.asks(
                                    stage.director,
                                    post(ADDRESS + id + "/requests")
                                            .param("once", once)
                                            .param("version", "0")
                                            .param("unit", stage.unit())
                                            .param("reason", "CLOSING"))
                            .getRedirectedUrl())
                    .isEqualTo(ADDRESS + id);
        }
        assertThat(round.as(stage.director, () -> stage.answering().requests(id)))
                .hasSize(1);
    }

    private static String token() {
        return UUID.randomUUID().toString();
    }
}
