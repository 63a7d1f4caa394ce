package se.samverkan.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans count in terms: spring, autumn, spring. */
class TermTests {

    @ParameterizedTest
    @CsvSource({"VT27,0,VT27", "VT27,1,HT27", "HT27,1,VT28", "HT27,5,VT30", "VT27,-1,HT26", "HT27,-3,VT26"})
    void countsOnAndBack(String from, int terms, String to) {
        assertThat(Period.parse(from).plusTerms(terms)).isEqualTo(Period.parse(to));
        assertThat(Period.parse(from).termsUntil(Period.parse(to))).isEqualTo(terms);
    }

    @ParameterizedTest
    @CsvSource({"2027-01-01,VT27", "2027-06-30,VT27", "2027-07-01,HT27", "2027-12-31,HT27"})
    void knowsTheTermOfADay(LocalDate day, String term) {
        assertThat(Period.termOf(day)).isEqualTo(Period.parse(term));
    }

    @Test
    void beginsOnADayThatLiesInIt() {
        Period autumn = Period.parse("HT27");

        assertThat(autumn.firstDayOfTerm()).isEqualTo("2027-07-01");
        assertThat(Period.termOf(autumn.firstDayOfTerm())).isEqualTo(autumn);
    }

    @Test
    void isNoSchoolYear() {
        assertThatThrownBy(() -> Period.schoolYear(2027).plusTerms(1)).isInstanceOf(IllegalStateException.class);
    }
}
