package se.samverkan.selection.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.notice.ToDos;
import se.samverkan.selection.RoundOfFigures;
import se.samverkan.selection.allotment.Freezing;
import se.samverkan.selection.candidate.BasisUnit;
import se.samverkan.selection.invitation.Invitable.Organiser;
import se.samverkan.selection.invitation.Invitation.Concerned;
import se.samverkan.selection.invitation.Invitation.Odds;
import se.samverkan.selection.round.Duty;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.MessageFiles;
import se.samverkan.shared.page.Words;
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
    void waitsOnTheListOfThoseWhoAnswerForTheOrganiserAndIsMailedToThem() {
        long id = stage.invite(stage.invited);
        ToDos todos = round.bean(ToDos.class);

        for (long person : List.of(stage.director, stage.coordinator)) {
            assertThat(round.as(person, todos::mine)).anySatisfy(one -> {
                assertThat(one.key()).isEqualTo("selection.todo.invitation");
                assertThat(one.address()).isEqualTo(ADDRESS + id);
                assertThat(one.due()).contains(stage.day());
            });
            assertThat(told(person)).containsExactly("selection.invited");
        }
        assertThat(round.as(stage.neighbour, todos::mine))
                .noneMatch(one -> one.address().equals(ADDRESS + id));
        assertThat(told(stage.neighbour)).isEmpty();
        InvitationNotices notices = round.bean(InvitationNotices.class);
        Map<String, String> about = Map.of("invitation", Long.toString(id));
        Words words = MessageFiles.words(Words.SWEDISH);
        assertThat(round.as(stage.director, () -> notices.tell("selection.invited", about, words)))
                .isPresent();
        assertThatThrownBy(() -> round.as(stage.neighbour, () -> notices.tell("selection.invited", about, words)))
                .isInstanceOf(Refusal.class);
    }

    private List<String> told(long person) {
        return round.cast
                .behind()
                .sql("select e.kind from notice.outbox o join notice.event e on e.id = o.event where o.person = ?")
                .param(person)
                .query(String.class)
                .list();
    }

    @Test
    void tellsTheInvitedOrganiserTheRulesTheOddsAndItsOwnUnits() {
        long id = stage.invite(stage.invited);

        assertThat(stage.mine(stage.director))
                .singleElement()
                .satisfies(invitation -> assertThat(invitation.told().name()).isEqualTo("Urval hösten 2027"));
        assertThat(round.as(stage.coordinator, () -> stage.answering().units(id)))
                .extracting(Concerned::key)
                .containsExactlyInAnyOrderElementsOf(
                        stage.invited.units().stream().map(Concerned::key).toList());
        Odds odds = round.as(stage.director, () -> stage.answering().odds(id)).getFirst();
        assertThat(odds.places()).isEqualTo(RoundOfFigures.PLACES);
        assertThat(stage.page(stage.director, ADDRESS + id))
                .contains("Välkomna!", "Att fler ska nå målen", "ungefär 1 av " + odds.oneOf())
                .contains(stage.invited.units().getFirst().name())
                .doesNotContain(
                        "behovsindex", "Behovsindex", stage.other.organiser().name());
        assertThat(stage.page(stage.director, "/selection")).contains("Urval hösten 2027");
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
        assertThat(stage.mine(stage.neighbour)).isEmpty();
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
        assertThat(stage.mine(stage.director)).isEmpty();
        long uninvited =
                round.cast.player("Utan inbjudan", Role.EDUCATION_DIRECTOR, round.cast.organisation("Ny huvudman"));
        assertThat(stage.page(uninvited, "/selection")).doesNotContain("/selection/invitations/");
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
        assertThat(stage.page(assessor, "/selection/" + round.id + "/invitation"))
                .contains(stage.invited.organiser().name())
                .doesNotContain("Skicka inbjudan");
        assertThat(stage.told("round.invited", round.agency)).isOne();
    }

    @Test
    void comesBackWholeWithoutADayAhead() {
        String answer = stage.answer(
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
    void isToldInTheLogOfBothAndToTheOrganiserOnlyWhatItKnows() {
        int before = nameOfTheOtherInTheLogOfTheInvited();
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
                .as("nothing of the round itself")
                .doesNotContain("round");
        assertThat(nameOfTheOtherInTheLogOfTheInvited())
                .as("who else is invited")
                .isEqualTo(before);
    }

    /** The two organisers are those of other tests' rounds as well, so only what a deed adds says anything. */
    private int nameOfTheOtherInTheLogOfTheInvited() {
        return round.behind()
                .sql("select count(*) from records.audit_value where organisation = ? and strpos(after, ?) > 0")
                .params(stage.invited.organiser().id(), stage.other.organiser().name())
                .query(Integer.class)
                .single();
    }

    private List<Organiser> open() {
        return round.as(round.officer, () -> stage.inviting().open(round.id));
    }

    private static String token() {
        return UUID.randomUUID().toString();
    }
}
