package se.samverkan.actionplan.adoption;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.actionplan.content.Colleague;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.notice.Notice;
import se.samverkan.notice.NoticeText;
import se.samverkan.notice.Notices;
import se.samverkan.notice.Urgency;
import se.samverkan.shared.page.Words;

/** Tells the head of a unit what the organiser decided of its plan. */
@Component
class PlanDecisionNotices implements NoticeText {

    private static final String HOLDS = "actionplan.holds";
    private static final String SENT_BACK = "actionplan.sent-back";
    private static final String PLAN = "actionplan";

    private final Notices notices;
    private final Plans plans;

    PlanDecisionNotices(Notices notices, Plans plans) {
        this.notices = notices;
        this.plans = plans;
    }

    void decided(PlanView plan, boolean holds) {
        List<Long> heads = plans.colleagues(plan).stream()
                .filter(each -> each.roles().contains(Role.HEAD_TEACHER.name()))
                .map(Colleague::id)
                .toList();
        notices.tell(new Notice(
                holds ? HOLDS : SENT_BACK,
                Urgency.DIGEST,
                heads,
                plan.organiser(),
                Map.of(PLAN, Long.toString(plan.id()))));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(HOLDS, SENT_BACK);
    }

    @Override
    public Optional<Told> tell(String kind, Map<String, String> about, Words words) {
        return plans.find(Long.parseLong(about.getOrDefault(PLAN, "0")))
                .map(plan -> new Told(List.of(plan.unitName()), plan.address() + "/versions"));
    }
}
