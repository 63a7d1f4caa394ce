package se.samverkan.selection.invitation;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.selection.invitation.Invitation.Concerned;
import se.samverkan.selection.invitation.Invitation.Odds;
import se.samverkan.selection.invitation.Invitation.State;
import se.samverkan.selection.round.RoundMaterial.Reason;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door for those who answer invitations for their organiser: what it is told, and what it proposes to leave out.
 * Nothing else of the round is reached from here, and for everybody else there is no invitation.
 */
@Component
public class InvitationAnswering {

    private final StoredInvitations invitations;
    private final StoredExclusionRequests requests;
    private final InvitationTrail trail;
    private final Rights rights;

    InvitationAnswering(
            StoredInvitations invitations, StoredExclusionRequests requests, InvitationTrail trail, Rights rights) {
        this.invitations = invitations;
        this.requests = requests;
        this.trail = trail;
        this.rights = rights;
    }

    /** Whether the actor can answer invitations at all. */
    public boolean concernsActor() {
        return rights.allow(Verb.ANSWER_INVITATION);
    }

    /** The invitations of the actor's organisers, the newest first. */
    @Transactional(readOnly = true)
    public List<Invitation> all() {
        rights.require(Verb.ANSWER_INVITATION);
        return invitations.all().stream().filter(this::mayAnswer).toList();
    }

    /**
     * An invitation to an organiser of the actor.
     *
     * @throws Refusal when there is none, or none to the actor's organisers
     */
    @Transactional(readOnly = true)
    public Invitation invitation(long id) {
        return invitations.find(id).filter(this::mayAnswer).orElseThrow(Refusal::notSeen);
    }

    /** Somebody with a duty in the round knows of it too, and does not answer it. */
    private boolean mayAnswer(Invitation invitation) {
        return rights.allow(Verb.ANSWER_INVITATION, invitation.organiser().id());
    }

    @Transactional(readOnly = true)
    public List<Concerned> units(long invitation) {
        return invitations.units(invitation(invitation).id());
    }

    @Transactional(readOnly = true)
    public List<Odds> odds(long invitation) {
        return invitations.odds(invitation(invitation).id());
    }

    /** What the organiser has proposed: what waits first, then the newest. */
    @Transactional(readOnly = true)
    public List<ExclusionRequest> requests(long invitation) {
        return requests.ofInvitation(invitation(invitation).id());
    }

    /**
     * Proposes to leave out a unit.
     *
     * @param key the key of one of the units that the invitation concerns
     * @throws Refusal when the day has passed, the basis is frozen, or the unit is proposed already
     */
    @Transactional
    public void request(long id, String key, Reason reason, FreeText note) {
        Invitation invitation = invitationToAnswer(id);
        Concerned unit = invitations.units(id).stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.rule("selection.refusal.request-unit"));
        if (!ExclusionRequest.REASONS.contains(reason)) {
            throw Refusal.rule("selection.refusal.exclusion-reason");
        }
        if (reason == Reason.OTHER && note.text().isBlank()) {
            throw Refusal.rule("selection.refusal.request-note");
        }
        if (!requests.add(invitation, unit.unit(), reason, note.text())) {
            throw Refusal.rule("selection.refusal.requested-already", unit.name());
        }
        trail.record(
                "exclusion-requested",
                invitation,
                happening -> happening
                        .changing("organiser", null, invitation.organiser().name())
                        .changing("unit", null, unit.name())
                        .changing("exclusion-reason", null, reason)
                        .changing("number-reason", null, note.numberReasonOrNull()));
    }

    /** Takes a proposal back, as long as it has no answer. */
    @Transactional
    public void withdraw(long id, long request) {
        Invitation invitation = invitationToAnswer(id);
        ExclusionRequest taken = requests.ofInvitation(id).stream()
                .filter(each -> each.id() == request)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        if (!requests.withdraw(request)) {
            throw Refusal.rule("selection.refusal.request-answered");
        }
        trail.record(
                "request-withdrawn",
                invitation,
                happening -> happening
                        .changing("organiser", null, invitation.organiser().name())
                        .changing("unit", taken.name(), null)
                        .changing("exclusion-reason", taken.reason(), null));
    }

    /** An invitation that can be answered now, and until the transaction ends. */
    private Invitation invitationToAnswer(long id) {
        Invitation invitation = invitation(id);
        if (invitation.state() == State.DAY_PASSED) {
            throw Refusal.rule("selection.refusal.day-passed", invitation.lastDay());
        }
        if (!invitations.holdOpen(id)) {
            throw Refusal.rule("selection.refusal.invitation-frozen");
        }
        return invitation;
    }
}
