package se.samverkan.notice.document;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samverkan.access.Actor;
import se.samverkan.access.Holders;
import se.samverkan.access.Verb;
import se.samverkan.notice.Notice;
import se.samverkan.notice.NoticeText;
import se.samverkan.notice.Notices;
import se.samverkan.notice.Urgency;
import se.samverkan.records.document.DocumentHappening;
import se.samverkan.records.document.DocumentHappening.Kind;
import se.samverkan.records.document.Documents;
import se.samverkan.shared.page.Words;

/**
 * Tells those whom a document is meant for. Whoever it is opened to or shared with has something to do, and so has the
 * sender who is asked for more: they are told at once; that it has come can wait for the day's mail.
 */
@Component
class DocumentNotices implements NoticeText {

    private static final String DOCUMENT = "document";

    private final Notices notices;
    private final Holders holders;
    private final Documents documents;

    DocumentNotices(Notices notices, Holders holders, Documents documents) {
        this.notices = notices;
        this.holders = holders;
        this.documents = documents;
    }

    @EventListener
    void tell(DocumentHappening happened) {
        Set<Long> people = new HashSet<>(happened.people());
        happened.organisations().forEach(each -> people.addAll(holders.of(verb(happened.kind()), each)));
        people.remove(Actor.current().person());
        notices.tell(new Notice(
                kind(happened.kind()),
                happened.kind() == Kind.RECEIPTED ? Urgency.DIGEST : Urgency.MUST_ACT,
                people,
                happened.organisations(),
                Map.of(DOCUMENT, Long.toString(happened.document()))));
    }

    /** What those of an organisation hold who have to do something now. */
    private static Verb verb(Kind kind) {
        return kind == Kind.SHARED ? Verb.RECEIPT_DOCUMENTS : Verb.SHARE_DOCUMENTS;
    }

    private static String kind(Kind kind) {
        return "document." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Set<String> kinds() {
        return Stream.of(Kind.values()).map(DocumentNotices::kind).collect(Collectors.toSet());
    }

    @Override
    public Set<String> kindsForSystems() {
        return Stream.of(Kind.values())
                .filter(kind -> kind != Kind.OPENED)
                .map(DocumentNotices::kind)
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<Told> tell(String kind, Map<String, String> about, Words words) {
        long id = Long.parseLong(about.getOrDefault(DOCUMENT, "0"));
        return documents
                .find(id)
                .map(document -> new Told(List.of(document.title(), document.ownerName()), "/documents/" + id));
    }
}
