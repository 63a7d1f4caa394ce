package se.samverkan.statistics.skolverket;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.Registry;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.Intake;
import se.samverkan.statistics.Observation;
import se.samverkan.statistics.Observation.Subject.OfUnit;
import se.samverkan.statistics.Sync.Counts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in what a fetch has brought, all of it in one transaction: first who there is, then the figures, then the receipt
 * and the line in the log. A unit or a value that cannot be taken in is refused by itself, with its reason.
 */
@Component
class SyncIntake {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final SyncJournal journal;
    private final SyncLedger ledger;
    private final Registry registry;
    private final Directory directory;
    private final Intake intake;
    private final AuditTrail audit;
    private final MessageSource messages;
    private final JsonMapper json;
    private final Clock clock;

    SyncIntake(
            SyncJournal journal,
            SyncLedger ledger,
            Registry registry,
            Directory directory,
            Intake intake,
            AuditTrail audit,
            MessageSource messages,
            JsonMapper json,
            Clock clock) {
        this.journal = journal;
        this.ledger = ledger;
        this.registry = registry;
        this.directory = directory;
        this.intake = intake;
        this.audit = audit;
        this.messages = messages;
        this.json = json;
        this.clock = clock;
    }

    /** What one taking in has come to so far. */
    private static final class Sum {

        private int added;
        private int revised;
        private int unchanged;
        private final List<Refused> refused = new ArrayList<>();

        private void add(Intake.Taken taken) {
            added += taken.added();
            revised += taken.revised();
            unchanged += taken.unchanged();
        }
    }

    @Transactional
    public Counts takeIn(UUID run, String from) {
        Roll roll = roll(run);
        Registry.Accepted units = takeUnits(roll);
        Sum sum = new Sum();
        List<Observation> merits = takeKind(run, Kind.COMPULSORY, "api-gr", FigureAnswers::compulsory, sum);
        takeKind(run, Kind.UPPER_SECONDARY, "api-gy", FigureAnswers::upperSecondary, sum);
        takeKind(run, Kind.SALSA, "api-salsa", (q, body, reading) -> SalsaAnswer.read(q, body, merits, reading), sum);
        takeKind(run, Kind.SURVEY, "api-survey", SurveyAnswers::read, sum);
        Counts counts = counts(ledger.answers(run), roll, units, sum);
        ledger.done(run, counts, sum.refused);
        audit.record(happening(run, from, counts));
        return counts;
    }

    private Roll roll(UUID run) {
        Roll roll =
                new Roll(type -> messages.getMessage("statistics.sync.unknown-organiser." + type, null, Words.SWEDISH));
        read(run, Kind.ORGANISERS, (question, answer) -> roll.readOrganisers(answer));
        read(run, Kind.AREAS, (question, answer) -> roll.readAreas(body(answer)));
        read(run, Kind.LISTING, (question, answer) -> roll.readListing(body(answer)));
        read(run, Kind.REGISTER_UNIT, (question, answer) -> roll.readRegisterUnit(answer));
        roll.addThoseOnlyListed(directory::knownKeys);
        return roll;
    }

    private Registry.Accepted takeUnits(Roll roll) {
        registry.acceptMunicipalities(roll.municipalities().stream()
                .filter(each -> directory.municipality(each.code()).isEmpty())
                .toList());
        registry.acceptOrganisers(roll.organisers());
        return registry.acceptUnits(roll.units());
    }

    /** Reads the figures out of an answer. */
    private interface Reader {
        void read(Question question, JsonNode body, Reading reading);
    }

    /** @return the merit ratings among them */
    private List<Observation> takeKind(UUID run, Kind kind, String layout, Reader reader, Sum sum) {
        Reading reading = new Reading();
        MessageDigest digest = sha256();
        journal.eachOf(run, kind, (question, answer) -> {
            digest.update(answer);
            reader.read(question, body(json.readTree(answer)), reading);
        });
        List<Observation> known = ofKnownUnits(reading, kind);
        sum.refused.addAll(reading.refused());
        if (!known.isEmpty()) {
            String source = kind == Kind.SURVEY ? "SCHOOL_INSPECTORATE" : "SKOLVERKET";
            LocalDate today = LocalDate.now(clock.withZone(SWEDEN));
            sum.add(intake.take(known.stream(), new Intake.Provenance(layout, source, today, digest.digest())));
        }
        return known.stream()
                .filter(each -> each.indicator().equals("gr9-merit"))
                .toList();
    }

    /** A bare code creates no unit: figures of a unit that no answer names are refused, one line per unit. */
    private List<Observation> ofKnownUnits(Reading reading, Kind kind) {
        List<Observation> all = reading.observations();
        Set<String> keys = new HashSet<>();
        all.forEach(each -> keys.add(key(each)));
        Set<String> known = directory.knownKeys(keys);
        keys.stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .forEach(key -> reading.refuse(kind.name(), "schoolUnitCode", key, "unit-unknown"));
        return all.stream().filter(each -> known.contains(key(each))).toList();
    }

    private static String key(Observation observation) {
        return observation.subject() instanceof OfUnit(String key) ? key : "";
    }

    private void read(UUID run, Kind kind, BiConsumer<Question, JsonNode> reader) {
        journal.eachOf(run, kind, (question, answer) -> reader.accept(question, json.readTree(answer)));
    }

    /** Planned Educations wraps what it says in {@code {status, message, body}}. */
    static JsonNode body(JsonNode answer) {
        return answer.has("body") ? answer.path("body") : answer;
    }

    private static Counts counts(Counts answers, Roll roll, Registry.Accepted units, Sum sum) {
        return new Counts(
                answers.fetched(),
                answers.retried(),
                answers.nothing(),
                answers.givenUp(),
                sum.refused.size(),
                units.added(),
                units.changed(),
                roll.withoutOrganiser().size(),
                sum.added,
                sum.revised,
                sum.unchanged);
    }

    private static Happening happening(UUID run, String from, Counts counts) {
        return Happening.of("sync.done", new Happening.Subject("sync", run.toString(), from), null)
                .changing("units-added", null, counts.unitsAdded())
                .changing("figures-added", null, counts.added())
                .changing("figures-revised", null, counts.revised())
                .changing("figures-unchanged", null, counts.unchanged())
                .changing("answers-given-up", null, counts.givenUp());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
