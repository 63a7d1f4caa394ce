package se.samverkan.organisation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A school or preschool as a source tells it. What a source does not tell is null and leaves what is known.
 *
 * @param key what stands in its address: the school unit code, or F and the register's id for a preschool
 * @param code the school unit code, eight digits, or null for a preschool
 * @param kind SCHOOL or PRESCHOOL
 * @param name its name
 * @param organiser the number of its organiser
 * @param organiserName the name of its organiser, by which it is found when the number is unknown
 * @param municipality the code of its municipality
 * @param forms its school forms with their grades, or null when the source does not tell
 * @param status PLANNED, ACTIVE, RESTING or CLOSED, or null
 * @param opened the day it opened or will open, or null
 * @param closed the day it closed or will close, or null
 * @param specialSupport whether it is a special-support school (resursskola), or null
 * @param international whether it is an international school, or null
 * @param orientation what the source says of its orientation, or null
 * @param address its visiting address, or null
 * @param postalCode five digits, or null
 * @param locality the postal locality, or null
 * @param source where this is from: REGISTER, EXPORT, PRESCHOOLS or DEMONSTRATION
 */
public record UnitFacts(
        String key,
        @Nullable String code,
        String kind,
        String name,
        @Nullable String organiser,
        String organiserName,
        String municipality,
        @Nullable Map<String, Set<String>> forms,
        @Nullable String status,
        @Nullable LocalDate opened,
        @Nullable LocalDate closed,
        @Nullable Boolean specialSupport,
        @Nullable Boolean international,
        @Nullable String orientation,
        @Nullable String address,
        @Nullable String postalCode,
        @Nullable String locality,
        String source) {

    /** As a source tells it that knows neither when it opened or closed nor whether it is international. */
    public UnitFacts(
            String key,
            @Nullable String code,
            String kind,
            String name,
            @Nullable String organiser,
            String organiserName,
            String municipality,
            @Nullable Map<String, Set<String>> forms,
            @Nullable String status,
            @Nullable Boolean specialSupport,
            @Nullable String orientation,
            @Nullable String address,
            @Nullable String postalCode,
            @Nullable String locality,
            String source) {
        this(
                key,
                code,
                kind,
                name,
                organiser,
                organiserName,
                municipality,
                forms,
                status,
                null,
                null,
                specialSupport,
                null,
                orientation,
                address,
                postalCode,
                locality,
                source);
    }

    /** The same unit with what else a source tells of its time and kind. */
    public UnitFacts telling(@Nullable LocalDate opens, @Nullable LocalDate closes, @Nullable Boolean isInternational) {
        return new UnitFacts(
                key,
                code,
                kind,
                name,
                organiser,
                organiserName,
                municipality,
                forms,
                status,
                opens,
                closes,
                specialSupport,
                isInternational,
                orientation,
                address,
                postalCode,
                locality,
                source);
    }
}
