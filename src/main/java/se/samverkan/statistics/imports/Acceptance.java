package se.samverkan.statistics.imports;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.MunicipalityFacts;
import se.samverkan.organisation.OrganiserFacts;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.organisation.Registry;
import se.samverkan.shared.Progress;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.Intake;
import se.samverkan.statistics.Intake.Provenance;
import se.samverkan.statistics.Intake.Taken;
import se.samverkan.statistics.Observation;
import se.samverkan.statistics.imports.TableReader.Read;

/** Puts what a file says where it belongs: facts to the registry, figures to the intake. Within one transaction. */
@Component
class Acceptance {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final Registry registry;
    private final Directory directory;
    private final Intake intake;
    private final JdbcClient database;
    private final Words swedish;
    private final Clock clock;

    Acceptance(
            Registry registry,
            Directory directory,
            Intake intake,
            JdbcClient database,
            MessageSource messages,
            Clock clock) {
        this.registry = registry;
        this.directory = directory;
        this.intake = intake;
        this.database = database;
        this.swedish = new Words(messages, Words.SWEDISH);
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param units how many units the file made known
     */
    record Accepted(Taken taken, int units) {}

    /** Tells of rows with a bare code that nobody knows. */
    void check(Reading reading) {
        Set<String> known = directory.knownKeys(reading.bareUnits.keySet());
        reading.bareUnits.forEach((key, row) -> {
            if (!known.contains(key) && !reading.units.containsKey(key)) {
                reading.error(row, row.has("code") ? "code" : "unit_code", "unknown-unit");
            }
        });
        reading.bareMunicipalities.forEach((code, row) -> {
            if (!reading.municipalities.containsKey(code)
                    && directory.municipality(code).isEmpty()) {
                String key = row.has("municipality-code") ? "municipality-code" : "municipality_code";
                reading.error(row, key, "unknown-municipality");
            }
        });
    }

    void waitForTurn() {
        intake.waitForTurn();
    }

    boolean isKnownAlready(SourceFile file, String layout) {
        return database.sql("select exists (select from statistics.import where checksum = ? and layout = ?)")
                .params(file.checksum(), layout)
                .query(Boolean.class)
                .single();
    }

    Accepted accept(Read read, SourceFile file, Progress.Watcher watcher) {
        Reading reading = read.reading();
        if (!reading.municipalities.isEmpty()) {
            registry.acceptMunicipalities(reading.municipalities.values());
        }
        reading.likenesses.forEach(
                (likeness, groups) -> registry.acceptLikeness(likeness.kind(), likeness.year(), groups));
        watcher.at("import.units", 0, reading.units.size());
        int units = acceptUnits(reading);
        Provenance provenance = new Provenance(
                read.match().layout().name(),
                read.match().layout().source(),
                LocalDate.now(clock.withZone(SWEDEN)),
                file.checksum());
        return new Accepted(intake.take(watched(reading.observations, watcher), provenance), units);
    }

    private static Stream<Observation> watched(List<Observation> figures, Progress.Watcher watcher) {
        AtomicInteger taken = new AtomicInteger();
        return figures.stream().peek(figure -> watcher.at("import.figures", taken.incrementAndGet(), figures.size()));
    }

    private int acceptUnits(Reading reading) {
        if (reading.units.isEmpty()) {
            return 0;
        }
        List<OrganiserFacts> organisers = named(reading);
        if (!organisers.isEmpty()) {
            registry.acceptOrganisers(organisers);
        }
        return registry.acceptUnits(reading.units.values()).added();
    }

    /** An organiser whose name the file does not tell is left alone where it is known, and called by its number else. */
    private List<OrganiserFacts> named(Reading reading) {
        Set<String> known = reading.organisers.values().stream().noneMatch(Acceptance::isNameless)
                ? Set.of()
                : directory.organisers().stream()
                        .map(OrganiserView::number)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        List<OrganiserFacts> named = new ArrayList<>();
        reading.organisers.forEach((number, facts) -> {
            if (!isNameless(facts)) {
                named.add(facts);
            } else if (!known.contains(number)) {
                named.add(new OrganiserFacts(
                        number,
                        nameFor(facts, reading),
                        facts.type(),
                        facts.municipality(),
                        facts.soleTrader(),
                        facts.source()));
            }
        });
        return named;
    }

    private static boolean isNameless(OrganiserFacts facts) {
        return facts.name().equals(PreschoolList.NAMELESS);
    }

    private String nameFor(OrganiserFacts facts, Reading reading) {
        MunicipalityFacts municipality =
                facts.municipality() == null ? null : reading.municipalities.get(facts.municipality());
        if (municipality != null) {
            return swedish.text("import.organiser.municipal", municipality.name());
        }
        String number = facts.number();
        return facts.soleTrader() || number == null
                ? swedish.text("import.organiser.sole-trader")
                : swedish.text("import.organiser.unnamed", number.substring(0, 6) + "-" + number.substring(6));
    }
}
