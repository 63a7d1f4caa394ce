package se.samverkan.reporting.after;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A year after the closing of a partnership.
 *
 * @param year which one, from 1
 * @param due the day it was born
 * @param answers what its units have answered
 */
record YearAfter(long id, long partnership, int year, LocalDate due, List<Answer> answers) {

    /** How much of it still lives, in words. */
    enum Lives {
        MORE,
        SAME,
        LESS,
        GONE
    }

    /** What a unit answered. */
    record Answer(long unit, Lives lives, String words, String by, Instant at) {}

    Optional<Answer> of(long unit) {
        return answers.stream().filter(each -> each.unit() == unit).findFirst();
    }
}
