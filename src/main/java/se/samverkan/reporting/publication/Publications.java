package se.samverkan.reporting.publication;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.reporting.publication.Publication.Kind;
import se.samverkan.reporting.publication.Publication.Standing;
import se.samverkan.reporting.publication.StoredPublications.Begun;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door for those who write for the public: news in their own words, handed over for review, and withdrawn. What else can be
 * told is chosen through {@link PublicationChoosing}; who reviews comes in through {@link Releasing}.
 */
@Component
public class Publications {

    private static final int MOST = 200;
    private static final int MOST_OF_REASON = 1_000;

    private final StoredPublications store;
    private final PublicationTrail told;
    private final PublicChanges shown;
    private final Rights rights;
    private final AuditTrail trail;

    Publications(
            StoredPublications store, PublicationTrail told, PublicChanges shown, Rights rights, AuditTrail trail) {
        this.store = store;
        this.told = told;
        this.shown = shown;
        this.rights = rights;
        this.trail = trail;
    }

    boolean mayWrite() {
        return rights.allow(Verb.WRITE_PUBLICATIONS);
    }

    /** What the actor has to do with, what waits first. */
    @Transactional(readOnly = true)
    List<Publication> worked() {
        requireWork();
        return store.worked(MOST);
    }

    @Transactional(readOnly = true)
    Publication publication(long id) {
        requireWork();
        return store.find(id)
                .filter(each -> each.writes() || each.reviews() || each.keepsOrder())
                .orElseThrow(Refusal::notSeen);
    }

    private void requireWork() {
        if (!rights.allow(Verb.RELEASE_PUBLICATIONS)) {
            rights.require(Verb.WRITE_PUBLICATIONS);
        }
    }

    /** For whom the actor can write. */
    @Transactional(readOnly = true)
    List<Sender> senders() {
        rights.require(Verb.WRITE_PUBLICATIONS);
        return store.senders();
    }

    /** News that are or can be written in, for their form. */
    @Transactional(readOnly = true)
    Publication toWrite(long id) {
        Publication news = publication(id);
        if (!news.writes()) {
            throw Refusal.notAllowed("refusal.verb.WRITE_PUBLICATIONS");
        }
        if (news.kind() != Kind.NEWS || !news.standing().isWritten()) {
            throw Refusal.rule("publication.refusal.stands");
        }
        return news;
    }

    /** @return the id of the draft */
    @Transactional
    long write(Sender sender, News news) {
        if (senders().stream().noneMatch(each -> each.key().equals(sender.key()))) {
            throw Refusal.notAllowed("refusal.verb.WRITE_PUBLICATIONS");
        }
        check(news);
        return begin(
                new Begun(
                        Kind.NEWS,
                        sender.organisation(),
                        sender.office() ? null : sender.organisation(),
                        sender.unit().orElse(null),
                        null,
                        news.title().text(),
                        news.words().text(),
                        "",
                        ""),
                news.words());
    }

    /** Begins a draft of any kind. */
    long begin(Begun begun, FreeText words) {
        long id = store.begin(begun);
        Publication made = store.find(id).orElseThrow(Refusal::notSeen);
        trail.record(PublicationTrail.happening("begun", made)
                .changing("publication-ground", "", begun.ground())
                .changing("number-reason", null, words.numberReasonOrNull()));
        return id;
    }

    /** @param version the version that was seen */
    @Transactional
    void change(long id, int version, News news) {
        Publication before = toWrite(id);
        check(news);
        if (!store.write(id, version, news)) {
            throw Refusal.stale();
        }
        trail.record(PublicationTrail.happening("changed", before)
                .changing("title", before.title(), news.title().text())
                .changing("words", before.words(), news.words().text())
                .changing("number-reason", null, news.words().numberReasonOrNull()));
    }

    private static void check(News news) {
        if (news.title().text().isBlank() || news.title().text().length() > News.MOST_OF_TITLE) {
            throw Refusal.rule("publication.error.title", News.MOST_OF_TITLE);
        }
        if (news.words().text().isBlank() || news.words().text().length() > News.MOST_OF_WORDS) {
            throw Refusal.rule("publication.error.words", News.MOST_OF_WORDS);
        }
    }

    /** What in it may be about a single person. */
    @Transactional(readOnly = true)
    Cautions cautions(Publication publication) {
        // What an evaluation came to is told by the program, of groups only.
        String copied = publication.kind() == Kind.RESULT ? "" : publication.content();
        return Cautions.of(
                String.join("\n", publication.title(), publication.words(), copied),
                Stream.concat(
                        Stream.of(publication.ownerName(), publication.organiserName(), publication.unitName()),
                        publication.units().stream()));
    }

    /**
     * Hands it over for review.
     *
     * @param version the version that was seen
     * @param reason why it is published although something may be about a single person; empty where nothing is
     */
    @Transactional
    void propose(long id, int version, FreeText reason) {
        Publication draft = publication(id);
        if (!draft.writes()) {
            throw Refusal.notAllowed("refusal.verb.WRITE_PUBLICATIONS");
        }
        if (!draft.standing().isWritten()) {
            throw Refusal.stale();
        }
        boolean asked = cautions(draft).isAny();
        if (asked && reason.text().isBlank() || reason.text().length() > MOST_OF_REASON) {
            throw Refusal.rule("publication.error.reason", MOST_OF_REASON);
        }
        if (asked) {
            store.reason(id, reason.text());
        }
        if (!store.becomes(draft, version, Standing.PROPOSED, "", false)) {
            throw Refusal.stale();
        }
        trail.record(PublicationTrail.happening("proposed", draft)
                .changing("publication-reason", "", asked ? reason.text() : "")
                .changing("number-reason", null, reason.numberReasonOrNull()));
        told.proposed(draft);
    }

    /**
     * Withdraws it: what was public is gone from its pages at once, and a draft is laid aside.
     *
     * @param version the version that was seen
     */
    @Transactional
    void withdraw(long id, int version, FreeText why) {
        Publication before = publication(id);
        if (before.standing() == Standing.WITHDRAWN) {
            throw Refusal.stale();
        }
        if (!before.mayWithdraw()) {
            throw Refusal.notAllowed("refusal.verb.RELEASE_PUBLICATIONS");
        }
        if (why.text().isBlank() || why.text().length() > Releasing.MOST_OF_WORDS) {
            throw Refusal.rule("publication.error.why", Releasing.MOST_OF_WORDS);
        }
        if (!store.becomes(before, version, Standing.WITHDRAWN, why.text(), false)) {
            throw Refusal.stale();
        }
        trail.record(PublicationTrail.happening("withdrawn", before)
                .changing("words", null, why.text())
                .changing("number-reason", null, why.numberReasonOrNull()));
        told.judged(before);
        shown.changes();
    }
}
