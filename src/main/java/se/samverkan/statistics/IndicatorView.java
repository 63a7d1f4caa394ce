package se.samverkan.statistics;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.samverkan.shared.Period;

/**
 * An indicator (nyckeltal): what it measures, how it is to be read, and whose it is. A line of {@code indicators.csv}.
 *
 * @param number the small number the database keeps for it, never used again for another
 * @param code what it is called in addresses and in the API
 * @param forms the school forms it speaks of
 * @param levels UNIT, MUNICIPALITY and COUNTRY, those it is published for
 * @param unit PERCENT, PERCENTAGE_POINTS, POINTS, GRADE_POINTS, INDEX, RATIO, LEVEL, PERSONS, GROUPS or FULL_TIME
 * @param decimals how many decimals the source publishes
 * @param direction HIGHER or LOWER is better, or NONE where neither is
 * @param period SCHOOL_YEAR, TERM, or UNSTATED where the source does not tell
 * @param source whose figures they are, as a key of the message files
 * @param cohort the code of the indicator that says how many people are behind it, where that is published
 * @param headline whether a unit's page shows it at first sight
 * @param breaks the first school year in which it measures something else than before, where that is decided
 * @param swedish its name and definition in Swedish
 * @param english its name and definition in English
 */
public record IndicatorView(
        short number,
        String code,
        List<String> forms,
        List<String> levels,
        String unit,
        int decimals,
        String direction,
        String period,
        String source,
        Optional<String> cohort,
        boolean headline,
        Optional<Period> breaks,
        Wording swedish,
        Wording english) {

    /** What an indicator is called in one language and what it means. */
    public record Wording(String name, String definition) {}

    /** Whether a period lies after the break; a school year begins in the autumn term. */
    public boolean isAfterBreak(Period period) {
        return breaks.filter(first -> period.compareTo(new Period(Period.Kind.AUTUMN_TERM, first.year())) >= 0)
                .isPresent();
    }

    public String name(Locale locale) {
        return in(locale).name();
    }

    public String definition(Locale locale) {
        return in(locale).definition();
    }

    private Wording in(Locale locale) {
        return locale.getLanguage().equals("en") ? english : swedish;
    }
}
