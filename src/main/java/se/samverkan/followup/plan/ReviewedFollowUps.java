package se.samverkan.followup.plan;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samverkan.discussion.opening.Openable;

/**
 * The follow-up of a plan can be opened to the other side by whoever decides for its unit, and commented on by those who read it.
 * Whom only the plan is opened to sees nothing of its follow-up, and the other way round: opening the follow-up offers to open the plan
 * in the same action.
 */
@Component
class ReviewedFollowUps implements Openable {

    private final FollowedPlans plans;

    ReviewedFollowUps(FollowedPlans plans) {
        this.plans = plans;
    }

    @Override
    public String kind() {
        return "followup";
    }

    @Override
    public Optional<String> needs() {
        return Optional.of("actionplan");
    }

    @Override
    public String column() {
        return "plan";
    }

    @Override
    public Optional<Openable.Record> find(long id) {
        return plans.find(id).map(ReviewedFollowUps::record);
    }

    @Override
    public Openable.Record toOpen(long id) {
        return record(plans.toClose(id));
    }

    @Override
    public Openable.Record toOpenAlone(long id) {
        return record(plans.toClose(id));
    }

    private static Openable.Record record(FollowedPlan plan) {
        return new Openable.Record(
                plan.id(), plan.plan().organiser(), plan.plan().unitName(), plan.address());
    }
}
