package se.samverkan.statistics;

import java.util.List;
import se.samverkan.organisation.UnitView;
import se.samverkan.shared.page.Option;

/**
 * A unit's page with all its words and pictures, as it is kept until figures change.
 *
 * @param unit the unit
 * @param lead the most important true thing, in a sentence or two
 * @param facts what sort of unit it is: form, organiser, grades
 * @param flags what distorts its figures: special support, international, newly opened, closed
 * @param period the school year asked for, or empty where there is none
 * @param periods the school years one may ask for
 * @param sections the charts under their headings
 * @param more the figures that are shown as a table only
 * @param likeness who resembles it and by what
 */
record UnitPage(
        UnitView unit,
        String lead,
        List<String> facts,
        List<String> flags,
        String period,
        List<Option> periods,
        List<Section> sections,
        List<More> more,
        Likeness likeness) {

    /** Charts that belong together. */
    record Section(String id, String title, List<Panel> panels) {

        private static final int AT_ONCE = 4;

        /** Those that are shown at once; with more of them the eye has nowhere to rest. */
        List<Panel> first() {
            return panels.subList(0, panels.size() > AT_ONCE + 1 ? AT_ONCE : panels.size());
        }

        /** Those that are folded away, never a single one. */
        List<Panel> rest() {
            return panels.subList(first().size(), panels.size());
        }
    }

    /** A figure without a chart here; its own page has one. */
    record More(String name, String href, String period, String figure, String similar) {}

    /**
     * The similar units.
     *
     * @param rule by what they were found, and what was left out
     * @param neighbours nearest first
     */
    record Likeness(String rule, List<UnitView> neighbours) {}

    int weight() {
        return 4000
                + sections.stream()
                        .flatMap(section -> section.panels().stream())
                        .mapToInt(Panel::weight)
                        .sum()
                + more.size() * 200;
    }
}
