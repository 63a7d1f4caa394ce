package se.samverkan.statistics;

import java.util.List;
import se.samverkan.shared.page.Option;

/**
 * The units of an organiser or a municipality side by side on one indicator, by name; never ranked.
 *
 * @param choices the indicators one may choose
 * @param chosen the code of the one that is shown, empty when there is none
 * @param name what it measures
 * @param definition what it means
 * @param period the period asked for, in words
 * @param rows the units
 * @param without how many active units have no figure of it
 */
record UnitTable(
        List<Option> choices,
        String chosen,
        String name,
        String definition,
        String period,
        List<Row> rows,
        int without) {

    /**
     * One unit, or one part of it.
     *
     * @param spark the figures over the years as a small line
     * @param interval what chance may do, or empty
     * @param similar what half of the similar units lie within, or empty
     * @param standing how the figure stands to that, in words, or empty
     */
    record Row(
            String name,
            String href,
            String part,
            String figure,
            String interval,
            String similar,
            String standing,
            String spark) {}
}
