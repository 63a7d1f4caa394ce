package se.samverkan.intervention.occasion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.samverkan.access.Holders;
import se.samverkan.access.Verb;
import se.samverkan.intervention.commission.CommissionView;
import se.samverkan.intervention.commission.Commissions;
import se.samverkan.intervention.commission.Deed.Side;
import se.samverkan.notice.Notice;
import se.samverkan.notice.NoticeText;
import se.samverkan.notice.Notices;
import se.samverkan.notice.Urgency;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Words;

/** Tells the other side that a plan is proposed, agreed to or not. */
@Component
class SubPlanNotices implements NoticeText {

    private static final String PROPOSED = "intervention.plan-proposed";
    private static final String ANSWERED = "intervention.plan-answered";

    private final Notices notices;
    private final Holders holders;
    private final Commissions commissions;

    SubPlanNotices(Notices notices, Holders holders, Commissions commissions) {
        this.notices = notices;
        this.holders = holders;
        this.commissions = commissions;
    }

    void proposed(CommissionView commission, Side by) {
        tell(PROPOSED, commission, by);
    }

    void answered(CommissionView commission, Side by) {
        tell(ANSWERED, commission, by);
    }

    private void tell(String kind, CommissionView commission, Side by) {
        List<Long> others = by == Side.PROVIDER
                ? List.of(commission.madeBy())
                : holders.of(Verb.ANSWER_COMMISSIONS, commission.provider());
        notices.tell(new Notice(
                kind, Urgency.DIGEST, others, List.of(), Map.of("commission", Long.toString(commission.id()))));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(PROPOSED, ANSWERED);
    }

    /** It names people and no organisation, so no system is told. */
    @Override
    public Set<String> kindsForSystems() {
        return Set.of();
    }

    @Override
    public Optional<Told> tell(String kind, Map<String, String> about, Words words) {
        try {
            CommissionView commission = commissions.commission(Long.parseLong(about.getOrDefault("commission", "0")));
            return Optional.of(new Told(List.of(commission.title()), commission.address() + "/plan"));
        } catch (Refusal gone) {
            return Optional.empty();
        }
    }
}
