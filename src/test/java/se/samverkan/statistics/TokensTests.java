package se.samverkan.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every token that a source has been seen to publish is read as what it means, and kept. */
class TokensTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "73,4|Exact|73.4",
                "73.4|Exact|73.4",
                "100,0|Exact|100",
                "0,0|Exact|0",
                "113|Exact|113",
                "1 015|Exact|1015",
                "1\u202f015|Exact|1015",
                "1\u2009015|Exact|1015",
                "1\u00a0015,5|Exact|1015.5",
                "1.015,5|Exact|1015.5",
                "1,015.5|Exact|1015.5",
                "-17|Exact|-17",
                "\u221217|Exact|-17",
                "cirka 370|Approximate|370",
                "cirka 1 150|Approximate|1150",
                "~100|Bounded|100",
                "..|Masked|",
                ".|Missing|",
                "-|Missing|",
                "*|NoRequirement|"
            })
    void readsATokenOfAFile(String token, String kind, Double value) {
        Figure figure = Tokens.ofFile(token).orElseThrow();

        assertThat(figure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(figure.token()).isEqualTo(token);
        assertThat(figure.value().isPresent()).isEqualTo(value != null);
        figure.value().ifPresent(number -> assertThat(number).isEqualTo(value));
    }

    @Test
    void keepsAnEmptyCellAsMissing() {
        assertThat(Tokens.ofFile("  ")).contains(new Figure.Missing(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"abc", "12,3,4", "1 2", "12 3456", "=1+1", "#REF!", "...", "1e5", "~", "cirka", "NaN", "12-"})
    void doesNotGuessAtWhatIsNoToken(String text) {
        assertThat(Tokens.ofFile(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "'15,6', EXISTS, Exact",
                "16, EXISTS, Exact",
                "cirka 130, EXISTS, Approximate",
                "., MISSING, Missing",
                "null, MISSING, Missing",
                ".., OMITTED_DUE_TO_BASED_ON_FEW_PUPILS, Masked",
                "~100, ROUNDED_OFF_DUE_TO_FEW_PUPILS_NOT_ELIGIBLE, Bounded",
                "*, TEACHERS_EXCLUDED_DUE_TO_NO_REQUIRED_LEGITIMATION, NoRequirement"
            })
    void readsAnAnswerOfTheApi(String value, String valueType, String kind) {
        assertThat(Tokens.ofApi(value, valueType).orElseThrow().getClass().getSimpleName())
                .isEqualTo(kind);
    }

    @Test
    void doesNotTakeAnAnswerWhoseTypeItDoesNotKnow() {
        assertThat(Tokens.ofApi("12", "SOMETHING_NEW")).isEmpty();
        assertThat(Tokens.ofApi("..", "EXISTS")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'7,6', 7.6", "44%, 44", "0%, 0"})
    void readsAnAnswerToTheSurvey(String token, double value) {
        assertThat(Tokens.ofSurvey(token)).contains(new Figure.Exact(value, token));
    }

    @Test
    void readsTheDashOfTheSurveyAsTooFewAnswers() {
        assertThat(Tokens.ofSurvey("-")).contains(new Figure.Masked("-"));
    }
}
