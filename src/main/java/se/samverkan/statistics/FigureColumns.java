package se.samverkan.statistics;

import java.util.List;

/**
 * The columns of our own table of figures, one figure a row: what we export with these headings we can import again, in
 * any order of the columns, as CSV or XLSX.
 *
 * <p>A row is about a unit when {@code unit_code} is filled in, else about a municipality when {@code municipality_code}
 * is, else about the country. {@code period} is written as in {@link se.samverkan.shared.Period#parse}; {@code status} is
 * EXACT, APPROXIMATE, BOUNDED, MASKED, NOT_APPLICABLE, MISSING or NO_REQUIREMENT; {@code token} is what the source
 * published, letter by letter; {@code value} is empty where there is none.
 */
public final class FigureColumns {

    /** The headings, in the order we write them. */
    public static final List<String> HEADINGS = List.of(
            "unit_code",
            "unit_name",
            "municipality_code",
            "municipality_name",
            "organiser_type",
            "indicator",
            "breakdown_dimension",
            "breakdown_code",
            "period",
            "value",
            "status",
            "token",
            "n",
            "source");

    private static final List<String> STATUSES =
            List.of("EXACT", "APPROXIMATE", "BOUNDED", "MASKED", "NOT_APPLICABLE", "MISSING", "NO_REQUIREMENT");

    private FigureColumns() {}

    /** The status of a figure as the column and the API name it. */
    public static String statusOf(Figure figure) {
        return STATUSES.get(figure.status() - 1);
    }

    /** The number of a status by its name, 0 when there is none of that name. */
    public static int statusNumber(String name) {
        return STATUSES.indexOf(name) + 1;
    }
}
