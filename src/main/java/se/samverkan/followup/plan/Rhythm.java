package se.samverkan.followup.plan;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.actionplan.PlanDecided;
import se.samverkan.shared.Period;

/** Lets the checkpoints of a plan be born by themselves, in the programme's rhythm, when the plan is decided. */
@Component
class Rhythm {

    private final FollowedPlans plans;
    private final JdbcClient database;

    Rhythm(FollowedPlans plans, JdbcClient database) {
        this.plans = plans;
        this.database = database;
    }

    @EventListener
    @Transactional
    public void decided(PlanDecided decided) {
        plans.find(decided.plan())
                .ifPresent(plan -> plan.rhythm().stream()
                        .filter(term -> term.compareTo(Period.termOf(plans.today())) >= 0)
                        .forEach(term -> await(plan, term)));
    }

    private void await(FollowedPlan plan, Period term) {
        database.sql("""
                        insert into followup.awaited (plan, term, partnership, organiser, unit, waits_from, last_day)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        plan.id(),
                        term.key(),
                        plan.partnership().id(),
                        plan.partnership().organiser(),
                        plan.plan().unit(),
                        FollowedPlan.waitsFrom(term),
                        FollowedPlan.lastDay(term))
                .update();
    }
}
