package se.samverkan.actionplan.review;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.discussion.Discussed;

/** A plan can be commented on part by part by those who read it: its own people, and those it has been opened to. */
@Component
class PlanDiscussed implements Discussed {

    private final Plans plans;

    PlanDiscussed(Plans plans) {
        this.plans = plans;
    }

    @Override
    public String kind() {
        return "actionplan";
    }

    @Override
    public Optional<Discussed.Record> find(long id) {
        return plans.find(id).map(view -> new Discussed.Record(id, view.organiser(), view.unitName(), view.address()));
    }
}
