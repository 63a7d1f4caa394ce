package se.samverkan.intervention.occasion;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.intervention.commission.CommissionView;
import se.samverkan.intervention.commission.CommissionView.Part;
import se.samverkan.intervention.commission.Commissions;
import se.samverkan.intervention.commission.Deed.Side;
import se.samverkan.intervention.occasion.PlanVersion.Standing;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Option;

/**
 * The door to the detailed plans of commissions. Either side writes a draft, which the other does not see, and proposes it; the other
 * agrees, says why not, or proposes something else. What has been agreed holds until something else is; what has been held stays.
 */
@Component
public class SubPlans {

    private final Commissions commissions;
    private final StoredSubPlans store;
    private final StoredOccasions occasions;
    private final Leaders leaders;
    private final SubPlanNotices notices;
    private final AuditTrail trail;

    SubPlans(
            Commissions commissions,
            StoredSubPlans store,
            StoredOccasions occasions,
            Leaders leaders,
            SubPlanNotices notices,
            AuditTrail trail) {
        this.commissions = commissions;
        this.store = store;
        this.occasions = occasions;
        this.leaders = leaders;
        this.notices = notices;
        this.trail = trail;
    }

    /** The detailed plan of a commission, as the actor sees it. */
    @Transactional(readOnly = true)
    public SubPlan of(long commissionId) {
        return SubPlan.of(commissions.commission(commissionId), store.versions(commissionId));
    }

    /** An occasion as the plan that holds says it. */
    @Transactional(readOnly = true)
    public Occasion occasion(long id) {
        return occasions.holding(id).orElseThrow(Refusal::notSeen);
    }

    /** Whoever leads two at once in a version: what the writer should know. */
    @Transactional(readOnly = true)
    public List<Clash> clashes(PlanVersion version) {
        return leaders.named(occasions.clashes(version.id()));
    }

    /** Who can lead an occasion. */
    @Transactional(readOnly = true)
    public List<Option> leaders(CommissionView commission) {
        return leaders.of(commission);
    }

    /** The plan, for one who writes in it. */
    @Transactional(readOnly = true)
    public SubPlan toWrite(long commission) {
        SubPlan plan = of(commission);
        if (plan.side().isEmpty()) {
            throw Refusal.notAllowed("occasion.refusal.not-yours");
        }
        if (!plan.writes()) {
            throw Refusal.rule("occasion.refusal.not-accepted");
        }
        return plan;
    }

    private SubPlan locked(long commission) {
        commissions.lock(commission);
        return toWrite(commission);
    }

    /** Begins a draft with what the other side proposes, or else with what holds. */
    @Transactional
    public void begin(long commission) {
        SubPlan plan = locked(commission);
        if (plan.draft().isPresent()) {
            return;
        }
        Side side = plan.side().orElseThrow();
        long draft = store.begin(commission, side);
        plan.proposal().or(plan::holding).ifPresent(from -> store.beginWith(draft, from.id()));
        record("begun", plan);
    }

    /** Throws the own draft away. */
    @Transactional
    public void throwAway(long commission) {
        SubPlan plan = locked(commission);
        store.throwAway(plan.ownDraft().id());
        record("thrown-away", plan);
    }

    /**
     * Writes a new occasion into the draft.
     *
     * @param partnership the case that it is for alone, where the commission is for several
     * @return its id
     */
    @Transactional
    public long add(long commission, Optional<Long> partnership, OccasionText text, String numberReason) {
        SubPlan plan = locked(commission);
        check(plan, text);
        if (partnership.isPresent()
                && commissions.parts(plan.commission()).stream()
                        .map(Part::partnership)
                        .noneMatch(partnership.get()::equals)) {
            throw Refusal.notSeen();
        }
        long occasion = store.occasion(commission, partnership);
        store.add(plan.ownDraft().id(), occasion, text);
        told(plan, text, numberReason);
        return occasion;
    }

    @Transactional
    public void change(long commission, long occasion, int version, OccasionText text, String numberReason) {
        SubPlan plan = locked(commission);
        plan.toChange(occasion);
        check(plan, text);
        if (!store.change(plan.ownDraft().id(), occasion, version, text)) {
            throw Refusal.stale();
        }
        told(plan, text, numberReason);
    }

    private void check(SubPlan plan, OccasionText text) {
        if (text.leader().isPresent()
                && leaders.of(plan.commission()).stream()
                        .noneMatch(each ->
                                each.value().equals(Long.toString(text.leader().get())))
                && plan.draft().stream()
                        .flatMap(each -> each.occasions().stream())
                        .noneMatch(each -> each.text().leader().equals(text.leader()))) {
            throw Refusal.rule("occasion.refusal.leader");
        }
    }

    private void told(SubPlan plan, OccasionText text, String numberReason) {
        trail.record(commissions
                .happening("plan-written", plan.commission(), plan.side().orElseThrow())
                .changing("title", null, text.title())
                .changing("day", null, text.day())
                .changing("number-reason", null, numberReason.isBlank() ? null : numberReason));
    }

    /** Takes an occasion out of the draft. */
    @Transactional
    public void remove(long commission, long occasion) {
        SubPlan plan = locked(commission);
        Occasion before = plan.toChange(occasion);
        store.remove(plan.ownDraft().id(), occasion);
        trail.record(commissions
                .happening("plan-written", plan.commission(), plan.side().orElseThrow())
                .changing("title", before.text().title(), null));
    }

    /**
     * Proposes the own draft to the other side, in the place of what is proposed already.
     *
     * @param seen what {@link SubPlan#seen} said on the page that it was proposed from
     */
    @Transactional
    public void propose(long commission, String seen, FreeText words) {
        SubPlan plan = locked(commission);
        PlanVersion draft = plan.ownDraft();
        if (!plan.seen().equals(seen)) {
            throw Refusal.rule("occasion.refusal.changed");
        }
        if (draft.occasions().isEmpty()) {
            throw Refusal.rule("occasion.refusal.empty");
        }
        plan.proposal().ifPresent(each -> store.settle(each.id(), Standing.REPLACED, ""));
        store.propose(draft.id(), words.text());
        trail.record(commissions
                .happening("plan-proposed", plan.commission(), plan.side().orElseThrow())
                .changing("words", null, words.text().isBlank() ? null : words.text())
                .changing("number-reason", null, words.numberReasonOrNull()));
        notices.proposed(plan.commission(), plan.side().orElseThrow());
    }

    /** Agrees to what the other side proposes. */
    @Transactional
    public void agree(long commission, long proposal, FreeText words) {
        SubPlan plan = toAnswer(commission, proposal);
        if (!store.agree(proposal, words.text())) {
            throw Refusal.rule("occasion.refusal.answered");
        }
        answered("plan-agreed", plan, words);
    }

    /** Says why not; the plan that holds goes on holding. */
    @Transactional
    public void refuse(long commission, long proposal, FreeText words) {
        SubPlan plan = toAnswer(commission, proposal);
        if (words.text().isBlank()) {
            throw Refusal.rule("commission.refusal.why");
        }
        if (!store.settle(proposal, Standing.REFUSED, words.text())) {
            throw Refusal.rule("occasion.refusal.answered");
        }
        answered("plan-refused", plan, words);
    }

    private SubPlan toAnswer(long commission, long proposal) {
        SubPlan plan = locked(commission);
        if (plan.proposal().filter(each -> each.id() == proposal).isEmpty()) {
            throw Refusal.rule("occasion.refusal.answered");
        }
        if (!plan.isToAnswer()) {
            throw Refusal.notAllowed("occasion.refusal.own-proposal");
        }
        return plan;
    }

    private void answered(String what, SubPlan plan, FreeText words) {
        trail.record(commissions
                .happening(what, plan.commission(), plan.side().orElseThrow())
                .changing("words", null, words.text().isBlank() ? null : words.text())
                .changing("number-reason", null, words.numberReasonOrNull()));
        notices.answered(plan.commission(), plan.side().orElseThrow());
    }

    private void record(String what, SubPlan plan) {
        trail.record(commissions.happening(
                "plan-" + what, plan.commission(), plan.side().orElseThrow()));
    }
}
