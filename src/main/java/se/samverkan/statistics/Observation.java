package se.samverkan.statistics;

import org.jspecify.annotations.Nullable;
import se.samverkan.shared.Period;

/**
 * One figure with what it is about: whose, of what, of which part, and when.
 *
 * @param subject whose figure it is
 * @param indicator the code of the indicator, as in {@code indicators.csv}
 * @param breakdown the part of the population
 * @param period the time it speaks of
 * @param figure the value or the reason there is none
 * @param n the size of the cohort behind it where that is published, in persons
 */
public record Observation(
        Subject subject,
        String indicator,
        Breakdown breakdown,
        Period period,
        Figure figure,
        @Nullable Integer n) {

    /** Whose figure: a unit by its key, a municipality by its code, or the country; the last two by type of organiser. */
    public sealed interface Subject {

        /** A unit, by the key that stands in its address: the school unit code, or a preschool's own. */
        record OfUnit(String key) implements Subject {}

        /** A municipality; {@code organiserType} is ALL, MUNICIPAL, INDEPENDENT, STATE or REGION. */
        record OfMunicipality(String code, String organiserType) implements Subject {}

        /** The whole country; {@code organiserType} as above. */
        record OfCountry(String organiserType) implements Subject {}
    }

    /**
     * A part of the population, such as a sex, a school subject, a programme or a grade.
     *
     * @param dimension ALL, SEX, SUBJECT, PROGRAMME or GRADE
     * @param code the part within it
     */
    public record Breakdown(String dimension, String code) {

        /** The whole population. */
        public static final Breakdown ALL = new Breakdown("ALL", "ALL");
    }
}
