package se.samverkan.statistics.imports;

import java.util.List;
import se.samverkan.shared.Period;

/**
 * One way in which figures or facts are written down as a table: which columns it has, and what a row of it means.
 *
 * <p>A file is recognised by the columns it has, helped by its title, never by its name.
 */
interface Layout {

    /** What it is called in receipts and in the database, such as {@code year-9-export}. */
    String name();

    /** Whose figures these are, as a key of the message files. */
    default String source() {
        return "SKOLVERKET";
    }

    /** Words of which one stands in the lines above the table; empty where it has none. */
    default List<String> titles() {
        return List.of();
    }

    List<Column> columns();

    /** Which period the file speaks of, by what stands above the table. */
    default PeriodRule period() {
        return PeriodRule.ABOVE_THE_TABLE;
    }

    /** Whether a row that comes after an empty one still belongs to the table and is no footnote. */
    boolean isRow(Row row);

    /** Takes one row in, telling what is wrong with it. */
    void take(Row row, Reading reading);

    /** After the last row. */
    default void finish(Reading reading) {}

    /** How a file tells its period. */
    enum PeriodRule {
        /** One for all rows, in a line above the table or in a column of its own. */
        ABOVE_THE_TABLE,
        /** The file does not say; see {@link Period#atLatest}. */
        UNSTATED,
        /** Every row has its own. */
        IN_EVERY_ROW,
        /** Not figures. */
        NONE
    }
}
