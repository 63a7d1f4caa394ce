package se.samverkan.actionplan.year;

import java.time.LocalDate;
import java.util.Locale;

/**
 * Something that happens in the time of a plan.
 *
 * @param first its first day; of a whole term the first day of the term
 * @param last its last day, the same for what takes a day
 * @param address the path of the page where more is told; empty where there is none
 */
public record PlanDay(Kind kind, LocalDate first, LocalDate last, String name, String address) {

    /** What it is. */
    public enum Kind {
        MEETING,
        /** What a room above keeps: a delivery, a commission that ends. */
        DELIVERY,
        /** The day by which a goal is to be reached. */
        GOAL,
        FOLLOW_UP,
        /** An interim goal. */
        MILESTONE,
        SIGN,
        HOLIDAY;

        /** What the style sheet calls it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it is some time in a term, and no day has been said. */
        public boolean isOfTerm() {
            return this == FOLLOW_UP || this == MILESTONE || this == SIGN;
        }
    }

    static PlanDay on(Kind kind, LocalDate day, String name, String address) {
        return new PlanDay(kind, day, day, name, address);
    }

    /** Whether any of its days lies in a span, both days counted. */
    boolean isWithin(LocalDate from, LocalDate to) {
        return !last.isBefore(from) && !first.isAfter(to);
    }
}
