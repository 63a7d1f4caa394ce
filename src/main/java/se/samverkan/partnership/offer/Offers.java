package se.samverkan.partnership.offer;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Actor;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.shared.Refusal;

/**
 * The door to reading offers: those who make them see all of their agency or office, an organiser and its units what has been
 * sent to them, and everybody else none.
 */
@Component
public class Offers {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final StoredOffers store;
    private final Rights rights;
    private final Clock clock;

    Offers(StoredOffers store, Rights rights, Clock clock) {
        this.store = store;
        this.rights = rights;
        this.clock = clock;
    }

    /** Whether offers can concern the actor at all. */
    public boolean concernActor() {
        return Stream.of(Verb.RUN_PARTNERSHIP, Verb.ANSWER_OFFER, Verb.COORDINATE_PARTNERSHIP)
                .anyMatch(rights::allow);
    }

    /** Whether the actor makes offers for some agency or office. */
    public boolean areMadeByActor() {
        return rights.allow(Verb.RUN_PARTNERSHIP);
    }

    /** Those that the actor knows of, none for most: drafts first, then the newest. */
    @Transactional(readOnly = true)
    public List<Offer> all() {
        if (!Actor.current().isSignedIn()) {
            rights.require(Verb.ANSWER_OFFER);
        }
        return store.all();
    }

    /**
     * One offer.
     *
     * @throws Refusal when there is none that the actor may know of
     */
    @Transactional(readOnly = true)
    public Offer offer(long id) {
        if (!concernActor()) {
            throw Refusal.notSeen();
        }
        return store.find(id).orElseThrow(Refusal::notSeen);
    }

    /** Those to the organisers of a cohort. */
    @Transactional(readOnly = true)
    public List<Offer> ofCohort(long cohort) {
        return store.ofCohort(cohort);
    }

    /** Whether the actor runs the partnership that an offer is about. */
    public boolean isRunByActor(Offer offer) {
        return rights.allow(Verb.RUN_PARTNERSHIP, offer.owner().id());
    }

    /**
     * An offer for somebody who wants to do something with it as the one who makes it.
     *
     * @throws Refusal when the actor sees it but makes no offers there
     */
    @Transactional(readOnly = true)
    public Offer offerToRun(long id) {
        rights.require(Verb.RUN_PARTNERSHIP);
        Offer offer = offer(id);
        rights.require(Verb.RUN_PARTNERSHIP, offer.owner().id());
        return offer;
    }

    /** Today in Sweden, which days to answer are counted by. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(SWEDEN));
    }
}
