package se.samverkan.selection.invitation;

import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;

/**
 * Tells the log what happens with an invitation, twice: to the organisation that owns the round, as something in the round;
 * and to the organiser, as something with its invitation, which is all that it knows of. Always in that order, since a
 * chain is held until the transaction ends.
 */
@Component
class InvitationTrail {

    private final AuditTrail trail;

    InvitationTrail(AuditTrail trail) {
        this.trail = trail;
    }

    /** @param with what the happening says, the same to both */
    void record(String deed, Invitation invitation, UnaryOperator<Happening> with) {
        trail.record(with.apply(Happening.of(
                "round." + deed,
                new Subject(
                        "round",
                        Long.toString(invitation.round()),
                        invitation.told().name()),
                invitation.owner().id())));
        trail.record(with.apply(toOrganiser(deed, invitation)));
    }

    /** An invitation itself, to its organiser. */
    void sent(Invitation invitation) {
        trail.record(toOrganiser("sent", invitation)
                .changing("inviter", null, invitation.owner().name())
                .changing("answer-by", null, invitation.lastDay()));
    }

    private static Happening toOrganiser(String deed, Invitation invitation) {
        return Happening.of(
                "invitation." + deed,
                new Subject(
                        "invitation",
                        Long.toString(invitation.id()),
                        invitation.told().name()),
                invitation.organiser().id());
    }
}
