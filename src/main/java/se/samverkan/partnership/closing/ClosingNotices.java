package se.samverkan.partnership.closing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.samverkan.notice.Notice;
import se.samverkan.notice.NoticeText;
import se.samverkan.notice.Notices;
import se.samverkan.notice.Urgency;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.staffing.CasePeople;
import se.samverkan.partnership.staffing.PersonInCase;
import se.samverkan.shared.page.Words;

/** Tells those who have a role in a case that it has been closed. */
@Component
class ClosingNotices implements NoticeText {

    private static final String CLOSED = "partnership.closed";

    private final Notices notices;
    private final CasePeople people;
    private final Partnerships partnerships;

    ClosingNotices(Notices notices, CasePeople people, Partnerships partnerships) {
        this.notices = notices;
        this.people = people;
        this.partnerships = partnerships;
    }

    void closed(PartnershipView partnership) {
        notices.tell(new Notice(
                CLOSED,
                Urgency.DIGEST,
                people.today(partnership.id()).stream()
                        .map(PersonInCase::person)
                        .distinct()
                        .toList(),
                List.of(partnership.owner(), partnership.organiser()),
                Map.of("partnership", Long.toString(partnership.id()))));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CLOSED);
    }

    @Override
    public Optional<Told> tell(String kind, Map<String, String> about, Words words) {
        return partnerships
                .find(Long.parseLong(about.getOrDefault("partnership", "0")))
                .map(each -> new Told(List.of(each.organiserName()), "/partnerships/" + each.id() + "/closing"));
    }
}
