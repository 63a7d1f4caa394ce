package se.samverkan.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.UnsupportedEncodingException;
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
import se.samverkan.access.Role;
import se.samverkan.selection.ExclusionRequest.State;
import se.samverkan.selection.Invitable.Organiser;
import se.samverkan.selection.Invitation.Concerned;
import se.samverkan.selection.Invitation.Odds;
import se.samverkan.selection.RoundMaterial.Reason;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.SamverkanTest;

/** Organisers are invited before a draw, see what the invitation tells and nothing more, and propose exclusions. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=selection")
class InvitationTests {

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
    void isForThoseWithAUnitThatTheDrawCouldChoose() {
        long unit = stage.invited.units().getFirst().unit();
        for (Concerned each : stage.invited.units()) {
            round.exclude(each.unit());
        }

        assertThat(open()).extracting(Organiser::key).doesNotContain(stage.invited.key());
        round.freeze();
        List<Long> drawable = round.units().stream()
                .filter(BasisUnit::mayBeDrawn)
                .map(BasisUnit::unit)
                .toList();
        assertThat(drawable).doesNotContain(unit).isNotEmpty();
        round.does(() -> round.bean(Freezing.class).leave(round.id, 1, "Prov"));
        assertThat(open().stream().flatMap(each -> each.units().stream()).map(Concerned::unit))
                .as("the rule of the draw itself")
                .containsExactlyInAnyOrderElementsOf(drawable);
    }

    @Test
    void tellsTheInvitedOrganiserTheRulesTheOddsAndItsOwnUnits() {
        long id = stage.invite(stage.invited);

        assertThat(round.as(stage.director, () -> stage.answering().all()))
                .singleElement()
                .satisfies(invitation -> assertThat(invitation.told().name()).isEqualTo("Urval hösten 2027"));
        assertThat(round.as(stage.coordinator, () -> stage.answering().units(id)))
                .extracting(Concerned::key)
                .containsExactlyInAnyOrderElementsOf(
                        stage.invited.units().stream().map(Concerned::key).toList());
        Odds odds = round.as(stage.director, () -> stage.answering().odds(id)).getFirst();
        assertThat(odds.places()).isEqualTo(RoundOfFigures.PLACES);
        assertThat(page(stage.director, ADDRESS + id))
                .contains("Välkomna!", "Att fler ska nå målen", "ungefär 1 av " + odds.oneOf())
                .contains(stage.invited.units().getFirst().name())
                .doesNotContain(
                        "behovsindex", "Behovsindex", stage.other.organiser().name());
        assertThat(page(stage.director, "/selection/invitations")).contains("Urval hösten 2027");
    }

    @Test
    void offersOneOfTwoAtTheMost() {
        assertThat(new Odds("COMPULSORY", 10, 62).oneOf()).isEqualTo(6);
        assertThat(new Odds("COMPULSORY", 10, 12).oneOf()).isEqualTo(2);
        assertThat(new Odds("COMPULSORY", 1, 1).canBeDrawn()).isFalse();
    }

    @Test
    void isThereForNobodyElse() {
        long id = stage.invite(stage.invited);
        for (long stranger : strangers()) {
            assertThat(stage.refusal(stranger, () -> stage.answering().invitation(id))
                            .kind())
                    .isEqualTo(Refusal.Kind.NOT_SEEN);
            assertThat(stage.asks(stranger, get(ADDRESS + id)).getStatus()).isEqualTo(404);
            assertThat(stage.asks(stranger, post(ADDRESS + id + "/requests").param("once", token()))
                            .getStatus())
                    .isEqualTo(404);
        }
        for (long stranger : List.of(stage.director, stage.neighbour)) {
            for (String path :
                    List.of("", "/people", "/criteria", "/candidates", "/exclusions", "/invitation", "/draw")) {
                assertThat(stage.asks(stranger, get("/selection/" + round.id + path))
                                .getStatus())
                        .as(path)
                        .isEqualTo(404);
            }
        }
        assertThat(round.as(stage.neighbour, () -> stage.answering().all())).isEmpty();
    }

    private List<Long> strangers() {
        return List.of(
                stage.neighbour,
                stage.player("Asta", Role.ADMINISTRATOR, stage.invited),
                stage.player("Rune Rektor", Role.HEAD_TEACHER, stage.invited),
                stage.player("Ove Områdeschef", Role.AREA_HEAD, stage.invited),
                round.officer);
    }

    @Test
    void leavesARoundWithoutInvitationsASecret() {
        assertThat(round.as(stage.director, () -> stage.answering().all())).isEmpty();
        assertThat(page(stage.director, "/selection/invitations")).contains("Inga inbjudningar");
        assertThat(stage.asks(stage.director, get("/selection")).getRedirectedUrl())
                .isEqualTo("/selection/invitations");
        assertThat(stage.told("invitation.sent", stage.invited.organiser().id()))
                .isZero();
    }

    @Test
    void isSentByThoseWhoPrepareOnlyAndOnceToEach() {
        long assessor = round.cast.player("Bo Bedömare", Role.ASSESSOR, round.agency);
        round.does(() -> round.bean(SelectionRounds.class).join(round.id, assessor, Duty.ASSESSOR));
        assertThat(stage.refusal(assessor, () -> stage.inviting().send(round.id, stage.draft(stage.invited)))
                        .kind())
                .isEqualTo(Refusal.Kind.NOT_ALLOWED);

        stage.invite(stage.invited);

        assertThat(open()).extracting(Organiser::key).doesNotContain(stage.invited.key());
        assertThat(stage.reason(round.officer, () -> stage.inviting().send(round.id, stage.draft(stage.invited))))
                .isEqualTo("selection.refusal.not-invitable");
        assertThat(stage.reason(round.officer, () -> stage.inviting().send(round.id, stage.draft())))
                .isEqualTo("selection.refusal.nobody-invited");
        assertThat(page(assessor, "/selection/" + round.id + "/invitation"))
                .contains(stage.invited.organiser().name())
                .doesNotContain("Skicka inbjudan");
        assertThat(stage.told("round.invited", round.agency)).isOne();
    }

    @Test
    void comesBackWholeWithoutADayAhead() {
        String answer = answer(
                round.officer,
                post("/selection/" + round.id + "/invitation")
                        .param("once", token())
                        .param("version", "0")
                        .param("last-day", "2020-01-01")
                        .param("greeting", "Hör av er till Hanna")
                        .param("organiser", stage.invited.key()));

        assertThat(answer).contains("Ange en dag efter i dag", "Hör av er till Hanna");
        assertThat(round.as(round.officer, () -> stage.inviting().sent(round.id)))
                .isEmpty();
    }

    @Test
    void takesAProposalAndLetsItBeTakenBackUntilItIsAnswered() {
        long id = stage.invite(stage.invited);
        long request = stage.propose(id);
        assertThat(page(round.officer, "/selection/" + round.id + "/exclusions"))
                .contains("Förslag från inbjudna huvudmän", "Ulla Utbildningschef", "ska läggas ned");
        assertThat(page(round.officer, "/selection/" + round.id)).contains("Ett förslag väntar på svar");

        stage.does(stage.coordinator, () -> stage.answering().withdraw(id, request));

        assertThat(stage.request(request).state()).isEqualTo(State.WITHDRAWN);
        assertThat(stage.reason(round.officer, () -> stage.requests().accept(round.id, request)))
                .isEqualTo("selection.refusal.request-withdrawn");
        long again = stage.propose(id);
        stage.does(round.officer, () -> stage.requests().decline(round.id, again, new FreeText("Den behövs", "")));
        assertThat(stage.reason(stage.director, () -> stage.answering().withdraw(id, again)))
                .isEqualTo("selection.refusal.request-answered");
        assertThat(page(stage.director, ADDRESS + id)).contains("avslaget, enheten är kvar", "Den behövs");
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
        assertThat(page(stage.director, ADDRESS + id)).contains("godtaget, enheten är undantagen");

        round.does(() -> round.bean(Exclusions.class)
                .withdraw(
                        round.id,
                        round.bean(Exclusions.class).all(round.id).getFirst().id()));
        assertThat(page(stage.director, ADDRESS + id)).contains("enheten är med igen");
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

        String answer = answer(
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
        assertThat(page(stage.director, ADDRESS + id))
                .contains("det går inte att föreslå undantag längre")
                .doesNotContain("Föreslå undantaget", "Ta tillbaka förslaget");
        stage.does(round.officer, () -> stage.requests().accept(round.id, request));
    }

    @Test
    void isAnsweredBeforeTheBasisIsFrozen() {
        long id = stage.invite(stage.invited);
        long request = stage.propose(id);
        assertThat(round.refused(round::freeze)).isEqualTo("selection.refusal.requests-wait");
        assertThat(page(round.officer, "/selection/" + round.id + "/basis"))
                .contains("väntar på svar", "/selection/" + round.id + "/exclusions");

        stage.does(round.officer, () -> stage.requests().accept(round.id, request));
        round.freeze();

        assertThat(proposing(id, stage.invited.units().getLast().key(), Reason.CLOSING))
                .isEqualTo("selection.refusal.invitation-frozen");
        assertThat(page(stage.director, ADDRESS + id)).contains("Underlaget för lottningen är fryst");
        assertThat(stage.reason(round.officer, () -> stage.inviting().send(round.id, stage.draft(stage.other))))
                .isEqualTo("selection.refusal.frozen");
        assertThat(page(round.officer, "/selection/" + round.id + "/invitation"))
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

    @Test
    void isToldInTheLogOfBothAndToTheOrganiserOnlyWhatItKnows() {
        long id = stage.invite(stage.invited, stage.other);
        long request = stage.propose(id);
        stage.does(round.officer, () -> stage.requests().accept(round.id, request));
        long organiser = stage.invited.organiser().id();

        for (String deed : List.of("exclusion-requested", "request-accepted")) {
            assertThat(stage.told("round." + deed, round.agency)).as(deed).isOne();
            assertThat(stage.told("invitation." + deed, organiser)).as(deed).isOne();
        }
        assertThat(stage.told("invitation.sent", organiser)).isOne();
        assertThat(round.behind()
                        .sql("select distinct subject_type from records.audit_entry where organisation = ?")
                        .param(organiser)
                        .query(String.class)
                        .list())
                .containsExactly("invitation");
        assertThat(round.behind()
                        .sql("""
                                select count(*) from records.audit_value where organisation = ?
                                    and (after like '%' || ? || '%' or after like '%behov%')
                                """)
                        .params(organiser, stage.other.organiser().name())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private List<Organiser> open() {
        return round.as(round.officer, () -> stage.inviting().open(round.id));
    }

    private static String token() {
        return UUID.randomUUID().toString();
    }

    private String page(long person, String path) {
        return answer(person, get(path));
    }

    private String answer(long person, org.springframework.test.web.servlet.RequestBuilder request) {
        try {
            return stage.asks(person, request).getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
