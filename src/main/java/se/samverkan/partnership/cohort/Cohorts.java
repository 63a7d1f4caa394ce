package se.samverkan.partnership.cohort;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.partnership.cohort.Cohort.Day;
import se.samverkan.partnership.offer.Offer;
import se.samverkan.partnership.offer.Offers;
import se.samverkan.partnership.offer.Starting;
import se.samverkan.programme.Variants;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;

/** The door to cohorts, for those who run partnerships: which organisers start together, what is missing, and the start itself. */
@Component
public class Cohorts {

    private final StoredCohorts store;
    private final Offers offers;
    private final Starting starting;
    private final Variants variants;
    private final Rights rights;
    private final AuditTrail trail;

    Cohorts(StoredCohorts store, Offers offers, Starting starting, Variants variants, Rights rights, AuditTrail trail) {
        this.store = store;
        this.offers = offers;
        this.starting = starting;
        this.variants = variants;
        this.rights = rights;
        this.trail = trail;
    }

    /** The cohorts of the actor's agencies and offices, those that begin last first. */
    @Transactional(readOnly = true)
    public List<Cohort> all() {
        rights.require(Verb.RUN_PARTNERSHIP);
        return store.all().stream()
                .filter(cohort -> rights.allow(Verb.RUN_PARTNERSHIP, cohort.owner()))
                .toList();
    }

    /**
     * One cohort.
     *
     * @throws Refusal when the actor runs no such cohort
     */
    @Transactional(readOnly = true)
    public Cohort cohort(long id) {
        return store.find(id)
                .filter(cohort -> rights.allow(Verb.RUN_PARTNERSHIP, cohort.owner()))
                .orElseThrow(Refusal::notSeen);
    }

    /** The days that the organisers of a cohort have in common, for everybody who knows of it. */
    @Transactional(readOnly = true)
    public List<Day> days(long cohort) {
        return store.find(cohort).map(Cohort::days).orElse(List.of());
    }

    /** The organisers of a cohort, by name as a Swede sorts. */
    @Transactional(readOnly = true)
    public List<CohortRow> rows(long id) {
        Map<Long, List<Offer>> byPartnership = new LinkedHashMap<>();
        offers.ofCohort(cohort(id).id())
                .forEach(offer -> byPartnership
                        .computeIfAbsent(offer.partnership(), each -> new ArrayList<>())
                        .add(offer));
        return byPartnership.values().stream()
                .map(CohortRow::new)
                .sorted(Comparator.comparing(
                        row -> row.newest().organiser().name(), java.text.Collator.getInstance(Locale.of("sv"))))
                .toList();
    }

    @Transactional
    public long open(long owner, String name, String variant, Period firstTerm) {
        rights.require(Verb.RUN_PARTNERSHIP, owner);
        if (name.isBlank() || name.length() > 100) {
            throw Refusal.rule("partnership.cohort.refusal.name");
        }
        if (variants.newest(variant).isEmpty()) {
            throw Refusal.rule("partnership.offer.refusal.variant");
        }
        long id = store.add(owner, name, variant, firstTerm)
                .orElseThrow(() -> Refusal.rule("partnership.cohort.refusal.name-taken", name));
        trail.record(happening("opened", cohort(id)).changing("first-term", null, firstTerm));
        return id;
    }

    /**
     * Changes what a cohort is called and when it begins. What has been offered keeps the term that it was offered with.
     *
     * @param version the version that was seen
     */
    @Transactional
    public void change(long id, int version, String name, Period firstTerm) {
        Cohort before = cohort(id);
        if (name.isBlank() || name.length() > 100) {
            throw Refusal.rule("partnership.cohort.refusal.name");
        }
        try {
            if (!store.change(id, version, name, firstTerm)) {
                throw Refusal.stale();
            }
        } catch (DuplicateKeyException taken) {
            throw Refusal.rule("partnership.cohort.refusal.name-taken", name);
        }
        Happening happening = happening("changed", before)
                .changing("name", before.name(), name)
                .changing("first-term", before.firstTerm(), firstTerm);
        if (!happening.changes().isEmpty()) {
            trail.record(happening);
        }
    }

    /**
     * One of its days.
     *
     * @throws Refusal when there is none, or somebody has moved or taken it away
     */
    @Transactional(readOnly = true)
    public Day day(long id, long day) {
        return cohort(id).days().stream()
                .filter(each -> each.id() == day)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
    }

    /**
     * Moves or renames a day. It is another day then: the one that was told before is still known.
     *
     * @param version the version of the cohort that was seen
     */
    @Transactional
    public void moveDay(long id, int version, Day after) {
        Cohort cohort = cohort(id);
        if (after.name().isBlank() || after.name().length() > 100) {
            throw Refusal.rule("partnership.cohort.refusal.day-name");
        }
        if (!store.change(id, version, cohort.name(), cohort.firstTerm())) {
            throw Refusal.stale();
        }
        Day before = day(id, after.id());
        store.takeAway(id, before.id());
        store.addDay(id, after.day(), after.name());
        trail.record(happening("day-moved", cohort)
                .changing("day", before.day(), after.day())
                .changing("words", before.name(), after.name()));
    }

    @Transactional
    public void addDay(long id, LocalDate day, String name) {
        Cohort cohort = cohort(id);
        if (name.isBlank() || name.length() > 100) {
            throw Refusal.rule("partnership.cohort.refusal.day-name");
        }
        store.addDay(id, day, name);
        store.touch(id);
        trail.record(happening("day-added", cohort).changing("day", null, day).changing("words", null, name));
    }

    @Transactional
    public void takeAwayDay(long id, long day) {
        Cohort cohort = cohort(id);
        Day gone = day(id, day);
        store.takeAway(id, day);
        store.touch(id);
        trail.record(happening("day-taken-away", cohort)
                .changing("day", gone.day(), null)
                .changing("words", gone.name(), null));
    }

    /**
     * Starts every partnership of the cohort whose answers are all in.
     *
     * @return how many started
     */
    @Transactional
    public int startReady(long id) {
        Collection<CohortRow> ready =
                rows(id).stream().filter(CohortRow::isReady).toList();
        if (ready.isEmpty()) {
            throw Refusal.rule("partnership.cohort.refusal.nobody-ready");
        }
        ready.stream()
                .map(CohortRow::newest)
                .sorted(Comparator.comparingLong(Offer::partnership))
                .forEach(offer -> starting.start(offer.partnership(), offer.partnershipVersion()));
        return ready.size();
    }

    private static Happening happening(String deed, Cohort cohort) {
        return Happening.of(
                "cohort." + deed, new Subject("cohort", Long.toString(cohort.id()), cohort.name()), cohort.owner());
    }
}
