package se.samverkan.statistics.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import se.samverkan.organisation.OrganisationNumber;
import se.samverkan.statistics.Figure;
import se.samverkan.statistics.Observation;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.Observation.Subject.OfMunicipality;
import se.samverkan.statistics.Observation.Subject.OfUnit;
import se.samverkan.statistics.demonstration.School.Kind;

class CountryTests {

    private static final long SEED = 1842;
    private static final Country COUNTRY = new Country(SEED, 1);
    private static final List<School> SCHOOLS = COUNTRY.towns().stream()
            .flatMap(town -> COUNTRY.schools(town).stream())
            .toList();
    private static final List<Observation> NEWEST = newest(COUNTRY);

    private static List<Observation> newest(Country country) {
        return new YearOfFigures(country, YearOfFigures.YEARS - 1)
                .observations(town -> {})
                .toList();
    }

    private static List<School> ofKind(Kind kind) {
        return SCHOOLS.stream().filter(school -> school.kind() == kind).toList();
    }

    @Test
    void isAsBigAsSweden() {
        assertThat(COUNTRY.towns()).hasSize(290);
        assertThat(ofKind(Kind.COMPULSORY)).hasSizeBetween(1_690, 1_710);
        assertThat(ofKind(Kind.UPPER_SECONDARY)).hasSizeBetween(1_090, 1_110);
        assertThat(ofKind(Kind.PRESCHOOL)).hasSizeBetween(7_990, 8_010);
        assertThat(COUNTRY.owners().stream().map(Owner::type).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("MUNICIPAL", "INDEPENDENT", "REGION", "STATE");
    }

    @Test
    void growsWithItsScale() {
        Country tenfold = new Country(SEED, 10);
        long schools = tenfold.towns().stream()
                .flatMap(town -> tenfold.schools(town).stream())
                .map(School::key)
                .distinct()
                .count();

        assertThat(schools).isBetween(107_000L, 109_000L);
    }

    @Test
    void isTheSameFromTheSameSeedAndAnotherFromAnother() {
        long once = checksum(COUNTRY, NEWEST);

        assertThat(checksum(new Country(SEED, 1), newest(new Country(SEED, 1)))).isEqualTo(once);
        Country other = new Country(SEED + 1, 1);
        assertThat(checksum(other, List.of())).isNotEqualTo(checksum(COUNTRY, List.of()));
    }

    private static long checksum(Country country, List<Observation> observations) {
        CRC32 sum = new CRC32();
        country.towns().forEach(town -> sum.update(town.toString().getBytes()));
        country.owners().forEach(owner -> sum.update(owner.toString().getBytes()));
        country.schools(country.towns().getFirst())
                .forEach(school -> sum.update(school.toString().getBytes()));
        observations.forEach(each -> sum.update(each.toString().getBytes()));
        return sum.getValue();
    }

    @Test
    void givesEveryUnitACodeOfItsOwnThatNoRealOneCanHave() {
        Set<String> keys = new HashSet<>();
        SCHOOLS.forEach(school -> assertThat(keys.add(school.key())).isTrue());
        assertThat(keys).allMatch(key -> key.matches("F?0\\d{7}"));
    }

    @Test
    void givesNoOrganiserANumberThatIsRightlyChecked() {
        Set<String> numbers = new HashSet<>();
        for (Owner owner : COUNTRY.owners()) {
            assertThat(numbers.add(owner.number())).isTrue();
            assertThat(owner.number()).hasSize(10);
            assertThat(Numbers.checkDigit(owner.number().substring(0, 9)))
                    .isNotEqualTo(owner.number().charAt(9) - '0');
            assertThat(OrganisationNumber.isPersonal(owner.number())).isEqualTo(owner.soleTrader());
        }
    }

    @Test
    void usesOnlyIndicatorsThatThereAre() {
        Set<String> codes = NEWEST.stream().map(Observation::indicator).collect(Collectors.toSet());
        assertThat(codes).allMatch(code -> IndicatorCodes.ALL.contains(code));
    }

    @Test
    void saysNothingTwice() {
        Set<List<Object>> said = new HashSet<>();
        for (Observation each : NEWEST) {
            assertThat(said.add(List.of(each.subject(), each.indicator(), each.breakdown(), each.period())))
                    .as(each.toString())
                    .isTrue();
        }
    }

    @Test
    void masksSmallCohortsAndHidesTheFewWhoAreNotEligible() {
        for (Observation each : NEWEST) {
            if (each.subject() instanceof OfUnit && each.indicator().startsWith("gr9-") && each.n() != null) {
                assertThat(each.n()).isGreaterThanOrEqualTo(10);
            }
        }
        assertThat(tokens("gr9-passed-all")).contains("..", ".").doesNotContain("~100");
        assertThat(tokens("gr9-eligible-vocational")).contains("..", "~100", ".");
        assertThat(tokens("gr-teachers-licensed-share-fte")).contains("*");
        assertThat(tokens("gr-pupils")).allMatch(token -> token.startsWith("cirka "));
        assertThat(tokens("survey-pupils-safety-poorly")).contains("-");
    }

    private static Set<String> tokens(String indicator) {
        return NEWEST.stream()
                .filter(each ->
                        each.subject() instanceof OfUnit && each.indicator().equals(indicator))
                .map(each -> each.figure().token())
                .collect(Collectors.toSet());
    }

    @Test
    void keepsNeverEligibleBelowPassed() {
        Map<String, Double> passed = values("gr9-passed-all");
        values("gr9-eligible-vocational")
                .forEach((unit, eligible) ->
                        assertThat(eligible).isGreaterThanOrEqualTo(passed.getOrDefault(unit, 0.0)));
    }

    @Test
    void addsMunicipalitiesUpFromTheSamePupils() {
        Map<String, Integer> pupils = new HashMap<>();
        for (Town town : COUNTRY.towns()) {
            int sum = COUNTRY.schools(town).stream()
                    .filter(school -> school.kind() == Kind.COMPULSORY)
                    .mapToInt(school ->
                            Cohort.of(school, SEED, YearOfFigures.YEARS - 1).n())
                    .sum();
            pupils.put(town.code(), sum);
        }
        NEWEST.stream()
                .filter(each -> each.indicator().equals("gr9-pupils")
                        && each.subject() instanceof OfMunicipality(String code, String type)
                        && type.equals("ALL"))
                .forEach(each -> each.figure()
                        .value()
                        .ifPresent(value -> assertThat(value)
                                .isEqualTo(pupils.get(((OfMunicipality) each.subject()).code())
                                        .doubleValue())));
    }

    @Test
    void lastsBackgroundIntoResultsAndSmallSchoolsSwingMore() {
        assertThat(correlation(
                        School::education, school -> Cohort.of(school, SEED, 9).merit()))
                .isBetween(0.5, 0.9);
        assertThat(swing(school -> school.size() < 20)).isGreaterThan(1.5 * swing(school -> school.size() > 80));
    }

    private static double correlation(ToDoubleFunction<School> a, ToDoubleFunction<School> b) {
        List<double[]> pairs = new ArrayList<>();
        ofKind(Kind.COMPULSORY)
                .forEach(school -> pairs.add(new double[] {a.applyAsDouble(school), b.applyAsDouble(school)}));
        double meanA = pairs.stream().mapToDouble(p -> p[0]).average().orElseThrow();
        double meanB = pairs.stream().mapToDouble(p -> p[1]).average().orElseThrow();
        double ab =
                pairs.stream().mapToDouble(p -> (p[0] - meanA) * (p[1] - meanB)).sum();
        double aa = pairs.stream().mapToDouble(p -> Math.pow(p[0] - meanA, 2)).sum();
        double bb = pairs.stream().mapToDouble(p -> Math.pow(p[1] - meanB, 2)).sum();
        return ab / Math.sqrt(aa * bb);
    }

    private static double swing(java.util.function.Predicate<School> which) {
        return ofKind(Kind.COMPULSORY).stream()
                .filter(which)
                .mapToDouble(school -> Math.abs(Cohort.of(school, SEED, 5).merit()
                        - Cohort.of(school, SEED, 6).merit()))
                .average()
                .orElseThrow();
    }

    private static Map<String, Double> values(String indicator) {
        Map<String, Double> values = new HashMap<>();
        for (Observation each : NEWEST) {
            if (each.subject() instanceof OfUnit(String key)
                    && each.indicator().equals(indicator)
                    && each.breakdown().equals(Breakdown.ALL)
                    && each.figure() instanceof Figure.Exact exact) {
                values.put(key, exact.number());
            }
        }
        return values;
    }
}
