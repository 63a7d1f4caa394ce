package se.samverkan.statistics.demonstration;

import se.samverkan.shared.Period;

/** One year of one preschool: its children, groups and staff. Preschools have no results, only conditions. */
final class PreschoolYear {

    private static final int FEWEST_CHILDREN = 10;

    private final School school;
    private final int index;
    private final Period year;
    private final Chance chance;

    PreschoolYear(School school, long seed, int index) {
        this.school = school;
        this.index = index;
        this.year = Period.calendarYear(YearOfFigures.FIRST_YEAR + index);
        this.chance = Chance.of(seed, 61, school.number(), index);
    }

    void publish(Figures figures) {
        int children = (int) Math.round(Math.max(5, chance.normal(school.size(), Math.sqrt(school.size()) * 0.7)));
        int groups = Math.max(1, (int) Math.round(children / 15.2));
        double density = Chance.within(3, chance.normal(5.3 + school.drift() * index, 0.35), 8);
        double licensed = Chance.within(0, school.licensed() + 0.004 * index + chance.normal(0, 0.04), 1);
        figures.add("fsk-children", year, Publication.whole(children));
        figures.add("fsk-density", year, Publication.decimal(density));
        boolean enough = children >= FEWEST_CHILDREN;
        figures.add("fsk-licence-share", year, enough ? Publication.decimal(100 * licensed) : Publication.MASKED);
        figures.add("fsk-children-per-group", year, Publication.decimal((double) children / groups));
        if (index == YearOfFigures.YEARS - 1) {
            newest(figures, children, groups, density, licensed);
        }
    }

    private void newest(Figures figures, int children, int groups, double density, double licensed) {
        double degree = Chance.within(licensed, licensed + Math.abs(chance.normal(0, 0.05)), 1);
        boolean enough = children >= FEWEST_CHILDREN;
        figures.add("fsk-groups", year, Publication.whole(groups));
        figures.add("fsk-staff-fte", year, Publication.whole(children / density));
        figures.add("fsk-degree-share", year, enough ? Publication.decimal(100 * degree) : Publication.MASKED);
    }
}
