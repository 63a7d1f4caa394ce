package se.samverkan.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a personal identity number in free text, and what is not. */
class PersonalNumbersTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "811218-9876",
                "8112189876",
                "19811218-9876",
                "198112189876",
                "Eleven (811218-9876) har klagat.",
                "811218+9876",
                "19811218 9876",
                "811218\u20139876",
                "701063-2391",
                "Två: 2121000829 och 811218-9876"
            })
    void areFoundInBothFormsWithAndWithoutASign(String text) {
        assertThat(PersonalNumbers.areIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "811218-9875",
                "811318-9875",
                "811200-9876",
                "212000-0829",
                "556036-0793",
                "Dnr 2027:8112189",
                "9811218987612",
                "Skolenhet 12345678, 2027-03-12"
            })
    void areNotFoundWhereTheCheckDigitOrTheDateIsWrongOrItIsAnotherNumber(String text) {
        assertThat(PersonalNumbers.areIn(text)).isFalse();
    }
}
