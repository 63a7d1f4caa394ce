package se.samverkan.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.organisation.MunicipalityFacts;
import se.samverkan.organisation.OrganiserFacts;
import se.samverkan.organisation.Registry;
import se.samverkan.organisation.UnitFacts;
import se.samverkan.shared.Period;
import se.samverkan.statistics.Figure.Approximate;
import se.samverkan.statistics.Figure.Exact;
import se.samverkan.statistics.Figure.Masked;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.Observation.Subject.OfCountry;
import se.samverkan.statistics.Observation.Subject.OfMunicipality;
import se.samverkan.statistics.Observation.Subject.OfUnit;

/** An invented country with figures over ten years, of any size, always the same; taken in through the doors. */
public final class InventedFigures {

    static final int NEWEST = 2024;
    private static final int YEARS = 10;
    private static final List<String> SUBJECTS = List.of("SVE", "ENG", "MA", "SVA");
    private static final List<String> PROGRAMMES = List.of("NA", "SA", "EK", "TE", "VO");

    private final Registry registry;
    private final Intake intake;
    private final TransactionTemplate transaction;
    private final int schools;
    private final int upperSecondary;
    private final int preschools;

    InventedFigures(
            Registry registry,
            Intake intake,
            TransactionTemplate transaction,
            int schools,
            int upperSecondary,
            int preschools) {
        this.registry = registry;
        this.intake = intake;
        this.transaction = transaction;
        this.schools = schools;
        this.upperSecondary = upperSecondary;
        this.preschools = preschools;
    }

    /** Fills the database of an application with so many schools, and similar units computed. */
    public static void fill(BeanFactory application, int schools) {
        TransactionTemplate transaction =
                new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        new InventedFigures(
                        application.getBean(Registry.class),
                        application.getBean(Intake.class),
                        transaction,
                        schools,
                        schools / 3,
                        schools)
                .fill();
        application.getBean(SimilarUnits.class).refresh();
    }

    public static String school(int number) {
        return Integer.toString(20_000_000 + number);
    }

    public static String gymnasium(int number) {
        return Integer.toString(30_000_000 + number);
    }

    public static String preschool(int number) {
        return "F" + number;
    }

    void fill() {
        transaction.executeWithoutResult(status -> {
            registry.acceptMunicipalities(municipalities());
            registry.acceptOrganisers(organisers());
            registry.acceptUnits(units());
            intake.take(
                    figures(),
                    new Intake.Provenance("invented", "DEMONSTRATION", LocalDate.of(2026, 11, 20), new byte[32]));
        });
    }

    private int places() {
        return Math.clamp(schools / 6, 2, 290);
    }

    private String place(int unit) {
        int number = unit % places();
        return "%02d%02d".formatted(number % 25 + 1, number / 25 + 1);
    }

    private List<MunicipalityFacts> municipalities() {
        return IntStream.range(0, places())
                .mapToObj(i -> new MunicipalityFacts(place(i), "Påhittsbo " + i, "Län " + i % 25))
                .toList();
    }

    private List<OrganiserFacts> organisers() {
        return IntStream.range(0, places())
                .mapToObj(i -> new OrganiserFacts(
                        "212100%04d".formatted(i),
                        "Påhittsbo " + i + " kommun",
                        "MUNICIPAL",
                        place(i),
                        false,
                        "DEMONSTRATION"))
                .toList();
    }

    private List<UnitFacts> units() {
        List<UnitFacts> all = new ArrayList<>();
        IntStream.range(0, schools)
                .forEach(i -> all.add(unit(school(i), school(i), "SCHOOL", "Påhittade skolan " + i, i, "COMPULSORY")));
        IntStream.range(0, upperSecondary)
                .forEach(i -> all.add(
                        unit(gymnasium(i), gymnasium(i), "SCHOOL", "Påhittade gymnasiet " + i, i, "UPPER_SECONDARY")));
        IntStream.range(0, preschools)
                .forEach(i ->
                        all.add(unit(preschool(i), null, "PRESCHOOL", "Påhittade förskolan " + i, i, "PRESCHOOL")));
        return all;
    }

    private UnitFacts unit(
            String key, @org.jspecify.annotations.Nullable String code, String kind, String name, int i, String form) {
        return new UnitFacts(
                key,
                code,
                kind,
                name,
                "212100%04d".formatted(i % places()),
                "Påhittsbo " + i % places() + " kommun",
                place(i),
                Map.of(form, Set.of()),
                "ACTIVE",
                false,
                null,
                null,
                null,
                null,
                "DEMONSTRATION");
    }

    Stream<Observation> figures() {
        return Stream.of(
                        IntStream.range(0, schools).boxed().flatMap(this::ofSchool),
                        IntStream.range(0, upperSecondary).boxed().flatMap(this::ofGymnasium),
                        IntStream.range(0, preschools).boxed().flatMap(this::ofPreschool),
                        IntStream.range(0, places()).boxed().flatMap(this::ofPlace),
                        Stream.of("ALL", "MUNICIPAL", "INDEPENDENT").flatMap(InventedFigures::ofCountry))
                .flatMap(all -> all);
    }

    private Stream<Observation> ofSchool(int number) {
        Random random = new Random(number);
        List<Observation> all = new ArrayList<>();
        double level = Math.clamp(70 + random.nextGaussian() * 12, 25, 98);
        double education = Math.round((1.7 + level / 200 + random.nextGaussian() * 0.1) * 10) / 10.0;
        int n = 15 + random.nextInt(90);
        for (int year = NEWEST - YEARS + 1; year <= NEWEST; year++) {
            Period period = Period.schoolYear(year);
            int passed = (int) Math.round(Math.clamp(level + random.nextGaussian() * 5, 5, 100) / 100 * n);
            boolean masked = random.nextInt(15) == 0;
            Integer cohort = year == NEWEST ? n : null;
            add(all, school(number), "gr9-passed-all", period, masked ? null : 100.0 * passed / n, cohort);
            add(all, school(number), "gr9-eligible-vocational", period, share(level + 12, random), cohort);
            add(all, school(number), "gr9-merit", period, 120 + level * 1.4 + random.nextGaussian() * 8, null);
            add(all, school(number), "gr6-passed-all", period, share(level + 3, random), null);
            for (String subject : SUBJECTS) {
                add(
                        all,
                        school(number),
                        "gr-tests-9",
                        new Breakdown("SUBJECT", subject),
                        period,
                        subject.equals("SVA") ? null : 8 + level / 14 + random.nextGaussian());
            }
            add(all, school(number), "gr-pupils-per-teacher", period, 11 + random.nextGaussian() * 1.5, null);
            add(all, school(number), "gr-teachers-licensed-share-fte", period, share(72, random), null);
            add(
                    all,
                    school(number),
                    "salsa-merit-deviation",
                    period,
                    (double) Math.round(random.nextGaussian() * 8),
                    null);
            add(all, school(number), "salsa-parents-education", period, education, null);
            all.add(new Observation(
                    new OfUnit(school(number)),
                    "gr-pupils",
                    Breakdown.ALL,
                    period,
                    new Approximate(n * 9 / 10 * 10, "cirka " + n * 9 / 10 * 10),
                    null));
        }
        return all.stream();
    }

    private Stream<Observation> ofGymnasium(int number) {
        Random random = new Random(100_000L + number);
        List<Observation> all = new ArrayList<>();
        for (String programme : PROGRAMMES) {
            Breakdown part = new Breakdown("PROGRAMME", programme);
            for (int year = NEWEST - YEARS + 1; year <= NEWEST; year++) {
                Period period = Period.schoolYear(year);
                add(all, gymnasium(number), "gy-pupils", part, period, 20.0 + random.nextInt(20) * 10);
                add(all, gymnasium(number), "gy-graduated-3-years", part, period, share(78, random));
                add(all, gymnasium(number), "gy-grade-points", part, period, 14 + random.nextGaussian());
                add(all, gymnasium(number), "gy-teachers-licensed-share-fte", part, period, 80.0 + number % 15);
            }
        }
        return all.stream();
    }

    private Stream<Observation> ofPreschool(int number) {
        Random random = new Random(200_000L + number);
        List<Observation> all = new ArrayList<>();
        Period period = Period.atLatest(2026);
        add(all, preschool(number), "fsk-children", period, 15.0 + random.nextInt(90), null);
        add(all, preschool(number), "fsk-licence-share", period, share(40, random), null);
        add(all, preschool(number), "fsk-density", period, 5.2 + random.nextGaussian() * 0.7, null);
        return all.stream();
    }

    private static Stream<Observation> ofCountry(String organiserType) {
        Random random = new Random(organiserType.hashCode());
        return IntStream.rangeClosed(NEWEST - YEARS + 1, NEWEST)
                .boxed()
                .flatMap(year -> Stream.of("gr9-passed-all", "gr9-eligible-vocational")
                        .map(indicator -> new Observation(
                                new OfCountry(organiserType),
                                indicator,
                                Breakdown.ALL,
                                Period.schoolYear(year),
                                figure(share(76, random)),
                                null)));
    }

    private Stream<Observation> ofPlace(int number) {
        Random random = new Random(300_000L + number);
        return IntStream.rangeClosed(NEWEST - YEARS + 1, NEWEST)
                .mapToObj(year -> new Observation(
                        new OfMunicipality(place(number), "ALL"),
                        "gr9-eligible-vocational",
                        Breakdown.ALL,
                        Period.schoolYear(year),
                        figure(share(82, random)),
                        null));
    }

    private static double share(double around, Random random) {
        return Math.clamp(around + random.nextGaussian() * 6, 0, 100);
    }

    private static void add(
            List<Observation> all,
            String unit,
            String indicator,
            Period period,
            @org.jspecify.annotations.Nullable Double value,
            @org.jspecify.annotations.Nullable Integer n) {
        all.add(new Observation(new OfUnit(unit), indicator, Breakdown.ALL, period, figure(value), n));
    }

    private static void add(
            List<Observation> all,
            String unit,
            String indicator,
            Breakdown part,
            Period period,
            @org.jspecify.annotations.Nullable Double value) {
        all.add(new Observation(new OfUnit(unit), indicator, part, period, figure(value), null));
    }

    private static Figure figure(@org.jspecify.annotations.Nullable Double value) {
        if (value == null) {
            return new Masked("..");
        }
        double rounded = Math.round(value * 10) / 10.0;
        return new Exact(rounded, Double.toString(rounded).replace('.', ','));
    }
}
