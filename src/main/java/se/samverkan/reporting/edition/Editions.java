package se.samverkan.reporting.edition;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.organisation.Directory;
import se.samverkan.partnership.CaseTallies.Programme;
import se.samverkan.records.document.Adopting;
import se.samverkan.records.document.Content;
import se.samverkan.records.document.Documents;
import se.samverkan.records.document.Draft;
import se.samverkan.records.document.RecordRef;
import se.samverkan.reporting.aggregate.Aggregates;
import se.samverkan.reporting.aggregate.TableNaming;
import se.samverkan.reporting.edition.Edition.Part;
import se.samverkan.reporting.edition.EditionFigures.Given;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to the yearly reports. Figures are pulled in masked, so that they give nothing away beside what can be read already, and kept
 * as they were; texts are written around them. Handed in, the report is a document of the organisation and stands.
 */
@Component
class Editions {

    /** The refusal of figures that would give something away. */
    static final String GIVES_AWAY = "edition.refusal.gives-away";

    private static final String KIND = "reporting.edition";
    private static final int MOST_OF_WORDS = 20_000;
    private static final int FIRST_YEAR = 2015;

    private final StoredEditions store;
    private final Aggregates aggregates;
    private final TableNaming naming;
    private final EditionFigures figures;
    private final EditionPapers papers;
    private final EditionDates dates;
    private final Documents documents;
    private final Adopting adopting;
    private final Directory directory;
    private final Rights rights;
    private final AuditTrail trail;
    private final Clock clock;

    Editions(
            StoredEditions store,
            Aggregates aggregates,
            TableNaming naming,
            EditionFigures figures,
            EditionPapers papers,
            EditionDates dates,
            Documents documents,
            Adopting adopting,
            Directory directory,
            Rights rights,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.aggregates = aggregates;
        this.naming = naming;
        this.figures = figures;
        this.papers = papers;
        this.dates = dates;
        this.documents = documents;
        this.adopting = adopting;
        this.directory = directory;
        this.rights = rights;
        this.trail = trail;
        this.clock = clock;
    }

    /** Those that the actor reads, the newest first; a draft is read by those who write it. */
    @Transactional(readOnly = true)
    public List<Edition> all() {
        rights.require(Verb.READ_AGGREGATES);
        return store.all();
    }

    @Transactional(readOnly = true)
    public Edition edition(long id) {
        rights.require(Verb.READ_AGGREGATES);
        return store.find(id).orElseThrow(Refusal::notSeen);
    }

    /** The programmes whose report the actor writes. */
    @Transactional(readOnly = true)
    public List<Programme> writable() {
        return aggregates.programmes().stream()
                .filter(each -> rights.allow(Verb.WRITE_EDITION, each.organisation()))
                .toList();
    }

    boolean writes(Edition edition) {
        return rights.allow(Verb.WRITE_EDITION, edition.organisation());
    }

    boolean handsIn(Edition edition) {
        return rights.allow(Verb.HAND_IN_EDITION, edition.organisation());
    }

    /** The one that was handed in before it, whose figures this one's are compared with. */
    @Transactional(readOnly = true)
    public Optional<Edition> before(Edition edition) {
        return store.before(edition.organisation(), edition.variant(), edition.year(), edition.id())
                .filter(id -> id < edition.id())
                .flatMap(store::find);
    }

    /**
     * Begins the report of a year, with fresh figures and the texts of the one before; one that is begun already is the same.
     *
     * @return its id
     */
    @Transactional
    public long begin(long organisation, String variant, int year) {
        rights.require(Verb.WRITE_EDITION, organisation);
        if (year < FIRST_YEAR || year > dates.today().getYear()) {
            throw Refusal.rule("edition.refusal.year", FIRST_YEAR, dates.today().getYear());
        }
        Programme programme = aggregates.programme(organisation, variant);
        Optional<Long> begun = store.draft(programme, year);
        if (begun.isPresent()) {
            return begun.get();
        }
        Optional<Edition> before = store.before(organisation, variant, year, 0).flatMap(store::find);
        long id = store.begin(
                programme,
                naming.variant(programme),
                year,
                before.filter(each -> each.year() == year).map(Edition::id).orElse(null),
                clock.instant());
        figures.pullIn(id, programme);
        before.ifPresent(each -> each.parts().stream()
                .filter(part -> !part.isBlank())
                .forEach(part -> store.write(id, part.key(), part.words())));
        trail.record(happening("begun", edition(id)));
        return id;
    }

    private Edition toWrite(long id, int version) {
        Edition edition = edition(id);
        rights.require(Verb.WRITE_EDITION, edition.organisation());
        if (!edition.isWritten()) {
            throw Refusal.rule("edition.refusal.stands");
        }
        if (edition.version() != version) {
            throw Refusal.stale();
        }
        return edition;
    }

    /** Writes the texts, by the key of their part. */
    @Transactional
    public void write(long id, int version, Map<String, String> texts, FreeText all) {
        Edition edition = toWrite(id, version);
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (Part part : edition.parts()) {
            String words = texts.getOrDefault(part.key(), part.words());
            if (words.length() > MOST_OF_WORDS) {
                throw Refusal.rule("edition.refusal.long", MOST_OF_WORDS);
            }
            if (!words.equals(part.words())) {
                before.add(part.key() + ": " + part.words());
                after.add(part.key() + ": " + words);
                store.write(id, part.key(), words);
            }
        }
        if (after.isEmpty()) {
            return;
        }
        turn(edition, edition.countedAt());
        trail.record(happening("written", edition)
                .changing("words", String.join("\n", before), String.join("\n", after))
                .changing("number-reason", null, all.numberReasonOrNull()));
    }

    private void turn(Edition edition, Instant countedAt) {
        if (!store.turn(edition.id(), edition.version(), countedAt)) {
            throw Refusal.stale();
        }
    }

    /** Pulls the figures in anew. */
    @Transactional
    public void pullIn(long id, int version) {
        Edition edition = toWrite(id, version);
        turn(edition, figures.pullIn(id, aggregates.programme(edition.organisation(), edition.variant())));
        trail.record(happening("pulled-in", edition));
    }

    /**
     * Hands it in: a document of the organisation, adopted, that stands.
     *
     * @return the id of the document
     */
    @Transactional
    public long handIn(long id, int version) {
        Edition edition = toWrite(id, version);
        rights.require(Verb.HAND_IN_EDITION, edition.organisation());
        if (edition.parts().stream().allMatch(Part::isBlank)) {
            throw Refusal.rule("edition.refusal.empty");
        }
        List<Given> given = figures.givenAway(edition);
        if (!given.isEmpty()) {
            throw Refusal.rule(
                    GIVES_AWAY,
                    given.stream().mapToInt(each -> each.trial().size()).sum());
        }
        Long organiser = directory.organiserById(edition.organisation()).isPresent() ? edition.organisation() : null;
        long document = documents.draft(
                new Draft(
                        edition.organisation(),
                        organiser,
                        null,
                        KIND,
                        papers.title(edition),
                        Locale.of("sv"),
                        new RecordRef("edition", Long.toString(id))),
                new Content.Rendered(papers.rendition(edition, clock.instant())));
        adopting.adopt(document, documents.document(document).version(), adopting.own());
        if (!store.handIn(id, version, document)) {
            throw Refusal.stale();
        }
        trail.record(happening("handed-in", edition));
        return document;
    }

    /** Its tables that would give something away if it were handed in as it is; for whoever hands it in. */
    @Transactional(readOnly = true)
    public List<Given> givenAway(long id) {
        Edition edition = edition(id);
        rights.require(Verb.HAND_IN_EDITION, edition.organisation());
        return figures.givenAway(edition);
    }

    private static Happening happening(String what, Edition edition) {
        return Happening.of(
                "reporting.edition-" + what,
                new Subject(
                        "edition",
                        Long.toString(edition.id()),
                        edition.programme().sv() + " " + edition.year()),
                edition.organisation());
    }
}
