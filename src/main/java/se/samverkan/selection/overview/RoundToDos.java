package se.samverkan.selection.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDoSource;
import se.samverkan.selection.assessment.Assessments;
import se.samverkan.selection.decision.SharedDecisions;
import se.samverkan.selection.invitation.Invitation;
import se.samverkan.selection.invitation.InvitationAnswering;
import se.samverkan.selection.overview.RoundsWaiting.Waiting;
import se.samverkan.selection.round.SelectionRounds;

/** What waits for people in selection rounds, by their duties; and for the organisers that are invited to a draw. */
@Component
class RoundToDos implements ToDoSource {

    private static final String KEY = "selection.todo.";

    private final SelectionRounds rounds;
    private final RoundsWaiting waiting;
    private final Assessments assessments;
    private final InvitationAnswering invitations;
    private final SharedDecisions decisions;

    RoundToDos(
            SelectionRounds rounds,
            RoundsWaiting waiting,
            Assessments assessments,
            InvitationAnswering invitations,
            SharedDecisions decisions) {
        this.rounds = rounds;
        this.waiting = waiting;
        this.assessments = assessments;
        this.invitations = invitations;
        this.decisions = decisions;
    }

    @Override
    public boolean concernsActor() {
        return rounds.concernActor() || invitations.concernsActor() || decisions.concernActor();
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToDo> mine() {
        List<ToDo> mine = new ArrayList<>();
        if (rounds.concernActor()) {
            waiting.mine().forEach(one -> mine.addAll(of(one)));
        }
        if (invitations.concernsActor()) {
            invitations.all().stream()
                    .filter(Invitation::isOpen)
                    .map(RoundToDos::toAnswer)
                    .forEach(mine::add);
        }
        return mine;
    }

    private List<ToDo> of(Waiting one) {
        return switch (one.duty()) {
            case PREPARER -> toPrepare(one);
            case ASSESSOR -> toAssess(one);
            case DECIDER -> toDecide(one).stream().toList();
            case REVEALER ->
                one.isDecided() && !one.isShared()
                        ? List.of(todo("share", one, "/selection/" + one.round() + "/sharing"))
                        : List.of();
        };
    }

    private static List<ToDo> toPrepare(Waiting one) {
        boolean proposes =
                one.isAllotted() && !one.isDecided() && one.openProposal().isEmpty() && !one.standsAside();
        String page = "/selection/" + one.round();
        return Stream.of(
                        Optional.of(todo("answer-requests", one, page + "/exclusions", one.requests()))
                                .filter(some -> one.requests() > 0),
                        Optional.of(todo(one.wasHandedBack() ? "propose-again" : "propose", one, page + "/decision"))
                                .filter(some -> proposes))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ToDo> toDecide(Waiting one) {
        boolean decides = one.openProposal().isPresent() && !one.isOwnProposal() && !one.standsAside();
        return decides ? Optional.of(todo("decide", one, "/selection/" + one.round() + "/decision")) : Optional.empty();
    }

    private List<ToDo> toAssess(Waiting one) {
        if (one.isFrozen() || !one.hasCriteria()) {
            return List.of();
        }
        Assessments.Left left = assessments.leftForReader(one.round());
        String page = "/selection/" + one.round() + "/assessments";
        return Stream.of(
                        Optional.of(todo("assess", one, page, left.own())).filter(some -> left.own() > 0),
                        Optional.of(todo("join", one, page, left.joint())).filter(some -> left.joint() > 0))
                .flatMap(Optional::stream)
                .toList();
    }

    private static ToDo todo(String what, Waiting one, String address, Object... arguments) {
        return new ToDo(
                KEY + what,
                List.of(arguments),
                one.name(),
                address,
                Optional.empty(),
                KEY + "why." + one.duty(),
                List.of(),
                OptionalInt.empty());
    }

    private static ToDo toAnswer(Invitation invitation) {
        return new ToDo(
                KEY + "invitation",
                List.of(invitation.owner().name()),
                invitation.told().name(),
                "/selection/invitations/" + invitation.id(),
                Optional.of(invitation.lastDay()),
                KEY + "why.invitation",
                List.of(invitation.organiser().name()),
                OptionalInt.of(10));
    }
}
