package se.samverkan.organisation.keeping;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.samverkan.organisation.Particulars.CalendarDays;
import se.samverkan.organisation.Particulars.DayKind;
import se.samverkan.organisation.Particulars.Neighbour;
import se.samverkan.organisation.Particulars.Succession;
import se.samverkan.organisation.Particulars.SuccessionKind;

/** The rules of calendars and successions, without a database. */
class KeepingRulesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final CalendarDays AUTUMN =
            new CalendarDays(1, DayKind.TERM, "HT 2026", LocalDate.of(2026, 8, 17), LocalDate.of(2026, 12, 18), 0);

    @Test
    void aTermMayBeginTheDayAfterAnother() {
        assertThatCode(() -> CalendarRules.check(
                        DayKind.TERM, LocalDate.of(2026, 12, 19), LocalDate.of(2027, 6, 11), List.of(AUTUMN)))
                .doesNotThrowAnyException();
    }

    @Test
    void aTermMayNotBeginTheDayAnotherEnds() {
        assertThatThrownBy(() -> CalendarRules.check(
                        DayKind.TERM, LocalDate.of(2026, 12, 18), LocalDate.of(2027, 6, 11), List.of(AUTUMN)))
                .hasMessageContaining("calendar.refusal.overlap");
    }

    @Test
    void aHolidayMayLieWithinATerm() {
        assertThatCode(() -> CalendarRules.check(
                        DayKind.HOLIDAY, LocalDate.of(2026, 10, 26), LocalDate.of(2026, 10, 30), List.of(AUTUMN)))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesDaysInTheWrongOrderAndStretchesOfMoreThanAYear() {
        assertThatThrownBy(() -> CalendarRules.check(DayKind.HOLIDAY, TODAY, TODAY.minusDays(1), List.of()))
                .hasMessageContaining("calendar.refusal.order");
        assertThatThrownBy(() -> CalendarRules.check(
                        DayKind.TERM, TODAY, TODAY.plusYears(1).plusDays(1), List.of()))
                .hasMessageContaining("calendar.refusal.long");
    }

    @Test
    void onlyAUnitThatMovesIsItsOwnSuccessor() {
        assertThatThrownBy(() -> SuccessionRules.check(SuccessionKind.SPLIT, "1", "1", TODAY, TODAY, List.of()))
                .hasMessageContaining("succession.refusal.itself");
        assertThatCode(() -> SuccessionRules.check(SuccessionKind.MOVED, "1", "1", TODAY, TODAY, List.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesTheSameThingTwiceAndWhatIsFarAhead() {
        var said = new Succession(
                1, 1, SuccessionKind.MERGED, new Neighbour("1", "A"), new Neighbour("2", "B"), TODAY, "", 0);
        assertThatThrownBy(() -> SuccessionRules.check(SuccessionKind.MERGED, "1", "2", TODAY, TODAY, List.of(said)))
                .hasMessageContaining("succession.refusal.said");
        assertThatThrownBy(() -> SuccessionRules.check(
                        SuccessionKind.MERGED, "1", "2", TODAY.plusYears(1).plusDays(1), TODAY, List.of()))
                .hasMessageContaining("succession.refusal.far");
    }
}
