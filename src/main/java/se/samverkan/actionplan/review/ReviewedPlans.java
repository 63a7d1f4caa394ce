package se.samverkan.actionplan.review;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.discussion.opening.Openable;

/**
 * A plan can be opened to the other side by whoever decides for its unit, and commented on part by part by those who read it: its
 * own people, and those it has been opened to.
 */
@Component
class ReviewedPlans implements Openable {

    private final Plans plans;

    ReviewedPlans(Plans plans) {
        this.plans = plans;
    }

    @Override
    public String kind() {
        return "actionplan";
    }

    @Override
    public String column() {
        return "plan";
    }

    @Override
    public Optional<Openable.Record> find(long id) {
        return plans.find(id).map(ReviewedPlans::record);
    }

    @Override
    public Openable.Record toOpen(long id) {
        return record(plans.deciding(id));
    }

    @Override
    public Openable.Record toOpenAlone(long id) {
        return record(plans.toDecide(id));
    }

    private static Openable.Record record(PlanView view) {
        return new Openable.Record(view.id(), view.organiser(), view.unitName(), view.address());
    }
}
