package se.samverkan.statistics.demonstration;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import se.samverkan.organisation.MunicipalityFacts;
import se.samverkan.organisation.Registry;
import se.samverkan.organisation.UnitFacts;
import se.samverkan.shared.Progress;
import se.samverkan.statistics.Intake;
import se.samverkan.statistics.SimilarUnits;

/**
 * Fills an empty database with the invented country, step by step: who there is, county by county, then the people, so
 * that one may sign in as them within seconds, and the figures year by year with the newest first, so that there is
 * something to read soon.
 *
 * <p>Every step is a transaction that is there wholly or not at all; a fill that was stopped goes on with the next step,
 * and since everything follows from the seed, what comes out is the same.
 */
@Component
class Demonstration {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final String WHOLE = "whole";
    private static final int YEAR_OF_LIKENESS = 2024;

    private final DemonstrationSettings settings;
    private final DemonstrationSteps steps;
    private final Registry registry;
    private final Intake intake;
    private final SimilarUnits similarUnits;
    private final Cast cast;
    private final EverydayLife everydayLife;
    private final Clock clock;

    Demonstration(
            DemonstrationSettings settings,
            DemonstrationSteps steps,
            Registry registry,
            Intake intake,
            SimilarUnits similarUnits,
            Cast cast,
            EverydayLife everydayLife,
            Clock clock) {
        this.settings = settings;
        this.steps = steps;
        this.registry = registry;
        this.intake = intake;
        this.similarUnits = similarUnits;
        this.cast = cast;
        this.everydayLife = everydayLife;
        this.clock = clock;
    }

    /** Whether every step is done. */
    boolean isWhole() {
        return steps.isDone(WHOLE);
    }

    /** Does the steps that are left, as the current actor. */
    void fill(Progress.Running progress) {
        fill(new Country(settings.seed(), settings.scale()), progress);
    }

    void fill(Country country, Progress.Running progress) {
        steps.once("country", () -> organisers(country));
        for (int county = 0; county < Country.COUNTIES; county++) {
            int number = county;
            progress.at("demonstration.units", county, Country.COUNTIES);
            steps.once("units-" + county, () -> units(country, number));
        }
        steps.once(Cast.STEP, () -> cast.enter(country));
        everydayLife.tell(country);
        for (int year = YearOfFigures.YEARS - 1; year >= 0; year--) {
            YearOfFigures figures = new YearOfFigures(country, year);
            steps.once("figures-" + figures.grades(), () -> figures(country, figures, progress));
        }
        if (!isWhole()) {
            progress.at("demonstration.similar", 0, 0);
            similarUnits.refresh();
            everydayLife.tellOfHigherRooms();
            steps.once(WHOLE, () -> {});
        }
    }

    private void organisers(Country country) {
        registry.acceptMunicipalities(country.towns().stream()
                .map(town -> new MunicipalityFacts(town.code(), town.name(), town.county()))
                .toList());
        registry.acceptLikeness("SOCIOECONOMIC", YEAR_OF_LIKENESS, country.alike());
        registry.acceptOrganisers(country.owners().stream().map(Owner::facts).toList());
    }

    private void units(Country country, int county) {
        List<UnitFacts> units = new ArrayList<>();
        for (Town town : country.towns()) {
            if (town.code().startsWith(Numbers.county(county))) {
                country.schools(town).forEach(school -> units.add(new Entry(country, town, school).facts()));
            }
        }
        registry.acceptUnits(units);
    }

    private void figures(Country country, YearOfFigures year, Progress.Running progress) {
        long before = (long) (YearOfFigures.YEARS - 1 - year.index())
                * country.towns().size();
        long all = (long) YearOfFigures.YEARS * country.towns().size();
        AtomicLong done = new AtomicLong(before);
        intake.take(
                year.observations(town -> progress.at("demonstration.figures", done.incrementAndGet(), all)),
                new Intake.Provenance(
                        "demonstration", "DEMONSTRATION", LocalDate.now(clock.withZone(SWEDEN)), checksum(year)));
    }

    /** What the figures follow from: with the same seed, size and year they are the same. */
    private byte[] checksum(YearOfFigures year) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(ByteBuffer.allocate(16)
                            .putLong(settings.seed())
                            .putInt(settings.scale())
                            .putInt(year.index())
                            .array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
