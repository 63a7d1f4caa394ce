package se.samverkan.statistics;

import java.util.List;
import java.util.Optional;
import se.samverkan.shared.page.Words;

/**
 * The door to what a unit's page says of its figures, for rooms that put it into papers of their own: the same findings, the same
 * pictures, the same notes on what small numbers cannot carry. All of it is public.
 */
public interface UnitReading {

    /** What is said of a unit, in the language of the words; empty where there is no such unit. */
    Optional<Reading> of(String unitKey, Words words);

    /**
     * A unit in figures.
     *
     * @param lead the most important true thing
     * @param flags what distorts its figures
     * @param groups the series with pictures, under their headings
     * @param likeness by what its similar units were found
     */
    record Reading(String lead, List<String> flags, List<Group> groups, String likeness) {}

    /** Series that belong together. */
    record Group(String id, String title, List<Line> lines) {}

    /**
     * A series over time.
     *
     * @param id a name that no other series of the unit has, the same whenever it is read
     * @param name what is measured
     * @param finding a sentence with the newest figure and how it stands to similar units
     * @param picture the chart as SVG; empty where a chart would mislead
     * @param notes what must be said beside it: why a figure is missing
     * @param columns the headings of the table, the period first
     * @param rows the table, the newest period first; a cell is empty where nothing is known
     * @param definition what is measured, in full
     * @param source whose figures, fetched when
     */
    record Line(
            String id,
            String name,
            String finding,
            String picture,
            List<String> notes,
            List<String> columns,
            List<List<String>> rows,
            String definition,
            String source) {}
}
