package se.samverkan.organisation.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwedishTextTests {

    @ParameterizedTest
    @CsvSource({
        "fritidshemmet, fritidshem",
        "fritidshem, fritidshem",
        "skolan, skol",
        "skolorna, skol",
        "förskolan, förskol",
        "förskolor, förskol",
        "åre, åre"
    })
    void takesTheEndingsOff(String word, String stem) {
        assertThat(SwedishText.words(word)).containsExactly(new SwedishText.Word(word, stem));
    }

    @Test
    void keepsÅÄÖAsLettersOfTheirOwn() {
        assertThat(SwedishText.words("Åre Ärla Öja"))
                .extracting(SwedishText.Word::word)
                .containsExactly("åre", "ärla", "öja");
    }

    @Test
    void readsARingThatWasWrittenAfterItsLetter() {
        assertThat(SwedishText.words("A\u030are"))
                .extracting(SwedishText.Word::word)
                .containsExactly("åre");
    }

    @Test
    void writesSaintsOut() {
        assertThat(SwedishText.words("S:t Olofs skola och S:ta Maria"))
                .extracting(SwedishText.Word::word)
                .startsWith("sankt", "olofs")
                .contains("sankta");
    }

    @Test
    void foldsForThoseWithoutÅOnTheKeyboard() {
        assertThat(SwedishText.fold("Östra Ryåsgården, Linné")).isEqualTo("ostra ryasgarden, linne");
    }

    @ParameterizedTest
    @CsvSource({"skoaln, skolan, 0.1667", "skolan, skolan, 0", "vasaskolna, vasaskolan, 0.1", "skola, stockholm, 0.6"})
    void countsTwoLettersThatChangedPlacesAsOneChange(String typed, String word, double share) {
        assertThat(SpellingDistance.share(typed, word)).isCloseTo(share, org.assertj.core.data.Offset.offset(0.03));
    }
}
