package se.samverkan.statistics;

import java.util.List;

/**
 * One indicator of one unit as it stands on a page: a sentence with the finding, the picture, and behind it the table,
 * the definition and where the figures are from. Words are in the reader's language, ready to be shown.
 *
 * @param id a name that no other panel on the page has
 * @param href the indicator's own page
 * @param name what is measured
 * @param finding a sentence with the newest figure and how it stands to similar units
 * @param picture the chart as SVG, empty where a chart would mislead
 * @param notes what must be said beside the picture: why a figure is missing
 * @param ownName whose figures they are
 * @param areaName the municipality, or empty when there is no line for it
 * @param countryName the country, or empty when there is no line for it
 * @param intervals whether any row has an interval
 * @param bands whether any row has a span of similar units
 * @param rows the table
 * @param definition what is measured, in full
 * @param source whose figures, fetched when
 */
record Panel(
        String id,
        String href,
        String name,
        String finding,
        String picture,
        List<String> notes,
        String ownName,
        String areaName,
        String countryName,
        boolean intervals,
        boolean bands,
        List<Row> rows,
        String definition,
        String source) {

    /** One period; a cell is empty where nothing is known. */
    record Row(String period, String own, String interval, String similar, String area, String country) {}

    int weight() {
        return 200 + picture.length() + finding.length() + definition.length() + rows.size() * 120;
    }
}
