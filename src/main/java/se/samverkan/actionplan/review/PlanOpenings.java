package se.samverkan.actionplan.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;

/**
 * The door by which whoever decides for a unit opens its plan to named people of the other side, until a day, and ends it.
 * It is no share: nobody gets a document, and what was open is closed again.
 */
@Component
public class PlanOpenings {

    private static final int MOST_DAYS = 366;

    private final Plans plans;
    private final StoredPlanOpenings store;
    private final PlanNotices notices;
    private final AuditTrail trail;

    PlanOpenings(Plans plans, StoredPlanOpenings store, PlanNotices notices, AuditTrail trail) {
        this.plans = plans;
        this.store = store;
        this.notices = notices;
        this.trail = trail;
    }

    /** To whom a plan is open now, by name as a Swede sorts. */
    @Transactional(readOnly = true)
    public List<PlanOpening> of(PlanView plan) {
        return store.of(plan.id());
    }

    /** Those to whom it can be opened. */
    @Transactional(readOnly = true)
    public List<PlanSupporter> supporters(PlanView plan) {
        return store.supporters(plan.id());
    }

    @Transactional(readOnly = true)
    public LocalDate today() {
        return store.today();
    }

    /** Opens a plan to some people; to whom it is open already it is open until the new day. */
    @Transactional
    public void open(long id, Set<Long> people, LocalDate until) {
        PlanView plan = plans.toDecide(id);
        if (people.isEmpty()) {
            throw Refusal.rule("actionplan.refusal.nobody");
        }
        LocalDate today = store.today();
        if (until.isBefore(today) || until.isAfter(today.plusDays(MOST_DAYS))) {
            throw Refusal.rule("actionplan.refusal.until");
        }
        List<PlanSupporter> chosen = supporters(plan).stream()
                .filter(each -> people.contains(each.id()))
                .toList();
        if (chosen.size() != people.size()) {
            throw Refusal.rule("actionplan.refusal.not-supporter");
        }
        chosen.forEach(each -> store.open(id, each.id(), until));
        notices.opened(plan, people);
        trail.record(Plans.happening("opened", plan)
                .changing(
                        "people", null, chosen.stream().map(PlanSupporter::name).collect(Collectors.joining(", ")))
                .changing("until", null, until));
    }

    /** Ends that a plan is open to somebody. */
    @Transactional
    public void end(long id, long opening) {
        PlanView plan = plans.toDecide(id);
        PlanOpening ended = of(plan).stream()
                .filter(each -> each.id() == opening)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        store.end(opening);
        trail.record(Plans.happening("opening-ended", plan).changing("people", ended.name(), null));
    }
}
