package se.samverkan.intervention.commission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.samverkan.access.Holders;
import se.samverkan.access.Verb;
import se.samverkan.notice.Notice;
import se.samverkan.notice.NoticeText;
import se.samverkan.notice.Notices;
import se.samverkan.notice.Urgency;
import se.samverkan.shared.page.Words;

/** Tells a provider that something is asked of it, and whoever asked that there is an answer. */
@Component
class CommissionNotices implements NoticeText {

    private static final String GIVEN = "intervention.commission-given";
    private static final String ANSWERED = "intervention.commission-answered";

    private final Notices notices;
    private final Holders holders;
    private final StoredCommissions store;

    CommissionNotices(Notices notices, Holders holders, StoredCommissions store) {
        this.notices = notices;
        this.holders = holders;
        this.store = store;
    }

    void given(long commission, long provider) {
        tell(GIVEN, holders.of(Verb.ANSWER_COMMISSIONS, provider), commission);
    }

    void answered(long commission, long asker) {
        tell(ANSWERED, List.of(asker), commission);
    }

    private void tell(String kind, List<Long> people, long commission) {
        notices.tell(
                new Notice(kind, Urgency.DIGEST, people, List.of(), Map.of("commission", Long.toString(commission))));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(GIVEN, ANSWERED);
    }

    /** It names people and no organisation, so no system is told. */
    @Override
    public Set<String> kindsForSystems() {
        return Set.of();
    }

    @Override
    public Optional<Told> tell(String kind, Map<String, String> about, Words words) {
        return store.find(Long.parseLong(about.getOrDefault("commission", "0")))
                .map(each -> new Told(List.of(each.title()), each.address()));
    }
}
