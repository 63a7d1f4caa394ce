package se.samverkan.selection.invitation;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.selection.RoundOfFigures;
import se.samverkan.selection.invitation.Invitable.Organiser;
import se.samverkan.selection.round.RoundMaterial.Reason;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/** A round on invented figures with two organisers that can be invited, and people of both and of neither. */
final class InvitationStage {

    static final FreeText NOTHING = new FreeText("", "");

    final RoundOfFigures round;
    final Organiser invited;
    final Organiser other;
    final long director;
    final long coordinator;
    final long neighbour;
    private final WebApplicationContext application;

    InvitationStage(WebApplicationContext application) {
        this.application = application;
        round = new RoundOfFigures(application, 2);
        List<Organiser> open = round.as(round.officer, () -> inviting().open(round.id));
        invited = open.getFirst();
        other = open.getLast();
        director = player("Ulla Utbildningschef", Role.EDUCATION_DIRECTOR, invited);
        coordinator = player("Sam Samordnare", Role.COORDINATOR, invited);
        neighbour = player("Nils Utbildningschef", Role.EDUCATION_DIRECTOR, other);
    }

    long player(String name, Role role, Organiser organiser) {
        return round.cast.player(name, role, organiser.organiser().id());
    }

    Inviting inviting() {
        return round.bean(Inviting.class);
    }

    InvitationAnswering answering() {
        return round.bean(InvitationAnswering.class);
    }

    ExclusionRequests requests() {
        return round.bean(ExclusionRequests.class);
    }

    LocalDate day() {
        return inviting().suggestedDay();
    }

    /** Invites, as the officer, and answers with the invitation of the first. */
    long invite(Organiser... organisers) {
        round.does(() -> inviting().send(round.id, draft(organisers)));
        return round.as(round.officer, () -> inviting().sent(round.id)).stream()
                .filter(each ->
                        each.organiser().id() == organisers[0].organiser().id())
                .findFirst()
                .orElseThrow()
                .id();
    }

    Inviting.Draft draft(Organiser... organisers) {
        return new Inviting.Draft(
                Set.of(organisers).stream().map(Organiser::key).collect(Collectors.toSet()),
                day(),
                new FreeText("Välkomna!", ""));
    }

    /** Proposes the first unit, as the director, and answers with the proposal. */
    long propose(long invitation) {
        does(director, () -> answering().request(invitation, unit(), Reason.CLOSING, NOTHING));
        return round.as(director, () -> answering().requests(invitation))
                .getFirst()
                .id();
    }

    /** The first unit of the invited organiser. */
    String unit() {
        return invited.units().getFirst().key();
    }

    ExclusionRequest request(long id) {
        return round.as(round.officer, () -> requests().request(round.id, id));
    }

    void does(long person, Runnable deed) {
        round.as(person, () -> {
            deed.run();
            return true;
        });
    }

    Refusal refusal(long person, Runnable deed) {
        Throwable refused = Assertions.catchThrowable(() -> does(person, deed));
        Assertions.assertThat(refused).isInstanceOf(Refusal.class);
        return (Refusal) refused;
    }

    String reason(long person, Runnable deed) {
        return refusal(person, deed).reason();
    }

    void passDay() {
        round.behind()
                .sql("update selection.invitation set last_day = access.today() - 1 where round = ?")
                .param(round.id)
                .update();
    }

    /** How often something is told in the log, of the round or of one of its invitations. */
    int told(String what, long organisation) {
        return round.behind()
                .sql("""
                        select count(*) from records.audit_entry where what = :what and organisation = :organisation
                            and (subject_type = 'round' and subject_id = :round::text
                                or subject_type = 'invitation' and subject_id in (
                                    select i.id::text from selection.invitation i where i.round = :round))
                        """)
                .param("what", what)
                .param("organisation", organisation)
                .param("round", round.id)
                .query(Integer.class)
                .single();
    }

    /** The invitations of this round that somebody may answer. */
    List<Invitation> mine(long person) {
        return round.as(person, () -> answering().all()).stream()
                .filter(each -> each.round() == round.id)
                .toList();
    }

    /** What a page says to somebody. */
    String page(long person, String path) {
        return answer(person, MockMvcRequestBuilders.get(path));
    }

    String answer(long person, RequestBuilder request) {
        try {
            return asks(person, request).getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    /** What the application answers somebody in a browser. */
    MockHttpServletResponse asks(long person, RequestBuilder request) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        round.bean(ActingAs.class).actor(person).orElseThrow(), "", AuthorityUtils.NO_AUTHORITIES));
        try {
            MockHttpServletResponse answer = MockMvcBuilders.webAppContextSetup(application)
                    .build()
                    .perform(request)
                    .andReturn()
                    .getResponse();
            answer.setCharacterEncoding("UTF-8");
            return answer;
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
