package se.samverkan.selection.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.text.Collator;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.selection.candidate.Criterion.Needy;
import se.samverkan.selection.candidate.Criterion.Use;
import se.samverkan.selection.candidate.Reading.Verdict;
import se.samverkan.selection.material.Exclusions;
import se.samverkan.selection.round.AfterSchool;
import se.samverkan.selection.round.Duty;
import se.samverkan.selection.round.RoundDraft;
import se.samverkan.selection.round.RoundMaterial;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.RoundView.FormPlaces;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedFigures;
import se.samverkan.testing.Cast;
import se.samverkan.testing.QueryCount;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** What the lists of candidates say of an invented country, and that they never say more than the figures carry. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=selection")
class CandidateListTests {

    private static final int SCHOOLS = 60;
    private static final int PLACES = 12;
    private static final Period YEAR = Period.schoolYear(2024);

    @Autowired
    BeanFactory application;

    @Autowired
    org.springframework.context.MessageSource messages;

    @Autowired
    CandidateLists lists;

    @Autowired
    JdbcClient database;

    @Autowired
    TestDatabase behind;

    @Autowired
    ActingAs acting;

    @Autowired
    SelectionRounds rounds;

    @Autowired
    Exclusions exclusions;

    @BeforeEach
    void anInventedCountry() {
        if (database.sql("select count(*) from organisation.unit")
                        .query(Integer.class)
                        .single()
                == 0) {
            InventedFigures.fill(application, SCHOOLS);
        }
    }

    @Test
    void goByNameAsASwedeSortsAndHoldEveryActiveUnitOfTheForm() {
        CandidateList list = compulsory(weight("gr9-passed-all"));

        assertThat(list.candidates()).hasSize(SCHOOLS);
        assertThat(list.candidates())
                .extracting(candidate -> candidate.unit().name())
                .isSortedAccordingTo(Collator.getInstance(Locale.of("sv", "SE")));
    }

    @Test
    void holdForAfterSchoolCentresTheOpenUnitsWhereTheyAreRun() {
        Cast cast = new Cast(behind);
        long organiser = cast.organisation("Fritidskommunen");
        String small = withPreschoolClass(cast, cast.unit("Lilla skolan", organiser));
        String closed = withPreschoolClass(cast, cast.unit("Nedlagda skolan", organiser));
        cast.behind()
                .sql("update organisation.unit set status = 'CLOSED' where key = ?")
                .param(closed)
                .update();

        CandidateList list = lists.of(round(104, AfterSchool.CENTRE), form(AfterSchool.CENTRE), criteria());

        assertThat(list.candidates())
                .extracting(candidate -> candidate.unit().key())
                .contains(small, InventedFigures.school(0))
                .doesNotContain(closed, InventedFigures.gymnasium(0), InventedFigures.preschool(0))
                .hasSize(SCHOOLS + 1);
    }

    private static String withPreschoolClass(Cast cast, long unit) {
        cast.behind()
                .sql("insert into organisation.unit_form (unit, form, grades) values (?, 'PRESCHOOL_CLASS', '{F}')")
                .param(unit)
                .update();
        return cast.behind()
                .sql("select key from organisation.unit where id = ?")
                .param(unit)
                .query(String.class)
                .single();
    }

    @Test
    void drawAValueTowardWhatIsExpectedAndTheMoreTheFewerPupilsItRestsOn() {
        CandidateList list = compulsory(weight("gr9-passed-all"));

        assertThat(list.models().get(1).withBackground())
                .isEqualTo(list.models().get(1).units());
        for (Candidate candidate : list.candidates()) {
            Reading reading = candidate.readings().getFirst();
            Reading.Shrunk shrunk = reading.shrunk();
            if (shrunk != null) {
                double own = reading.pooled().value().orElseThrow();
                assertThat(shrunk.estimate())
                        .isBetween(Math.min(own, shrunk.expected()) - 1e-9, Math.max(own, shrunk.expected()) + 1e-9);
                assertThat(shrunk.error()).isPositive();
            }
        }
        assertThat(trustOf(list, true)).isGreaterThan(trustOf(list, false));
    }

    private static double trustOf(CandidateList list, boolean large) {
        return list.candidates().stream()
                .map(candidate -> candidate.readings().getFirst())
                .filter(reading -> reading.shrunk() != null)
                .filter(reading -> reading.pooled().cohort().orElse(0) > 180 == large)
                .mapToDouble(reading -> reading.shrunk().trust())
                .average()
                .orElseThrow();
    }

    @Test
    void neverGiveAWidthOfNothingForAChanceThatIsNotKnown() {
        Words words = new Words(messages, Words.SWEDISH);

        assertThat(Naming.need(words, 2.5, 0, 1)).isEqualTo("2,5, osäkerheten är inte känd");
        assertThat(Naming.need(words, 2.5, 0.5, 1)).isEqualTo("2,5 (1,5 till 3,5)");
    }

    @Test
    void giveOutAsManyChancesAsThereArePlaces() {
        CandidateList list = compulsory(weight("gr9-passed-all"), weight("salsa-parents-education"));

        double chances = list.candidates().stream()
                .mapToDouble(candidate -> candidate.need().among().orElse(0))
                .sum();
        assertThat(chances).isCloseTo(PLACES, within(1e-6));
        assertThat(list.candidates())
                .extracting(candidate -> candidate.need().among().orElse(0))
                .anySatisfy(chance -> assertThat(chance).isBetween(0.05, 0.95));
    }

    @Test
    void sayTheSameEveryTime() {
        Criterion criterion = weight("gr9-passed-all");
        CandidateList first = lists.of(round(101, "COMPULSORY"), form("COMPULSORY"), criteria(criterion));
        database.sql("update statistics.data_version set version = version + 1").update();

        assertThat(first.candidates())
                .extracting(Candidate::need)
                .isEqualTo(fresh(criterion).candidates().stream()
                        .map(Candidate::need)
                        .toList());
    }

    /** Past what is kept for a second. */
    private CandidateList fresh(Criterion criterion) {
        return lists.of(round(101, "COMPULSORY"), new FormPlaces("COMPULSORY", PLACES), criteria(criterion));
    }

    @Test
    void neverTakeAMissingFigureForANo() {
        Criterion oneYear = new Criterion(
                1, "COMPULSORY", CriterionKind.LOW_RESULT, "gr9-passed-all", YEAR, 1, Needy.LOW, Use.THRESHOLD, 60);
        CandidateList list = compulsory(oneYear);

        List<Candidate> masked = list.candidates().stream()
                .filter(candidate ->
                        candidate.readings().getFirst().pooled().value().isEmpty())
                .toList();
        assertThat(masked).isNotEmpty().allSatisfy(candidate -> {
            assertThat(candidate.verdict()).isEqualTo(Verdict.CANNOT_TELL);
            assertThat(candidate.flags()).contains(Candidate.Flag.PARTS_MISSING);
        });
        assertThat(list.count(Verdict.BEYOND) + list.count(Verdict.NOT_BEYOND) + list.count(Verdict.CANNOT_TELL))
                .isEqualTo(SCHOOLS);
        assertThat(list.count(1, Verdict.BEYOND)).isPositive();
    }

    @Test
    void flagACohortThatIsAssumedSinceItIsPublishedForOneYearOnly() {
        assertThat(compulsory(weight("gr9-passed-all")).candidates())
                .extracting(Candidate::flags)
                .filteredOn(flags -> flags.contains(Candidate.Flag.COHORT_ASSUMED))
                .hasSizeGreaterThan(SCHOOLS / 2);
    }

    @Test
    void putProgrammesTogetherForUpperSecondary() {
        Criterion graduated = new Criterion(
                1,
                "UPPER_SECONDARY",
                CriterionKind.NON_COMPLETION,
                "gy-graduated-3-years",
                YEAR,
                1,
                Needy.LOW,
                Use.WEIGHT,
                1);
        CandidateList list = lists.of(round(102, "UPPER_SECONDARY"), form("UPPER_SECONDARY"), criteria(graduated));

        assertThat(list.candidates()).isNotEmpty().allSatisfy(candidate -> {
            Pooled.Year year = candidate.readings().getFirst().pooled().years().getFirst();
            assertThat(year.figures()).as("each programme apart").hasSize(5);
            assertThat(year.weights()).hasSize(5);
            assertThat(year.cohort()).isPresent();
        });
    }

    @Test
    void sayOfEveryUnitHowItsLeadingResultHasMovedOverFiveYears() {
        CandidateList list = compulsory(weight("salsa-parents-education"), weight("gr9-passed-all"));

        assertThat(list.trends().lead().orElseThrow().indicator()).isEqualTo("gr9-passed-all");
        assertThat(list.trends().units()).isGreaterThan(SCHOOLS / 2);
        assertThat(list.candidates())
                .extracting(candidate -> list.trends().of(candidate).orElseThrow())
                .allSatisfy(trend -> assertThat(trend.years())
                        .extracting(Pooled.Year::period)
                        .containsExactly(
                                YEAR,
                                Period.schoolYear(2023),
                                Period.schoolYear(2022),
                                Period.schoolYear(2021),
                                Period.schoolYear(2020)))
                .anySatisfy(trend -> assertThat(trend).isInstanceOf(Trend.Slope.class));
    }

    @Test
    void sayNothingOfMovementWhereConditionsAloneCount() {
        CandidateList list = compulsory(weight("salsa-parents-education"));

        assertThat(list.trends()).isEqualTo(Trends.NONE);
        assertThat(list.trends().of(list.candidates().getFirst())).isEmpty();
    }

    @Test
    void readNoYearsForATrendThatABasisDoesNotRestOn() {
        CriteriaView criteria = criteria(weight("gr9-passed-all"));
        CandidateLists.Known known =
                lists.knownBy(round(104, "COMPULSORY"), form("COMPULSORY"), criteria, List.of(), Integer.MAX_VALUE);

        assertThat(known.list().trends()).isEqualTo(Trends.NONE);
        assertThat(known.figures().all())
                .filteredOn(figure -> figure.indicator().equals("gr9-passed-all"))
                .extracting(figure -> figure.period().year())
                .allSatisfy(year -> assertThat(year).isGreaterThanOrEqualTo(2022));
    }

    @Test
    void areReadWithAFewQuestionsHoweverManyUnitsThereAre() {
        RoundView round = round(103, "COMPULSORY");

        assertThat(QueryCount.of(() -> lists.of(round, form("COMPULSORY"), criteria(weight("gr9-passed-all")))))
                .isLessThanOrEqualTo(16);
    }

    @Test
    void leaveAnExcludedUnitOutOfTheIndexTheChancesAndTheCounts() {
        Cast cast = new Cast(behind);
        long agency = cast.agency("Skolmyndigheten");
        long officer = cast.player("Hanna", Role.PROGRAMME_OFFICER, agency);
        RoundDraft draft = new RoundDraft("Prov", "Prov", "sbs", "VT 2028", YEAR, null, List.of(form("COMPULSORY")));
        long id = acting.person(officer, () -> rounds.open(agency, draft));
        CriteriaView criteria = criteria(weight("gr9-passed-all"));
        CandidateList before = acting.person(officer, () -> lists.of(rounds.round(id), form("COMPULSORY"), criteria));
        Candidate neediest = before.candidates().stream()
                .max(Comparator.comparingDouble(each -> each.need().among().orElse(0)))
                .orElseThrow();
        acting.person(officer, () -> {
            exclusions.exclude(id, neediest.unit().key(), RoundMaterial.Reason.CLOSING, new FreeText("", ""));
            return true;
        });

        CandidateList after = acting.person(officer, () -> lists.of(rounds.round(id), form("COMPULSORY"), criteria));

        Candidate excluded = after.find(neediest.unit().key()).orElseThrow();
        assertThat(after.candidates()).hasSize(SCHOOLS - 1).doesNotContain(excluded);
        assertThat(excluded.need().index()).isEmpty();
        assertThat(excluded.readings()).as("its figures are still read").isEqualTo(neediest.readings());
        assertThat(after.withValue(1)).isEqualTo(before.withValue(1) - 1);
        assertThat(after.candidates().stream()
                        .mapToDouble(each -> each.need().among().orElse(0))
                        .sum())
                .isCloseTo(PLACES, within(1e-6));
        assertThat(after.candidates())
                .as("zero is the mean of those who are left")
                .filteredOn(each -> each.need().index().isPresent())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.need().index())
                        .isNotEqualTo(before.find(each.unit().key())
                                .orElseThrow()
                                .need()
                                .index()));
    }

    private CandidateList compulsory(Criterion... criteria) {
        return lists.of(round(100, "COMPULSORY"), form("COMPULSORY"), criteria(criteria));
    }

    private static FormPlaces form(String form) {
        return new FormPlaces(form, PLACES);
    }

    private static CriteriaView criteria(Criterion... criteria) {
        List<Criterion> numbered = new java.util.ArrayList<>();
        for (Criterion criterion : criteria) {
            numbered.add(criterion.numbered(numbered.size() + 1));
        }
        return new CriteriaView(1, Instant.EPOCH, numbered);
    }

    private static Criterion weight(String indicator) {
        boolean condition = indicator.equals("salsa-parents-education");
        return new Criterion(
                1,
                "COMPULSORY",
                condition ? CriterionKind.CONDITION : CriterionKind.LOW_RESULT,
                indicator,
                YEAR,
                condition ? 1 : 3,
                Needy.LOW,
                Use.WEIGHT,
                1);
    }

    private static RoundView round(long id, String form) {
        return new RoundView(
                id,
                0,
                1,
                "Prov",
                "Prov",
                "sbs",
                "VT 2028",
                YEAR,
                OptionalInt.empty(),
                List.of(form(form)),
                Instant.EPOCH,
                Optional.empty(),
                Set.of(Duty.PREPARER));
    }
}
