package se.samverkan.actionplan.review;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.notice.Notice;
import se.samverkan.notice.NoticeText;
import se.samverkan.notice.Notices;
import se.samverkan.notice.Urgency;
import se.samverkan.shared.page.Words;

/** Tells those a plan has been opened to that they can read it and say what they think. */
@Component
class PlanNotices implements NoticeText {

    private static final String OPENED = "actionplan.opened";
    private static final String PLAN = "actionplan";

    private final Notices notices;
    private final Plans plans;

    PlanNotices(Notices notices, Plans plans) {
        this.notices = notices;
        this.plans = plans;
    }

    void opened(PlanView plan, Collection<Long> people) {
        notices.tell(
                new Notice(OPENED, Urgency.DIGEST, people, plan.organiser(), Map.of(PLAN, Long.toString(plan.id()))));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(OPENED);
    }

    @Override
    public Optional<Told> tell(String kind, Map<String, String> about, Words words) {
        return plans.find(Long.parseLong(about.getOrDefault(PLAN, "0")))
                .map(plan -> new Told(List.of(plan.unitName()), plan.address()));
    }
}
