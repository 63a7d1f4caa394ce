package se.samverkan.followup.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Holders;
import se.samverkan.access.Verb;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.notice.Notice;
import se.samverkan.notice.NoticeText;
import se.samverkan.notice.Notices;
import se.samverkan.notice.Urgency;
import se.samverkan.shared.page.Words;

/** Tells the organiser that a report waits, and the unit what became of it. Whom it is shared with the documents' room tells. */
@Component
class ReportNotices implements NoticeText {

    private static final String ADOPTED = "followup.report-adopted";
    private static final String SENT_BACK = "followup.report-sent-back";
    private static final String HANDED_IN = "followup.report-handed-in";

    private final Notices notices;
    private final Holders holders;
    private final StoredReports store;
    private final FollowedPlans plans;

    ReportNotices(Notices notices, Holders holders, StoredReports store, FollowedPlans plans) {
        this.notices = notices;
        this.holders = holders;
        this.store = store;
        this.plans = plans;
    }

    void adopted(FollowedPlan plan, ReportView report) {
        tell(ADOPTED, holders.of(Verb.APPROVE_REPORTS, plan.plan().organiser()), plan, report);
    }

    void sentBack(FollowedPlan plan, ReportView report) {
        tell(SENT_BACK, store.people(report.unit()), plan, report);
    }

    void handedIn(FollowedPlan plan, ReportView report) {
        tell(HANDED_IN, store.people(report.unit()), plan, report);
    }

    private void tell(String kind, Collection<Long> people, FollowedPlan plan, ReportView report) {
        notices.tell(new Notice(
                kind, Urgency.DIGEST, people, plan.plan().organiser(), Map.of("report", Long.toString(report.id()))));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ADOPTED, SENT_BACK, HANDED_IN);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Told> tell(String kind, Map<String, String> about, Words words) {
        return store.find(Long.parseLong(about.getOrDefault("report", "0")))
                .flatMap(report -> plans.find(report.plan())
                        .map(plan -> new Told(
                                List.of(plan.plan().unitName(), words.term(report.term())), report.address())));
    }
}
