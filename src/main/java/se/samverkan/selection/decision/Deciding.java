package se.samverkan.selection.decision;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Actor;
import se.samverkan.selection.decision.DecisionView.Proposal;
import se.samverkan.selection.decision.StoredDecisions.Format;
import se.samverkan.selection.round.Duty;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.selection.round.Standing;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to the decision on an allotment. A preparer proposes with reasons, and somebody else decides: both have declared
 * that nothing makes them partial. The decision is made with its documents, in the same transaction, and stands for ever.
 */
@Component
public class Deciding {

    private final SelectionRounds rounds;
    private final Standing standing;
    private final StoredDecisions decisions;
    private final DecisionDocuments documents;
    private final AuditTrail trail;
    private final DecisionNotices notices;

    Deciding(
            SelectionRounds rounds,
            Standing standing,
            StoredDecisions decisions,
            DecisionDocuments documents,
            AuditTrail trail,
            DecisionNotices notices) {
        this.rounds = rounds;
        this.standing = standing;
        this.decisions = decisions;
        this.documents = documents;
        this.trail = trail;
        this.notices = notices;
    }

    @Transactional(readOnly = true)
    public DecisionView of(long round) {
        return decisions.of(rounds.round(round).id());
    }

    /** How far the end of the round has come. */
    @Transactional(readOnly = true)
    public RoundEnding ending(long round) {
        return decisions.ending(rounds.round(round).id());
    }

    /**
     * The round for somebody who wants to propose a decision in it.
     *
     * @throws Refusal when nothing is allotted yet, a proposal waits, a decision is made or the actor stands aside
     */
    @Transactional(readOnly = true)
    public RoundView roundToPropose(long id) {
        RoundView round = rounds.roundToPrepare(id);
        if (standing.stage(id) != Standing.Stage.ALLOTTED) {
            throw Refusal.rule("selection.refusal.not-allotted");
        }
        DecisionView before = decisions.of(id);
        requireUndecided(before);
        if (before.open().isPresent()) {
            throw Refusal.rule("selection.refusal.proposed");
        }
        return round;
    }

    /**
     * Proposes that the allotment is decided as it stands.
     *
     * @param caseNumber the case number of the matter, or empty
     */
    @Transactional
    public void propose(long id, FreeText reasons, String caseNumber, Declaration declaration) {
        standing.lock(id);
        RoundView round = roundToPropose(id);
        if (reasons.text().isBlank()) {
            throw Refusal.rule("selection.refusal.proposal-reasons");
        }
        declaration.check();
        int version = decisions.of(id).proposals().size() + 1;
        decisions.propose(
                id, version, reasons.text(), caseNumber, declaration.interest().text());
        trail.record(SelectionRounds.happening("proposed", round)
                .changing("proposal", null, version)
                .changing("case-number", null, caseNumber.isEmpty() ? null : caseNumber)
                .changing("number-reason", null, reasons.numberReasonOrNull()));
        notices.proposed(id);
    }

    /** Hands a proposal back to those who prepare, who may then write another. */
    @Transactional
    public void handBack(long id, int proposal, FreeText reason) {
        RoundView round = rounds.roundFor(id, Duty.DECIDER);
        requireWaiting(id, proposal);
        if (reason.text().isBlank()) {
            throw Refusal.rule("selection.refusal.reason");
        }
        decisions.handBack(id, proposal, reason.text());
        trail.record(SelectionRounds.happening("handed-back", round)
                .changing("proposal", proposal, null)
                .changing("number-reason", null, reason.numberReasonOrNull()));
        notices.handedBack(id);
    }

    /**
     * Decides as proposed.
     *
     * @param reasons what the decider adds to the reasons of the proposal, or empty
     */
    @Transactional
    public void decide(long id, int proposal, FreeText reasons, Declaration declaration) {
        RoundView round = rounds.roundFor(id, Duty.DECIDER);
        requireWaiting(id, proposal);
        declaration.check();
        decisions.decide(id, proposal, reasons.text(), declaration.interest().text());
        DecisionView made = decisions.of(id);
        for (Format format : Format.values()) {
            decisions.keep(id, format, documents.of(round, made, format));
        }
        trail.record(SelectionRounds.happening("decided", round)
                .changing("proposal", null, proposal)
                .changing("checksum", null, decisions.checksum(id, Format.PDF).orElseThrow())
                .changing("number-reason", null, reasons.numberReasonOrNull()));
        notices.decided(id);
    }

    /** Takes no part in proposing or deciding, since something makes the actor partial. */
    @Transactional
    public void standAside(long id, FreeText reason) {
        RoundView round = rounds.round(id);
        if (!round.mayDo(Duty.PREPARER)) {
            rounds.roundFor(id, Duty.DECIDER);
        }
        standing.lock(id);
        requireUndecided(decisions.of(id));
        if (reason.text().isBlank()) {
            throw Refusal.rule("selection.refusal.reason");
        }
        decisions.standAside(id, reason.text());
        trail.record(SelectionRounds.happening("stood-aside", round)
                .changing("number-reason", null, reason.numberReasonOrNull()));
    }

    /** The decision as it would read if it were made now by the reader: for whoever is about to make it. */
    @Transactional(readOnly = true)
    public byte[] draft(long id, Format format) {
        RoundView round = rounds.round(id);
        DecisionView view = decisions.of(id);
        if (view.open().isEmpty()) {
            throw Refusal.notSeen();
        }
        return documents.of(round, view, format);
    }

    /** The document of the decision that was made. */
    @Transactional(readOnly = true)
    public byte[] document(long id, Format format) {
        return decisions.document(rounds.round(id).id(), format).orElseThrow(Refusal::notSeen);
    }

    private void requireUndecided(DecisionView before) {
        if (before.decision().isPresent()) {
            throw Refusal.rule("selection.refusal.decided");
        }
        if (before.standsAside(Actor.current().person())) {
            throw Refusal.rule("selection.refusal.stands-aside");
        }
    }

    /** The proposal is the one that waits, and the actor is somebody else than whoever wrote it. */
    private void requireWaiting(long id, int proposal) {
        standing.lock(id);
        DecisionView view = decisions.of(id);
        requireUndecided(view);
        Proposal waiting = view.open()
                .filter(open -> open.version() == proposal)
                .orElseThrow(() -> Refusal.rule("selection.refusal.proposal-gone"));
        if (waiting.proposer() == Actor.current().person()) {
            throw Refusal.rule("selection.refusal.own-proposal");
        }
    }
}
