package se.samverkan.statistics;

/**
 * What the lines of a chart, and the columns of its table, are called on a page.
 *
 * @param own the thick line, whose page it is
 * @param area the thin line beside it
 * @param country the dotted line
 * @param description what the picture shows, for those who do not see it
 */
record LineNames(String own, String area, String country, String description) {

    /** A unit beside its municipality and the country. */
    static LineNames ofUnit(FigureWords words, String municipality) {
        return new LineNames(
                words.text("chart.own"), municipality, words.text("figure.country"), words.text("chart.description"));
    }

    /** The country beside its municipal and its independent organisers. */
    static LineNames ofCountry(FigureWords words) {
        return new LineNames(
                words.text("figure.country"),
                words.text("area.municipal"),
                words.text("area.independent"),
                words.text("country.chart.description"));
    }
}
