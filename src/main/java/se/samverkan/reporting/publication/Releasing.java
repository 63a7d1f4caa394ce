package se.samverkan.reporting.publication;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Actor;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.reporting.publication.Publication.Standing;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door for those who review what is to be public, for secrecy (offentlighets- och sekretesslagen 2009:400) and for what is
 * personal (dataskyddsförordningen, artikel 5 and 6). Whoever wrote it does not release it, unless nobody else can.
 */
@Component
public class Releasing {

    static final int MOST_OF_WORDS = 4_000;

    /** What a reviewer confirms, each by itself. */
    static final List<String> CHECKS = List.of("secrecy", "people", "right");

    /** What somebody confirms besides who wrote it alone. */
    static final String ALONE = "alone";

    private final Publications publications;
    private final StoredPublications store;
    private final PublicationTrail told;
    private final PublicChanges shown;
    private final Rights rights;
    private final AuditTrail trail;

    Releasing(
            Publications publications,
            StoredPublications store,
            PublicationTrail told,
            PublicChanges shown,
            Rights rights,
            AuditTrail trail) {
        this.publications = publications;
        this.store = store;
        this.told = told;
        this.shown = shown;
        this.rights = rights;
        this.trail = trail;
    }

    /** What the reviewer has to confirm before this one is released. */
    @Transactional(readOnly = true)
    List<String> checks(Publication publication) {
        return isOwn(publication) ? List.of("secrecy", "people", "right", ALONE) : CHECKS;
    }

    /** Whether somebody else than the actor, who wrote it, can review it. */
    @Transactional(readOnly = true)
    boolean isForAnother(Publication publication) {
        return isOwn(publication)
                && !told.others(publication, Actor.current().person()).isEmpty();
    }

    private static boolean isOwn(Publication publication) {
        return publication.madeBy() == Actor.current().person();
    }

    /**
     * Releases it to the public. An earlier one about the same gives way to it.
     *
     * @param version the version that was seen
     * @param confirmed which of {@link #checks} were confirmed
     */
    @Transactional
    void release(long id, int version, Set<String> confirmed) {
        Publication proposed = toJudge(id);
        if (isForAnother(proposed)) {
            throw Refusal.rule("publication.refusal.own");
        }
        if (!confirmed.containsAll(checks(proposed))) {
            throw Refusal.rule("publication.error.checks");
        }
        giveWay(proposed);
        if (!store.becomes(proposed, version, Standing.RELEASED, "", isOwn(proposed))) {
            throw Refusal.stale();
        }
        trail.record(PublicationTrail.happening("released", proposed)
                .changing("publication-checks", "", String.join(", ", checks(proposed))));
        told.judged(proposed);
        shown.changes();
    }

    private void giveWay(Publication next) {
        if (next.about().isPresent()) {
            store.shownBefore(next).ifPresent(before -> {
                store.becomes(before, before.version(), Standing.WITHDRAWN, "", false);
                trail.record(PublicationTrail.happening("replaced", before));
            });
        }
    }

    /** Sends it back to whoever wrote it, with what is to be changed. */
    @Transactional
    void sendBack(long id, int version, FreeText words) {
        Publication proposed = toJudge(id);
        if (words.text().isBlank() || words.text().length() > MOST_OF_WORDS) {
            throw Refusal.rule("publication.error.back", MOST_OF_WORDS);
        }
        if (!store.becomes(proposed, version, Standing.RETURNED, words.text(), false)) {
            throw Refusal.stale();
        }
        trail.record(PublicationTrail.happening("returned", proposed)
                .changing("words", null, words.text())
                .changing("number-reason", null, words.numberReasonOrNull()));
        told.judged(proposed);
    }

    private Publication toJudge(long id) {
        Publication proposed = publications.publication(id);
        rights.require(Verb.RELEASE_PUBLICATIONS);
        if (!proposed.reviews()) {
            throw Refusal.notAllowed("refusal.verb.RELEASE_PUBLICATIONS");
        }
        if (proposed.standing() != Standing.PROPOSED) {
            throw Refusal.stale();
        }
        return proposed;
    }
}
