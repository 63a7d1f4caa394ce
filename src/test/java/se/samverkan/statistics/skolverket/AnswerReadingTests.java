package se.samverkan.statistics.skolverket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samverkan.organisation.UnitFacts;
import se.samverkan.shared.Period;
import se.samverkan.statistics.Figure;
import se.samverkan.statistics.Observation;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.Observation.Subject.OfUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnswerReadingTests {

    private static final Path SAMPLES = Path.of("../shared/data/reference");

    private final Reading reading = new Reading();

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    private Figure figure(String indicator, Breakdown breakdown, String period) {
        return reading.observations().stream()
                .filter(each -> each.indicator().equals(indicator)
                        && each.breakdown().equals(breakdown)
                        && each.period().equals(Period.parse(period)))
                .map(Observation::figure)
                .findFirst()
                .orElseThrow(() -> new AssertionError(indicator + " " + period + " in " + reading.observations()));
    }

    @Test
    void keepsEveryKindOfValueAsWhatItIs() {
        FigureAnswers.compulsory(new Question(Kind.COMPULSORY, "/x", "10000001"), json("""
                {'totalNumberOfPupils':[{'value':'cirka 1 130','valueType':'EXISTS','timePeriod':'2025/26'}],
                 'certifiedTeachersQuota':[
                   {'value':'83,0','valueType':'EXISTS','timePeriod':'2025/26'},
                   {'value':'*','valueType':'TEACHERS_EXCLUDED_DUE_TO_NO_REQUIRED_LEGITIMATION','timePeriod':'2024/25'}],
                 'averageGradesMeritRating9thGrade':[
                   {'value':'..','valueType':'OMITTED_DUE_TO_BASED_ON_FEW_PUPILS','timePeriod':'2024/25'},
                   {'value':'.','valueType':'MISSING','timePeriod':'2023/24'}],
                 'ratioOfPupils9thGradeEligibleForNationalProgramYR':[
                   {'value':'~100','valueType':'ROUNDED_OFF_DUE_TO_FEW_PUPILS_NOT_ELIGIBLE','timePeriod':'2024/25'}],
                 'ratioOfPupilsIn6thGradeWithAllSubjectsPassed':[{'value':null,'valueType':'MISSING','timePeriod':null}],
                 'averageResultNationalTestsSubjectENG9thGrade':[
                   {'value':'16,5','valueType':'EXISTS','timePeriod':'2024/25'}],
                 'docLinks':null}
                """), reading);

        assertThat(figure("gr-pupils", Breakdown.ALL, "2025/26"))
                .isEqualTo(new Figure.Approximate(1130, "cirka 1 130"));
        assertThat(figure("gr-teachers-licensed-share-fte", Breakdown.ALL, "2025/26"))
                .isEqualTo(new Figure.Exact(83, "83,0"));
        assertThat(figure("gr-teachers-licensed-share-fte", Breakdown.ALL, "2024/25"))
                .isEqualTo(new Figure.NoRequirement("*"));
        assertThat(figure("gr9-merit", Breakdown.ALL, "2024/25")).isEqualTo(new Figure.Masked(".."));
        assertThat(figure("gr9-merit", Breakdown.ALL, "2023/24")).isEqualTo(new Figure.Missing("."));
        assertThat(figure("gr9-eligible-vocational", Breakdown.ALL, "2024/25"))
                .isEqualTo(new Figure.Bounded(100, "~100"));
        assertThat(figure("gr-tests-9", new Breakdown("SUBJECT", "ENG"), "2024/25"))
                .isEqualTo(new Figure.Exact(16.5, "16,5"));
        assertThat(reading.observations()).hasSize(7);
        assertThat(reading.refused()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'value':'1','valueType':'GUESSED','timePeriod':'2024/25'}",
                "{'value':'1','timePeriod':'2024/25'}",
                "{'value':'about ten','valueType':'EXISTS','timePeriod':'2024/25'}",
                "{'value':null,'valueType':'EXISTS','timePeriod':'2024/25'}",
                "{'value':'1','valueType':'EXISTS','timePeriod':null}",
                "{'value':'1','valueType':'EXISTS','timePeriod':'last year'}"
            })
    void refusesWhatItDoesNotKnowAndNeverGuesses(String entry) {
        FigureAnswers.compulsory(
                new Question(Kind.COMPULSORY, "/x", "10000001"),
                json("{'averageGradesMeritRating9thGrade':[" + entry + "]}"),
                reading);

        assertThat(reading.observations()).isEmpty();
        assertThat(reading.refused()).hasSize(1);
    }

    @Test
    void readsUpperSecondaryFiguresPerProgrammeAndStaffOnce() {
        FigureAnswers.upperSecondary(new Question(Kind.UPPER_SECONDARY, "/x", "10000001"), json("""
                {'programMetrics':[
                  {'programCode':'EK25','gradesPointsForStudents':[{'value':'15,2','valueType':'EXISTS','timePeriod':'2022/23'}],
                   'certifiedTeachersQuota':[{'value':'94,9','valueType':'EXISTS','timePeriod':'2024/25'}]},
                  {'programCode':'NA25','gradesPointsForStudents':[],
                   'certifiedTeachersQuota':[{'value':'94,9','valueType':'EXISTS','timePeriod':'2024/25'}]}]}
                """), reading);

        assertThat(figure("gy-grade-points", new Breakdown("PROGRAMME", "EK25"), "2022/23"))
                .isEqualTo(new Figure.Exact(15.2, "15,2"));
        assertThat(figure("gy-teachers-licensed-share-fte", Breakdown.ALL, "2024/25"))
                .isEqualTo(new Figure.Exact(94.9, "94,9"));
        assertThat(reading.observations()).hasSize(2);
    }

    @Test
    void readsBothAnswerScalesOfTheSchoolSurvey() throws IOException {
        Path sample = SAMPLES.resolve("skolverket_pe_v4_nestedsurvey_pupilsgr_sample.json");
        Assumptions.assumeTrue(Files.exists(sample), "the recorded survey is not here");

        SurveyAnswers.read(
                new Question(Kind.SURVEY, Paths.survey("44673074", "pupilsgr"), "44673074"),
                JsonMapper.shared().readTree(Files.readAllBytes(sample)),
                reading);

        Breakdown fifth = new Breakdown("GRADE", "5");
        assertThat(figure("survey-pupils-safety", fifth, "VT26")).isEqualTo(new Figure.Exact(8.6, "8,6"));
        assertThat(figure("survey-pupils-safety-fully", fifth, "VT26")).isEqualTo(new Figure.Exact(60, "60%"));
        assertThat(figure("survey-pupils-safety-poorly", fifth, "VT26")).isEqualTo(new Figure.Masked("-"));
        assertThat(figure("survey-pupils-study-environment-often", fifth, "VT26"))
                .isEqualTo(new Figure.Exact(44, "44%"));
        assertThat(figure("survey-pupils-group", fifth, "VT26")).isEqualTo(new Figure.Exact(50, "50"));
        assertThat(reading.observations())
                .as("no share of a scale that was not asked")
                .noneMatch(each -> each.indicator().equals("survey-pupils-study-environment-fully"));
        assertThat(reading.refused()).isEmpty();
    }

    @Test
    void findsTheYearOfSalsaWhereThePublishedMeritRatingsAgree() {
        salsa(salsaOf(40), merits(40, "2023/24", 11), merits(40, "2024/25", 0.3));

        assertThat(figure("salsa-merit-actual", Breakdown.ALL, "2024/25")).isEqualTo(new Figure.Exact(200, "200"));
        assertThat(reading.observations()).hasSize(40);
    }

    @Test
    void refusesSalsaWhenNoYearStandsOut() {
        salsa(salsaOf(40), merits(40, "2023/24", 0.2), merits(40, "2024/25", 0.3));

        assertThat(reading.observations()).isEmpty();
        assertThat(reading.refused())
                .singleElement()
                .satisfies(each -> assertThat(each.rule()).isEqualTo("salsa-period"));
    }

    @Test
    void believesSalsaWhenItTellsItsYear() {
        JsonNode told = json(salsaOf(2).toString().replace("]}", "],\"timePeriod\":\"2021/22\"}"));
        salsa(told, List.of(), List.of());

        assertThat(figure("salsa-merit-actual", Breakdown.ALL, "2021/22")).isEqualTo(new Figure.Exact(200, "200"));
    }

    private void salsa(JsonNode body, List<Observation> some, List<Observation> more) {
        List<Observation> merits = new ArrayList<>(some);
        merits.addAll(more);
        SalsaAnswer.read(Question.of(Kind.SALSA, Paths.SALSA), body, merits, reading);
    }

    private static JsonNode salsaOf(int schools) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < schools; i++) {
            all.add("{'schoolUnitCode':'%d','salsaAverageGradesIn9thGradeActual':{'value':'%d','valueType':'EXISTS'}}"
                    .formatted(10_000_000 + i, 200 + i));
        }
        return json("{'compulsorySchoolUnitSalsaMetricList':[" + String.join(",", all) + "]}");
    }

    private static List<Observation> merits(int schools, String year, double off) {
        List<Observation> merits = new ArrayList<>();
        for (int i = 0; i < schools; i++) {
            merits.add(new Observation(
                    new OfUnit(Integer.toString(10_000_000 + i)),
                    "gr9-merit",
                    Breakdown.ALL,
                    Period.parse(year),
                    new Figure.Exact(200 + i + off, ""),
                    null));
        }
        return merits;
    }

    private static UnitFacts registered(String attributes) {
        Roll roll = new Roll(type -> type);
        roll.readRegisterUnit(json("""
                {'data':{'schoolUnitCode':'10000001','attributes':{'displayName':'Skolan','municipalityCode':'0180',
                  'schoolUnitType':'SKOLENHET','schoolTypes':['GR']%s}},
                 'included':{'attributes':{'organizationNumber':'2120000142','displayName':'Kommunen',
                  'organizerType':'KOMMUN'}}}
                """.formatted(attributes)));
        return roll.units().iterator().next();
    }

    @Test
    void readsWhenAUnitOpenedAndClosedAndThatItIsInternational() {
        UnitFacts told = registered(", 'status':'UPPHORT', 'startdate':'2022-11-08', 'endDate':'2026-06-30', "
                + "'orientationType':'INTERNATIONELL', 'specialSupportSchool':true");

        assertThat(told.status()).isEqualTo("CLOSED");
        assertThat(told.opened()).isEqualTo("2022-11-08");
        assertThat(told.closed()).isEqualTo("2026-06-30");
        assertThat(told.international()).isTrue();
        assertThat(told.specialSupport()).isTrue();
    }

    @Test
    void guessesNothingThatTheRegisterDoesNotTell() {
        UnitFacts silent = registered(", 'startdate':null, 'specialSupportSchool':null");
        UnitFacts odd = registered(", 'startdate':'hösten 2022', 'orientationType':'WALDORF'");

        assertThat(silent.opened()).isNull();
        assertThat(silent.closed()).isNull();
        assertThat(silent.international()).isNull();
        assertThat(silent.specialSupport()).isNull();
        assertThat(odd.opened()).isNull();
        assertThat(odd.international()).isFalse();
    }
}
