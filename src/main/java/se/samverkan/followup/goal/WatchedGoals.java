package se.samverkan.followup.goal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.actionplan.HoldingPlans;
import se.samverkan.actionplan.HoldingPlans.HeldGoal;
import se.samverkan.actionplan.HoldingPlans.HoldingPlan;
import se.samverkan.actionplan.PlanDecided;

/** The goals that published figures can come to: kept when a plan is decided, asked for when figures have come. */
@Repository
class WatchedGoals {

    private final HoldingPlans holding;
    private final JdbcClient database;

    WatchedGoals(HoldingPlans holding, JdbcClient database) {
        this.holding = holding;
        this.database = database;
    }

    /**
     * A goal that is watched.
     *
     * @param since the key of the newest period that its people know of
     */
    record Watched(long goal, long plan, long organiser, long unit, String indicator, int since) {}

    @EventListener
    @Transactional
    public void decided(PlanDecided decided) {
        holding.of(decided.plan()).ifPresent(this::keep);
    }

    private void keep(HoldingPlan plan) {
        List<Long> kept = new ArrayList<>();
        for (HeldGoal goal : plan.goals()) {
            if (!goal.indicator().isEmpty() && goal.baselinePeriod().isPresent()) {
                keep(plan, goal);
                kept.add(goal.id());
            }
        }
        database.sql("update followup.watched_goal set ended = true where plan = ? and not ended and goal <> all (?)")
                .params(plan.id(), kept.toArray(Long[]::new))
                .update();
    }

    private void keep(HoldingPlan plan, HeldGoal goal) {
        database.sql("""
                        insert into followup.watched_goal (goal, plan, organiser, unit, indicator, since)
                        values (:goal, :plan, :organiser, :unit, :indicator, :since)
                        on conflict (goal) do update set indicator = :indicator, since = :since, ended = false
                        """)
                .param("goal", goal.id())
                .param("plan", plan.id())
                .param("organiser", plan.organiser())
                .param("unit", plan.unit())
                .param("indicator", goal.indicator())
                .param("since", goal.baselinePeriod().orElseThrow().key())
                .update();
    }

    List<Watched> all() {
        return database.sql("select goal, plan, organiser, unit, indicator, since from followup.watched()")
                .query(Watched.class)
                .list();
    }

    /** Says that a goal's people are told of a period; false where they were already. */
    boolean tell(long goal, int period) {
        return database.sql("select followup.tell_goal(?, ?)")
                .params(goal, period)
                .query(Boolean.class)
                .single();
    }

    /** Those whom the follow-up of a unit concerns. */
    List<Long> people(long unit) {
        return database.sql("select person from followup.people_of(?)")
                .param(unit)
                .query(Long.class)
                .list();
    }
}
