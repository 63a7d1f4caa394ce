package se.samverkan.evaluation.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A run (körning): what a round was evaluated by, once.
 *
 * @param round the round that it was asked from
 * @param rounds all rounds that it is made of, the first first
 * @param roundNames what they are called where they are several, else empty
 * @param planned whether it is what the plan says; else it is exploratory
 * @param outcomes the codes of indicators
 * @param dose whether they are set against how much support units received
 * @param why why it was asked beside the plan; empty where it was planned
 * @param planVersion the version of the plan that was locked at the allotment
 * @param lastImport the number of the last import that was known
 * @param seed of all that is drawn
 * @param software the version of the program
 * @param progress the progress of its computation, once that has begun
 * @param outcome DONE or FAILED, once it has ended
 * @param reason why it failed, as a key of the message files
 */
public record RunView(
        long id,
        long round,
        List<Long> rounds,
        String roundNames,
        String roundName,
        long owner,
        boolean planned,
        Design design,
        List<String> outcomes,
        boolean dose,
        String why,
        int planVersion,
        String planChecksum,
        int lastImport,
        long seed,
        String software,
        Instant askedAt,
        Optional<UUID> progress,
        Optional<String> outcome,
        Optional<Instant> endedAt,
        Optional<String> reason) {

    public RunView {
        rounds = rounds.isEmpty() ? List.of(round) : List.copyOf(rounds);
        outcomes = List.copyOf(outcomes);
    }

    public boolean isDone() {
        return outcome.filter("DONE"::equals).isPresent();
    }

    public boolean goesOn() {
        return outcome.isEmpty();
    }
}
