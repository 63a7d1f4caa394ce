package se.samverkan.evaluation.page;

import java.util.List;

/**
 * An outcome of a run as it stands on a page: a sentence, a picture and a table. Words are in the reader's language, ready to be shown.
 *
 * @param id a name that no other outcome on the page has
 * @param name of the indicator
 * @param finding the sentence; or why there is no effect
 * @param told whether there is an effect
 * @param basis whom it stands on
 * @param pictures with their captions
 * @param lines the table: what, how much, between what
 * @param years the table of the picture over time; none where there is no such picture
 * @param survives how far the effect reaches if the groups drift; none where that cannot be told
 * @param more what else it says
 * @param cautions what a reader must know
 */
record Told(
        String id,
        String name,
        String finding,
        boolean told,
        String basis,
        List<Picture> pictures,
        List<Line> lines,
        List<Line> years,
        List<Line> survives,
        List<String> more,
        List<String> cautions) {

    /** A drawing as SVG, and what stands under it. */
    record Picture(String drawing, String caption) {}

    /** A row of a table: empty cells where nothing is known. */
    record Line(String what, String estimate, String interval) {}
}
