package se.samverkan.selection.invitation;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.selection.material.StoredExclusions;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.selection.round.Standing;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door through which a round answers what invited organisers propose to leave out. What is accepted becomes an
 * exclusion like any other, in the same transaction; what is declined is declined with a reason that the organiser reads.
 */
@Component
class ExclusionRequests {

    private final SelectionRounds rounds;
    private final Standing standing;
    private final StoredInvitations invitations;
    private final StoredExclusionRequests stored;
    private final StoredExclusions exclusions;
    private final InvitationTrail trail;

    ExclusionRequests(
            SelectionRounds rounds,
            Standing standing,
            StoredInvitations invitations,
            StoredExclusionRequests stored,
            StoredExclusions exclusions,
            InvitationTrail trail) {
        this.rounds = rounds;
        this.standing = standing;
        this.invitations = invitations;
        this.stored = stored;
        this.exclusions = exclusions;
        this.trail = trail;
    }

    /** All of a round: what waits first, then the newest. */
    @Transactional(readOnly = true)
    public List<ExclusionRequest> all(long round) {
        return stored.ofRound(rounds.round(round).id());
    }

    @Transactional(readOnly = true)
    public ExclusionRequest request(long round, long id) {
        return all(round).stream().filter(each -> each.id() == id).findFirst().orElseThrow(Refusal::notSeen);
    }

    /**
     * Excludes the unit for the reason that the organiser gave. Where it is excluded already, that exclusion is the answer.
     *
     * @throws Refusal when it has been answered or taken back
     */
    @Transactional
    public void accept(long round, long id) {
        ExclusionRequest request = requestToAnswer(round, id);
        exclusions.add(round, request.unit(), request.reason(), request.note());
        stored.answer(round, request, exclusions.standing(round, request.unit()), "");
        record("request-accepted", request, "");
    }

    /**
     * Says no to a proposal.
     *
     * @param words why not; the organiser reads it
     */
    @Transactional
    public void decline(long round, long id, FreeText words) {
        ExclusionRequest request = requestToAnswer(round, id);
        if (words.text().isBlank()) {
            throw Refusal.rule("selection.refusal.decline-words");
        }
        stored.answer(round, request, null, words.text());
        record("request-declined", request, words.numberReason());
    }

    private ExclusionRequest requestToAnswer(long round, long id) {
        rounds.roundToPrepare(round);
        standing.lock(round);
        ExclusionRequest request = request(round, id);
        switch (request.state()) {
            case WITHDRAWN -> throw Refusal.rule("selection.refusal.request-withdrawn", request.name());
            case ACCEPTED, DECLINED, TAKEN_BACK -> throw Refusal.rule("selection.refusal.request-answered-already");
            case WAITING -> standing.requireOpen(round);
        }
        return request;
    }

    private void record(String deed, ExclusionRequest request, String numberReason) {
        Invitation invitation = invitations.find(request.invitation()).orElseThrow(Refusal::notSeen);
        trail.record(
                deed,
                invitation,
                happening -> happening
                        .changing("organiser", null, request.organiser())
                        .changing("unit", null, request.name())
                        .changing("exclusion-reason", null, request.reason())
                        .changing("number-reason", null, numberReason.isEmpty() ? null : numberReason));
    }
}
