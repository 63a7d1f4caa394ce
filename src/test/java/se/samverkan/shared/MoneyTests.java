package se.samverkan.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Money is exact to the öre, and read as people write it. */
class MoneyTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 250 000     | 125000000
            1250000,50    | 125000050
            99.5 kr       | 9950
            0,01          | 1
            12 345,6 kronor | 1234560
            """)
    void readsWhatPeopleWrite(String written, long ore) {
        assertThat(Money.parse(written)).contains(new Money(ore));
    }

    @Test
    void readsThinAndHardSpacesBetweenThousands() {
        assertThat(Stream.of("1\u00a0250", "1\u202f250", "1\u2009250"))
                .allSatisfy(written -> assertThat(Money.parse(written)).contains(Money.kronor(1250)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tusen", "1,234", "12,345", "-5", "1 25", "1.2.3", "99999999999999", "1e5"})
    void takesNothingElseForAnAmount(String written) {
        assertThat(Money.parse(written)).isEmpty();
    }

    @Test
    void addsWithoutLosingAnOre() {
        Money tenth = new Money(10);

        assertThat(Stream.generate(() -> tenth).limit(1000).reduce(Money.NOTHING, Money::plus))
                .isEqualTo(Money.kronor(100));
        assertThat(Money.kronor(1).minus(new Money(1))).hasToString("0.99");
    }

    @Test
    void refusesASumThatNoNumberHolds() {
        assertThatThrownBy(() -> new Money(Long.MAX_VALUE).plus(new Money(1))).isInstanceOf(ArithmeticException.class);
    }
}
