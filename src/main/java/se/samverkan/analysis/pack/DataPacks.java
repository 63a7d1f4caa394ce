package se.samverkan.analysis.pack;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.analysis.chain.PartDraft;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.programme.variant.Level;
import se.samverkan.records.mark.Marks;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.OrganiserReading;
import se.samverkan.statistics.UnitReading;
import se.samverkan.statistics.UnitReading.Reading;

/**
 * The door to data packs. Their figures are public; whoever knows of the partnership reads what is written beside them, and the
 * analyst and the unit write it.
 */
@Component
public class DataPacks {

    private final Partnerships partnerships;
    private final UnitReading reading;
    private final OrganiserReading organisers;
    private final StoredAnnotations store;
    private final Marks marks;
    private final Rights rights;
    private final AuditTrail trail;

    DataPacks(
            Partnerships partnerships,
            UnitReading reading,
            OrganiserReading organisers,
            StoredAnnotations store,
            Marks marks,
            Rights rights,
            AuditTrail trail) {
        this.partnerships = partnerships;
        this.reading = reading;
        this.organisers = organisers;
        this.store = store;
        this.marks = marks;
        this.rights = rights;
        this.trail = trail;
    }

    /** The pack of a unit in a partnership, in a language. */
    @Transactional(readOnly = true)
    public DataPack pack(long partnershipId, String unitKey, Words words) {
        rights.require(Verb.READ_PARTNERSHIP);
        PartnershipView partnership = partnerships.find(partnershipId).orElseThrow(Refusal::notSeen);
        Participant unit = partnership.units().stream()
                .filter(each -> each.key().equals(unitKey))
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        return new DataPack(
                partnership,
                unit,
                reading(partnership, unit, words),
                store.of(partnershipId, unit.unit()),
                rights.allow(Verb.MAKE_DATA_PACK) && store.annotates(partnership, unit.unit()));
    }

    /** Of a unit its own figures; of the organiser's own level those of all its units, side by side. */
    private Reading reading(PartnershipView partnership, Participant unit, Words words) {
        return unit.level() == Level.ORGANISER
                ? organisers.of(partnership.organiser(), words)
                : reading.of(unit.key(), words).orElseThrow(Refusal::notSeen);
    }

    /** The pack, for somebody who annotates it. */
    @Transactional(readOnly = true)
    public DataPack toAnnotate(long partnershipId, String unitKey, String line, Words words) {
        DataPack pack = pack(partnershipId, unitKey, words);
        if (!pack.writes()) {
            throw Refusal.notAllowed("refusal.verb.MAKE_DATA_PACK");
        }
        if (!line.equals(Annotation.WHOLE) && pack.line(line).isEmpty()) {
            throw Refusal.notSeen();
        }
        Optional.ofNullable(pack.annotations().get(line))
                .ifPresent(each -> marks.requireOpen(Annotation.KIND, each.id()));
        return pack;
    }

    /** Writes beside a series, or about the whole; what stood there is in the log, but for what is marked as secret. */
    @Transactional
    public void annotate(DataPack pack, String line, int version, FreeText words) {
        if (words.text().length() > PartDraft.MOST_OF_WORDS) {
            throw Refusal.rule("analysis.refusal.words-long", PartDraft.MOST_OF_WORDS);
        }
        Optional<Annotation> before = Optional.ofNullable(
                store.of(pack.partnership().id(), pack.unit().unit()).get(line));
        before.ifPresent(each -> marks.requireOpen(Annotation.KIND, each.id()));
        boolean written = before.map(Annotation::version).orElse(0) == version
                && store.write(pack.partnership(), pack.unit().unit(), line, version, words.text());
        if (!written) {
            throw Refusal.stale();
        }
        Subject subject = new Subject(
                "data-pack",
                pack.partnership().id() + "/" + pack.unit().unit(),
                pack.unit().name());
        long organisation = pack.partnership().organiser();
        Happening happening = Happening.of("analysis.annotated", subject, organisation)
                .changing("number-reason", null, words.numberReasonOrNull());
        boolean secret = before.flatMap(Annotation::mark).isPresent();
        trail.record(
                secret
                        ? happening
                        : happening.changing(
                                "words", before.map(Annotation::words).orElse(null), words.text()));
    }
}
