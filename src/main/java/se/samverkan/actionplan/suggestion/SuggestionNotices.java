package se.samverkan.actionplan.suggestion;

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

/** Tells whoever suggested another wording what became of it. */
@Component
class SuggestionNotices implements NoticeText {

    private static final String ACCEPTED = "actionplan.suggestion-accepted";
    private static final String DECLINED = "actionplan.suggestion-declined";
    private static final String PLAN = "actionplan";
    private static final String SUGGESTION = "suggestion";

    private final Notices notices;
    private final Plans plans;

    SuggestionNotices(Notices notices, Plans plans) {
        this.notices = notices;
        this.plans = plans;
    }

    void answered(PlanView plan, long suggestion, long person, boolean accepted) {
        notices.tell(new Notice(
                accepted ? ACCEPTED : DECLINED,
                Urgency.DIGEST,
                List.of(person),
                plan.organiser(),
                Map.of(PLAN, Long.toString(plan.id()), SUGGESTION, Long.toString(suggestion))));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ACCEPTED, DECLINED);
    }

    @Override
    public Optional<Told> tell(String kind, Map<String, String> about, Words words) {
        return plans.find(Long.parseLong(about.getOrDefault(PLAN, "0")))
                .map(plan -> new Told(
                        List.of(plan.unitName()),
                        plan.address() + "/suggestions/" + about.getOrDefault(SUGGESTION, "")));
    }
}
