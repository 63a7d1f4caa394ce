package se.samverkan.reporting.after;

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
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.page.Words;

/** Tells those who coordinated a closed partnership that a year has passed and questions wait. */
@Component
class YearNotices implements NoticeText {

    private static final String BORN = "reporting.year-after";

    private final Notices notices;
    private final Holders holders;
    private final Partnerships partnerships;

    YearNotices(Notices notices, Holders holders, Partnerships partnerships) {
        this.notices = notices;
        this.holders = holders;
        this.partnerships = partnerships;
    }

    void born(long partnership, long year, long organiser) {
        notices.tell(new Notice(
                BORN,
                Urgency.DIGEST,
                holders.of(Verb.COORDINATE_PARTNERSHIP, organiser),
                List.of(organiser),
                Map.of("partnership", Long.toString(partnership), "year", Long.toString(year))));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(BORN);
    }

    @Override
    public Optional<Told> tell(String kind, Map<String, String> about, Words words) {
        return partnerships
                .find(Long.parseLong(about.getOrDefault("partnership", "0")))
                .map(each -> new Told(List.of(each.organiserName()), "/partnerships/" + each.id() + "/years"));
    }
}
