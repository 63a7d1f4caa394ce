package se.samverkan.selection.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is proposed and decided in a round.
 *
 * @param proposals the proposals, the newest first
 * @param recusals those who stand aside
 * @param decision the decision, once it is made
 */
record DecisionView(List<Proposal> proposals, List<Recusal> recusals, Optional<Decision> decision) {

    /**
     * A proposal (förslag till beslut).
     *
     * @param version from 1
     * @param reasons why, in words
     * @param caseNumber the case number, empty where there is none
     * @param interest what the proposer wanted told of own interests, empty where there is nothing
     * @param proposer the person's id
     * @param by the person's name
     * @param handedBack why it was handed back, where it was
     */
    record Proposal(
            int version,
            String reasons,
            String caseNumber,
            String interest,
            long proposer,
            String by,
            Instant at,
            Optional<HandedBack> handedBack) {}

    /** That a decider handed a proposal back, and why. */
    record HandedBack(String reason, String by, Instant at) {}

    /** That somebody is partial (jävig) and takes no part. */
    record Recusal(long person, String reason, String by, Instant at) {}

    /**
     * The decision.
     *
     * @param proposal the version that it follows
     * @param reasons what the decider added, empty where nothing
     * @param interest what the decider wanted told of own interests, empty where there is nothing
     */
    record Decision(int proposal, String reasons, String interest, String by, Instant at) {}

    /** The proposal that waits for a decision. */
    Optional<Proposal> open() {
        return proposals.stream()
                .findFirst()
                .filter(newest -> decision.isEmpty() && newest.handedBack().isEmpty());
    }

    /** The proposal that was followed. */
    Optional<Proposal> followed() {
        return decision.flatMap(made -> proposals.stream()
                .filter(each -> each.version() == made.proposal())
                .findFirst());
    }

    boolean standsAside(long person) {
        return recusals.stream().anyMatch(recusal -> recusal.person() == person);
    }

    /** Whether this person could decide now: two pairs of eyes, and nobody who is partial. */
    boolean mayBeDecidedBy(long person) {
        return !standsAside(person)
                && open().filter(waiting -> waiting.proposer() != person).isPresent();
    }

    boolean mayBeProposedBy(long person) {
        return decision.isEmpty() && open().isEmpty() && !standsAside(person);
    }
}
