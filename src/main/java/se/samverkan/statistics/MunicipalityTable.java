package se.samverkan.statistics;

import java.util.List;

/**
 * A municipality beside those that resemble it and the country, on one indicator, by name.
 *
 * @param likeness by what they resemble each other, as Kolada groups them, or empty
 * @param rows the municipality first, then the others by name, the country last
 */
record MunicipalityTable(String likeness, List<Row> rows) {

    /**
     * One municipality.
     *
     * @param href its page, or empty for the country
     * @param all the figure over all organisers
     * @param municipal of municipal organisers
     * @param independent of independent ones
     * @param computed whether the figure is our own computation, the middle unit
     * @param own whether it is the municipality whose page this is
     */
    record Row(
            String name,
            String href,
            String all,
            String municipal,
            String independent,
            boolean computed,
            boolean own) {}
}
