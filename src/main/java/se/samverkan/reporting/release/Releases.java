package se.samverkan.reporting.release;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.partnership.CaseTallies.Programme;
import se.samverkan.reporting.aggregate.Aggregates;
import se.samverkan.reporting.aggregate.KeptCounts;
import se.samverkan.reporting.aggregate.NamedTable;
import se.samverkan.reporting.aggregate.ReadAlready;
import se.samverkan.reporting.aggregate.ReadTogether;
import se.samverkan.reporting.aggregate.ReadTogether.Standing;
import se.samverkan.reporting.aggregate.TableNaming;
import se.samverkan.reporting.aggregate.Topic;
import se.samverkan.reporting.aggregate.Trial;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.statistics.disclosure.CountedTable;
import se.samverkan.statistics.disclosure.MaskedTable;
import se.samverkan.statistics.disclosure.Place;

/**
 * The door to open data. Everybody reads what has been released. A publisher chooses which numbers of a table are masked; the
 * disclosure audit tries the choice, and what it finds something in is not released. Nothing is released by itself.
 */
@Component
class Releases {

    private static final int MOST_OF_WORDS = 2_000;

    private final Aggregates aggregates;
    private final ReadAlready already;
    private final TableNaming naming;
    private final StoredReleases store;
    private final Rights rights;
    private final AuditTrail trail;
    private final Clock clock;

    Releases(
            Aggregates aggregates,
            ReadAlready already,
            TableNaming naming,
            StoredReleases store,
            Rights rights,
            AuditTrail trail,
            Clock clock) {
        this.aggregates = aggregates;
        this.already = already;
        this.naming = naming;
        this.store = store;
        this.rights = rights;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A table that may be released, with a choice of what is masked and what the audit finds in it.
     *
     * @param counted what it is made of before anything is masked
     * @param trial what the choice would give away, of itself and of what can be read already
     * @param beside the tables that it was tried together with
     */
    record Proposal(
            Programme programme,
            Topic topic,
            NamedTable table,
            CountedTable counted,
            List<Place> masked,
            Trial trial,
            List<Standing> beside) {}

    /** What has been released and holds, by data set; for everybody. */
    @Transactional(readOnly = true)
    public List<Release> newest() {
        return store.newest();
    }

    /** All versions of a data set, the newest first; for everybody. */
    @Transactional(readOnly = true)
    public List<Release> versions(String dataset) {
        List<Release> versions = store.versions(dataset);
        if (versions.isEmpty()) {
            throw Refusal.notSeen();
        }
        return versions;
    }

    /** A version of a data set by its number, or {@code latest}; one that was taken back is not there any more. */
    @Transactional(readOnly = true)
    public Release version(String dataset, String version) {
        return store.versions(dataset).stream()
                .filter(Release::holds)
                .filter(each -> version.equals("latest") || version.equals(Integer.toString(each.version())))
                .findFirst()
                .orElseThrow(Refusal::notSeen);
    }

    /** The programmes that the actor releases data of. */
    @Transactional(readOnly = true)
    public List<Programme> programmes() {
        rights.require(Verb.RELEASE_OPEN_DATA);
        return aggregates.programmes().stream()
                .filter(each -> rights.allow(Verb.RELEASE_OPEN_DATA, each.organisation()))
                .toList();
    }

    /** One of them. */
    @Transactional(readOnly = true)
    public Programme programme(long organisation, String variant) {
        rights.require(Verb.RELEASE_OPEN_DATA, organisation);
        return aggregates.programme(organisation, variant);
    }

    /** The topics of a programme that there is something of. */
    @Transactional(readOnly = true)
    public List<Topic> topics(Programme programme) {
        return aggregates.of(programme.organisation(), programme.variant()).tables().entrySet().stream()
                .filter(each -> !each.getValue().isBare())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** A table with what the system would mask. */
    @Transactional(readOnly = true)
    public Proposal proposal(long organisation, String variant, Topic topic) {
        return proposal(organisation, variant, topic, Optional.empty());
    }

    /** The same with what somebody has chosen to mask. */
    @Transactional(readOnly = true)
    public Proposal proposal(long organisation, String variant, Topic topic, Optional<Collection<Place>> chosen) {
        Programme programme = programme(organisation, variant);
        Map<Topic, CountedTable> counted = aggregates.counted(programme);
        if (!counted.containsKey(topic)) {
            throw Refusal.notSeen();
        }
        ReadTogether together = already.beside(programme, counted);
        MaskedTable suggested = together.masked(topic);
        Collection<Place> masked = chosen.orElseGet(suggested.hidden()::keySet);
        Trial trial = together.tried(topic, masked);
        // What the choice would show of too few is not shown to whoever chooses either, until the audit lets it
        // through.
        MaskedTable shown = trial.passes() ? together.masking(topic).masking(masked) : suggested;
        return new Proposal(
                programme,
                topic,
                naming.of(programme).name(topic, shown),
                Objects.requireNonNull(counted.get(topic)),
                masked.stream().sorted(Comparator.comparing(Place::key)).toList(),
                trial,
                together.beside(topic));
    }

    /**
     * Releases a table with exactly these numbers masked.
     *
     * @return the path of its page
     * @throws Refusal when the audit finds that it gives something away
     */
    @Transactional
    public String release(long organisation, String variant, Topic topic, Collection<Place> masked, FreeText words) {
        Proposal proposal = proposal(organisation, variant, topic, Optional.of(masked));
        if (!proposal.trial().passes()) {
            throw Refusal.rule("release.refusal.gives-away", proposal.trial().size());
        }
        check(words.text());
        long id = store.keep(
                proposal.programme(),
                naming.variant(proposal.programme()),
                dataset(proposal),
                proposal.table(),
                words.text(),
                clock.instant());
        store.keepCounts(id, KeptCounts.of(Map.of(topic, proposal.counted())));
        Release released = store.find(id).orElseThrow();
        trail.record(happening("released", released)
                .changing("words", null, words.text().isEmpty() ? null : words.text())
                .changing("number-reason", null, words.numberReasonOrNull())
                .changing("masked", null, released.table().masked()));
        return released.address();
    }

    private static String dataset(Proposal proposal) {
        return (proposal.programme().variant() + "-" + proposal.programme().organisation() + "-"
                        + proposal.topic().key())
                .toLowerCase(Locale.ROOT);
    }

    /** Takes a version back, with the reason; its address then says that it is gone. */
    @Transactional
    public String withdraw(long id, FreeText why) {
        rights.require(Verb.RELEASE_OPEN_DATA);
        Release release = store.find(id).orElseThrow(Refusal::notSeen);
        rights.require(Verb.RELEASE_OPEN_DATA, release.organisation());
        if (why.text().isBlank()) {
            throw Refusal.rule("release.refusal.why");
        }
        check(why.text());
        if (!release.holds() || !store.withdraw(id, why.text())) {
            throw Refusal.rule("release.refusal.withdrawn");
        }
        trail.record(happening("withdrawn", release)
                .changing("words", null, why.text())
                .changing("number-reason", null, why.numberReasonOrNull()));
        return release.address();
    }

    private static void check(String words) {
        if (words.length() > MOST_OF_WORDS) {
            throw Refusal.rule("release.refusal.long", MOST_OF_WORDS);
        }
    }

    private static Happening happening(String what, Release release) {
        return Happening.of(
                "reporting.data-" + what,
                new Subject(
                        "release", Long.toString(release.id()), release.title().sv() + " " + release.version()),
                release.organisation());
    }
}
