package se.samverkan.survey.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The difference of two shares, held against the values that were published with the method. */
class ShareChangeTests {

    /** Newcombe 1998, table II, method 10. */
    @ParameterizedTest
    @CsvSource({"48,80,56,70,0.0524,0.3339", "3,10,9,10,0.1705,0.8090"})
    void hasTheIntervalThatWasPublished(int had, int before, int has, int after, double low, double high) {
        ShareChange change = ShareChange.of(had, before, has, after);
        assertThat(change.low()).isCloseTo(low, within(0.0001));
        assertThat(change.high()).isCloseTo(high, within(0.0001));
        assertThat(change.isSure()).isTrue();
    }

    @Test
    void isNotSureOfWhatChanceDoes() {
        assertThat(ShareChange.of(10, 20, 11, 20).isSure()).isFalse();
        assertThat(ShareChange.of(10, 20, 11, 20).difference()).isCloseTo(0.05, within(1e-9));
    }
}
