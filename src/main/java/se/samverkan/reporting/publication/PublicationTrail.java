package se.samverkan.reporting.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Holders;
import se.samverkan.access.Verb;
import se.samverkan.notice.Notice;
import se.samverkan.notice.NoticeText;
import se.samverkan.notice.Notices;
import se.samverkan.notice.Urgency;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.page.Words;

/** Tells those who review that something waits, and whoever wrote it what became of it; and what the log calls it all. */
@Component
class PublicationTrail implements NoticeText {

    private static final String PROPOSED = "reporting.publication-proposed";
    private static final String JUDGED = "reporting.publication-judged";

    private final Notices notices;
    private final Holders holders;
    private final StoredPublications store;

    PublicationTrail(Notices notices, Holders holders, StoredPublications store) {
        this.notices = notices;
        this.holders = holders;
        this.store = store;
    }

    static Happening happening(String what, Publication publication) {
        return Happening.of(
                "publication." + what,
                new Subject("publication", Long.toString(publication.id()), publication.title()),
                publication.owner());
    }

    /** Those who can review it, whoever wrote it left out. */
    List<Long> others(Publication publication, long writer) {
        List<Long> others = new ArrayList<>(holders.of(Verb.RELEASE_PUBLICATIONS, publication.owner()));
        others.remove(writer);
        return others;
    }

    void proposed(Publication publication) {
        tell(PROPOSED, others(publication, publication.madeBy()), publication);
    }

    void judged(Publication publication) {
        tell(JUDGED, List.of(publication.madeBy()), publication);
    }

    private void tell(String kind, List<Long> people, Publication publication) {
        notices.tell(new Notice(
                kind, Urgency.DIGEST, people, List.of(), Map.of("publication", Long.toString(publication.id()))));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(PROPOSED, JUDGED);
    }

    /** It is told to people and to no system. */
    @Override
    public Set<String> kindsForSystems() {
        return Set.of();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Told> tell(String kind, Map<String, String> about, Words words) {
        return store.find(Long.parseLong(about.getOrDefault("publication", "0")))
                .map(each -> new Told(
                        List.of(each.title(), words.text("publication.standing." + each.standing())), each.address()));
    }
}
