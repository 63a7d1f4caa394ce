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
 * @param groups the table of a picture with groups; none where there is no such picture
 * @param more what else it says
 * @param cautions what a reader must know
 * @param asides what else the plan asked of it: subgroups, dose
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
        List<Grouped> groups,
        List<String> more,
        List<String> cautions,
        List<Aside> asides) {

    /** Why there is no effect. */
    static Told refused(String id, String name, String why) {
        return new Told(
                id, name, why, false, "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of());
    }

    /** A drawing as SVG, and what stands under it. */
    record Picture(String drawing, String caption) {}

    /** A row of a table: empty cells where nothing is known. */
    record Line(String what, String estimate, String interval) {}

    /** A row of the table of a picture: where a group lies, its mean outcome, and how many units it is. */
    record Grouped(String along, String outcome, String units) {}

    /**
     * What stands beside the effect, with its own sentence, picture and table.
     *
     * @param id a name that nothing else on the page has
     * @param told whether there is anything; else the finding says why not
     * @param along what groups are ordered by
     */
    record Aside(
            String id,
            String title,
            String finding,
            boolean told,
            List<Picture> pictures,
            List<Line> lines,
            String along,
            List<Grouped> groups,
            List<String> more) {

        static Aside refused(String id, String title, String why) {
            return new Aside(id, title, why, false, List.of(), List.of(), "", List.of(), List.of());
        }
    }
}
