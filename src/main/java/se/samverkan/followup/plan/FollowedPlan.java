package se.samverkan.followup.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.samverkan.actionplan.HoldingPlans.HoldingPlan;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Standing;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.Period;

/**
 * A plan that is followed up, as the reader knows it.
 *
 * @param writes whether the reader writes in its checkpoints and reports
 * @param closes whether the reader decides for its unit: closes checkpoints, adopts reports
 */
public record FollowedPlan(
        HoldingPlan plan, PartnershipView partnership, Variant variant, boolean writes, boolean closes) {

    /** How many months into a term its checkpoint begins to wait, and how many when it is late. */
    private static final int WAITS_AFTER = 3;

    private static final int LATE_AFTER = 5;

    public long id() {
        return plan.id();
    }

    /** The path of its follow-up. */
    public String address() {
        return address(plan.id());
    }

    public static String address(long plan) {
        return "/follow-ups/" + plan;
    }

    /** Whether the unit still takes part, and something may happen in the case. */
    public boolean isLive() {
        return partnership.standing().isLive()
                && partnership
                        .participant(plan.unit())
                        .filter(unit -> unit.standing().isLive() && unit.standing() != Standing.PAUSED)
                        .isPresent();
    }

    /** The terms in which the programme looks at whether something changed, from the first to the last. */
    public List<Period> rhythm() {
        int every = Math.max(1, variant.followUp().checkpointTerms());
        int length = Math.max(1, variant.length());
        return IntStream.range(0, length)
                .filter(term -> (term + 1) % every == 0)
                .mapToObj(partnership.firstTerm()::plusTerms)
                .toList();
    }

    /** Whether a checkpoint can be held for a term: one of the programme's that has begun, whether or not it was in the rhythm. */
    public boolean hasCheckpointIn(Period term, LocalDate today) {
        return term.compareTo(partnership.firstTerm()) >= 0
                && term.compareTo(partnership.firstTerm().plusTerms(Math.max(1, variant.length()) - 1)) <= 0
                && term.compareTo(Period.termOf(today)) <= 0;
    }

    /** The terms that a checkpoint is due for by now: those of the rhythm since the plan holds. */
    public List<Period> due(LocalDate today, Period heldSince) {
        return rhythm().stream()
                .filter(term -> term.compareTo(heldSince) >= 0)
                .filter(term -> !waitsFrom(term).isAfter(today))
                .toList();
    }

    /** The day from which the checkpoint of a term waits for its group. */
    public static LocalDate waitsFrom(Period term) {
        return term.firstDayOfTerm().plusMonths(WAITS_AFTER);
    }

    /** The last day to hold the checkpoint of a term without being late. */
    public static LocalDate lastDay(Period term) {
        return term.firstDayOfTerm().plusMonths(LATE_AFTER);
    }

    /** The term of the rhythm after another; empty after the last. */
    public Optional<Period> next(Period after) {
        return rhythm().stream().filter(term -> term.compareTo(after) > 0).findFirst();
    }
}
