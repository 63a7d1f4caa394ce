package se.samverkan.intervention.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.intervention.commission.CommissionView;
import se.samverkan.intervention.commission.Commissions;
import se.samverkan.intervention.commission.Deed;
import se.samverkan.intervention.commission.Deed.Side;
import se.samverkan.intervention.commission.Delivered;
import se.samverkan.intervention.occasion.Occasion;
import se.samverkan.intervention.occasion.Occasion.Standing;
import se.samverkan.intervention.occasion.PlanVersion;
import se.samverkan.intervention.occasion.SubPlan;
import se.samverkan.intervention.occasion.SubPlans;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;

/**
 * The door to what became of the occasions of a commission: held or cancelled, told by either side, and what it came to. Who came is the
 * units' own to note, see {@link Attendances}.
 */
@Component
public class CommissionDeliveries implements Delivered {

    private final SubPlans plans;
    private final Commissions commissions;
    private final StoredDeliveries store;
    private final AuditTrail trail;
    private final Clock clock;

    CommissionDeliveries(
            SubPlans plans, Commissions commissions, StoredDeliveries store, AuditTrail trail, Clock clock) {
        this.plans = plans;
        this.commissions = commissions;
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What became of a commission, as far as the actor reads.
     *
     * @param occasions those of the plan that holds, in time
     * @param outcomes what became of each, by its id
     * @param counts how many came, by unit, role and group
     * @param units those at which the actor notes who came
     */
    public record Whole(
            CommissionView commission,
            List<Occasion> occasions,
            Map<Long, Outcome> outcomes,
            List<Count> counts,
            List<Dose> doses,
            List<NotingUnit> units) {

        public Outcome outcome(Occasion occasion) {
            return java.util.Objects.requireNonNull(outcomes.get(occasion.id()));
        }

        List<Count> of(Occasion occasion) {
            return counts.stream()
                    .filter(each -> each.occasion() == occasion.id())
                    .toList();
        }

        int came(Occasion occasion) {
            return of(occasion).stream().mapToInt(Count::came).sum();
        }

        int expected(Occasion occasion) {
            return of(occasion).stream().mapToInt(Count::expected).sum();
        }

        long count(Standing standing) {
            return occasions.stream()
                    .filter(each -> each.standing() == standing)
                    .count();
        }

        int minutes() {
            return outcomes.values().stream()
                    .filter(Outcome::isHeld)
                    .mapToInt(Outcome::minutes)
                    .sum();
        }

        int plannedMinutes() {
            return occasions.stream().mapToInt(each -> each.text().minutes()).sum();
        }
    }

    @Transactional(readOnly = true)
    public Whole of(long commissionId) {
        return of(plans.of(commissionId));
    }

    private Whole of(SubPlan plan) {
        CommissionView commission = plan.commission();
        List<Occasion> occasions = plan.holding().map(PlanVersion::occasions).orElse(List.of());
        Map<Long, Outcome> outcomes =
                store.outcomes(commission.id()).stream().collect(Collectors.toMap(Outcome::occasion, each -> each));
        List<Count> counts = store.counts(commission.id());
        Map<Long, Integer> minutes = outcomes.values().stream()
                .filter(Outcome::isHeld)
                .collect(Collectors.toMap(Outcome::occasion, Outcome::minutes));
        return new Whole(
                commission, occasions, outcomes, counts, Dose.of(counts, minutes), store.notingUnits(commission.id()));
    }

    /** Whether the actor tells what became of the occasions of a commission. */
    static boolean mayTell(CommissionView commission) {
        return (commission.answers() || commission.gives()) && commission.standing() == Deed.Standing.ACCEPTED;
    }

    /** The commission of an occasion, for one who tells what became of it. */
    @Transactional(readOnly = true)
    public CommissionView toTell(Occasion occasion) {
        CommissionView commission = commissions.commission(occasion.commission());
        if (!commission.answers() && !commission.gives()) {
            throw Refusal.notAllowed("occasion.refusal.not-yours");
        }
        if (!mayTell(commission)) {
            throw Refusal.rule("occasion.refusal.not-accepted");
        }
        return commission;
    }

    /**
     * Tells what became of an occasion.
     *
     * @param version the version of what was told before that was seen
     */
    @Transactional
    public void tell(long occasionId, int version, Outcome outcome, String numberReason) {
        Occasion occasion = plans.occasion(occasionId);
        commissions.lock(occasion.commission());
        CommissionView commission = toTell(occasion);
        if (outcome.isHeld() && occasion.text().starts().isAfter(clock.instant())) {
            throw Refusal.rule("delivery.refusal.not-yet", occasion.text().day());
        }
        if (!outcome.isHeld() && store.isNoted(occasionId)) {
            throw Refusal.rule("delivery.refusal.attended");
        }
        if (outcome.isCancelled() && outcome.deviation().isBlank()) {
            throw Refusal.rule("delivery.refusal.why");
        }
        if (!store.tell(occasionId, version, outcome)) {
            throw Refusal.stale();
        }
        trail.record(commissions
                .happening(
                        "occasion-" + outcome.standing(),
                        commission,
                        commission.answers() ? Side.PROVIDER : Side.CLIENT)
                .changing("title", null, occasion.text().title())
                .changing("words", null, outcome.deviation().isBlank() ? null : outcome.deviation())
                .changing("number-reason", null, numberReason.isBlank() ? null : numberReason));
    }

    /** What a report of a commission tells in numbers. */
    @Override
    @Transactional(readOnly = true)
    public Summary of(CommissionView commission) {
        Whole whole = of(commission.id());
        int untold = (int) whole.occasions().stream()
                .filter(each -> each.isPlanned() && each.text().starts().isBefore(clock.instant()))
                .count();
        return new Summary(
                whole.occasions().size(),
                (int) whole.count(Standing.HELD),
                (int) whole.count(Standing.CANCELLED),
                untold,
                whole.minutes());
    }
}
