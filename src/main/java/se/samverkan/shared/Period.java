package se.samverkan.shared;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time a figure speaks of: a school year (läsår), a calendar year, a term, or, where the source does not tell, some
 * time no later than a year.
 *
 * <p>A plain value without clock or time zone. The {@link #key()} orders periods in time, so that 2024/25 (which begins
 * in the autumn of 2024) comes after the calendar year 2024 and before the spring term of 2025.
 *
 * @param kind what sort of time it is
 * @param year the calendar year in which it begins, four digits
 */
public record Period(Kind kind, int year) implements Comparable<Period> {

    private static final Pattern SCHOOL_YEAR = Pattern.compile("(\\d{4})/(\\d{2}|\\d{4})");
    private static final Pattern TERM = Pattern.compile("(VT|HT)\\s?(\\d{2}|\\d{4})");
    private static final Pattern CALENDAR_YEAR = Pattern.compile("\\d{4}");

    /** What sort of time a period is; the digit places it within its calendar year. */
    public enum Kind {
        /** The source does not say when; it was not after this year. */
        AT_LATEST(0),
        SPRING_TERM(1),
        CALENDAR_YEAR(2),
        AUTUMN_TERM(4),
        SCHOOL_YEAR(5);

        private final int digit;

        Kind(int digit) {
            this.digit = digit;
        }
    }

    public Period {
        if (year < 1900 || year > 2999) {
            throw new IllegalArgumentException("not a year of this system: " + year);
        }
    }

    /** The school year that begins in the autumn of {@code start}. */
    public static Period schoolYear(int start) {
        return new Period(Kind.SCHOOL_YEAR, start);
    }

    public static Period calendarYear(int year) {
        return new Period(Kind.CALENDAR_YEAR, year);
    }

    /** Some time that the source does not tell, no later than {@code year}. */
    public static Period atLatest(int year) {
        return new Period(Kind.AT_LATEST, year);
    }

    /**
     * Reads {@code 2024/25}, {@code 2024}, {@code VT25}, {@code HT 2025} or {@code ≤2026}.
     *
     * @throws IllegalArgumentException when the text is none of these, or a school year skips a year
     */
    public static Period parse(String text) {
        String trimmed = text.trim();
        Matcher schoolYear = SCHOOL_YEAR.matcher(trimmed);
        if (schoolYear.matches()) {
            int start = Integer.parseInt(schoolYear.group(1));
            int end = Integer.parseInt(schoolYear.group(2)) % 100;
            if ((start + 1) % 100 != end) {
                throw new IllegalArgumentException("a school year spans two years that follow: " + text);
            }
            return schoolYear(start);
        }
        Matcher term = TERM.matcher(trimmed);
        if (term.matches()) {
            int year = 2000 + Integer.parseInt(term.group(2)) % 100;
            return new Period(term.group(1).equals("VT") ? Kind.SPRING_TERM : Kind.AUTUMN_TERM, year);
        }
        if (CALENDAR_YEAR.matcher(trimmed).matches()) {
            return calendarYear(Integer.parseInt(trimmed));
        }
        if (trimmed.startsWith("≤")
                && CALENDAR_YEAR.matcher(trimmed.substring(1)).matches()) {
            return atLatest(Integer.parseInt(trimmed.substring(1)));
        }
        throw new IllegalArgumentException("neither a school year, a year nor a term: " + text);
    }

    /** The period whose {@link #key()} this is. */
    public static Period ofKey(int key) {
        for (Kind kind : Kind.values()) {
            if (kind.digit == key % 10) {
                return new Period(kind, key / 10);
            }
        }
        throw new IllegalArgumentException("no period has the key " + key);
    }

    /** A whole number that orders periods in time and is what the database keeps: year × 10 + a digit for the kind. */
    public int key() {
        return year * 10 + kind.digit;
    }

    /**
     * The term (termin) that a day lies in: the spring term until the end of June, the autumn term from July. Where an
     * organiser's own terms begin and end is its calendar's to say; this is the one that a plan counts in.
     */
    public static Period termOf(LocalDate day) {
        return new Period(day.getMonthValue() <= 6 ? Kind.SPRING_TERM : Kind.AUTUMN_TERM, day.getYear());
    }

    /**
     * The term so many terms after this one.
     *
     * @param terms how many, 0 for this one; negative for those before
     * @throws IllegalStateException when this is not a term
     */
    public Period plusTerms(int terms) {
        int half = year * 2 + (isAutumn() ? 1 : 0) + terms;
        return new Period(Math.floorMod(half, 2) == 1 ? Kind.AUTUMN_TERM : Kind.SPRING_TERM, Math.floorDiv(half, 2));
    }

    /**
     * How many terms there are from this one to another: 0 when they are the same.
     *
     * @throws IllegalStateException when either is not a term
     */
    public int termsUntil(Period later) {
        return (later.year - year) * 2 + (later.isAutumn() ? 1 : 0) - (isAutumn() ? 1 : 0);
    }

    /**
     * The first day of a term as plans count it: 1 January or 1 July.
     *
     * @throws IllegalStateException when this is not a term
     */
    public LocalDate firstDayOfTerm() {
        return LocalDate.of(year, isAutumn() ? 7 : 1, 1);
    }

    private boolean isAutumn() {
        return switch (kind) {
            case AUTUMN_TERM -> true;
            case SPRING_TERM -> false;
            case AT_LATEST, CALENDAR_YEAR, SCHOOL_YEAR -> throw new IllegalStateException(this + " is not a term");
        };
    }

    /** The period one year later. */
    public Period next() {
        return new Period(kind, year + 1);
    }

    @Override
    public int compareTo(Period other) {
        return Integer.compare(key(), other.key());
    }

    /** As people write it: {@code 2024/25}, {@code 2024}, {@code VT25}, {@code HT25}, {@code ≤2026}. */
    @Override
    public String toString() {
        return switch (kind) {
            case SCHOOL_YEAR -> "%d/%02d".formatted(year, (year + 1) % 100);
            case CALENDAR_YEAR -> Integer.toString(year);
            case SPRING_TERM -> "VT%02d".formatted(year % 100);
            case AT_LATEST -> "≤" + year;
            case AUTUMN_TERM -> "HT%02d".formatted(year % 100);
        };
    }
}
