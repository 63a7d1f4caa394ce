package se.samverkan.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samverkan.shared.page.MessageFiles;
import se.samverkan.shared.page.Words;

/** Numbers of figures are written as all other numbers are. */
class FigureWordsTests {

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.04, -0.04, 7, -7.26, 78.04, 99.96, 1234.6, -1234567.8})
    void writesNumbersAsEverybodyElse(double value) {
        for (Locale locale : new Locale[] {Words.SWEDISH, Words.ENGLISH}) {
            Words words = MessageFiles.words(locale);
            for (int decimals = 0; decimals <= 2; decimals++) {
                assertThat(new FigureWords(words).number(value, decimals))
                        .isEqualTo(withoutMinusZero(words.number(value, decimals)));
            }
        }
    }

    private static String withoutMinusZero(String number) {
        return number.matches("\u2212[0.,]+") ? number.substring(1) : number;
    }
}
