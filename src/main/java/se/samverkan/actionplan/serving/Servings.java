package se.samverkan.actionplan.serving;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.actionplan.content.Baselines;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.PlanWriting;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.programme.variant.Level;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;

/**
 * The door by which those who write the plan of a unit say what in the organiser's plan it serves. Nothing is copied: the two stand
 * beside each other, and may say different things.
 */
@Component
public class Servings {

    private final Plans plans;
    private final PlanWriting writing;
    private final StoredServings store;
    private final Baselines baselines;
    private final AuditTrail trail;

    Servings(Plans plans, PlanWriting writing, StoredServings store, Baselines baselines, AuditTrail trail) {
        this.plans = plans;
        this.writing = writing;
        this.store = store;
        this.baselines = baselines;
        this.trail = trail;
    }

    /** The organiser's plan and those of the units, seen from one of them. */
    @Transactional(readOnly = true)
    public PlansTogether together(long id) {
        PlanView plan = plans.plan(id);
        List<PlanView> all = plans.ofPartnership(plan.partnership());
        return new PlansTogether(
                plan,
                upper(plan),
                all.stream().filter(each -> each.level() != Level.ORGANISER).toList(),
                writing.parts(all),
                store.of(all.stream().map(PlanView::id).toList()),
                baselines);
    }

    private Optional<PlanView> upper(PlanView plan) {
        return plans.ofPartnership(plan.partnership()).stream()
                .filter(each -> each.level() == Level.ORGANISER)
                .findFirst();
    }

    /** Says that an area or a goal serves one of the organiser's plan; a second time is the same. */
    @Transactional
    public void serve(long id, long partId, long upperId) {
        PlanView plan = plans.locked(id);
        PlanView above = upper(plan)
                .filter(each -> each.id() != id)
                .orElseThrow(() -> Refusal.rule("actionplan.serving.refusal.no-upper"));
        PlanPart part = linked(plan, partId);
        PlanPart upper = linked(above, upperId);
        if (store.serve(id, partId, above.id(), upperId)) {
            trail.record(Plans.happening("serves", plan)
                    .changing("title", null, part.title())
                    .changing("plan-serves", null, upper.title()));
        }
    }

    private PlanPart linked(PlanView plan, long part) {
        return writing.parts(plan)
                .find(part)
                .filter(each -> each.is(PlanPartKind.AREA) || each.is(PlanPartKind.GOAL))
                .orElseThrow(() -> Refusal.rule("actionplan.serving.refusal.part"));
    }

    /** Says that it does not any more. */
    @Transactional
    public void end(long id, long serving) {
        PlanView plan = plans.locked(id);
        Serving ended = store.of(List.of(id)).stream()
                .filter(each -> each.id() == serving)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        store.end(serving);
        String title =
                writing.parts(plan).find(ended.part()).map(PlanPart::title).orElse("");
        trail.record(Plans.happening("serves-not", plan).changing("title", title, null));
    }
}
