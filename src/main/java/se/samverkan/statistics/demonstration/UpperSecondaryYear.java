package se.samverkan.statistics.demonstration;

import se.samverkan.shared.Period;
import se.samverkan.statistics.Observation.Breakdown;

/** One year of one upper secondary school: its programmes, its staff and, every other spring, the school survey. */
final class UpperSecondaryYear {

    private final School school;
    private final long seed;
    private final int index;
    private final Period grades;
    private final Period staff;
    private final Chance chance;

    UpperSecondaryYear(School school, long seed, int index, Period grades, Period staff) {
        this.school = school;
        this.seed = seed;
        this.index = index;
        this.grades = grades;
        this.staff = staff;
        this.chance = Chance.of(seed, 51, school.number(), index);
    }

    void publish(Figures figures) {
        int pupils = 0;
        for (String programme : school.programmes()) {
            pupils += programme(figures, programme);
        }
        double perTeacher = Chance.within(5, chance.normal(12.5, 2), 25);
        double licensed = Chance.within(0.2, school.licensed() + 0.005 * (index - 5) + chance.normal(0, 0.03), 1);
        double special = Chance.within(0, chance.normal(0.025, 0.02), 0.2);
        boolean enough = pupils / perTeacher >= 3;
        figures.add("gy-pupils", staff, Publication.about(pupils));
        figures.add("gy-pupils-per-teacher", staff, enough ? Publication.decimal(perTeacher) : Publication.MASKED);
        figures.add(
                "gy-teachers-licensed-share-fte",
                staff,
                enough ? Publication.decimal(100 * licensed) : Publication.MASKED);
        figures.add(
                "gy-special-educators-share", staff, enough ? Publication.decimal(100 * special) : Publication.MASKED);
        if (index % 2 == 1) {
            new SurveyRound(school, seed, index, grades.year() + 1)
                    .publishUpperSecondary(figures, Math.max(2, pupils / 3));
        }
    }

    /** @return the pupils on the programme, all three years of it */
    private int programme(Figures figures, String programme) {
        Breakdown breakdown = new Breakdown("PROGRAMME", programme);
        boolean introductory = programme.equals("IMV");
        int n = (int) Math.round(Math.max(2, chance.normal(school.size(), Math.sqrt(school.size()))));
        double quality = school.quality() + school.drift() * index + chance.normal(0, 3);
        double logit = 1.0 + 1.6 * (school.education() - 2.3) - 3 * school.newlyArrived() + quality / 22;
        int graduated = chance.outOf(n, Chance.share(logit));
        double points = Chance.within(
                8, 13.6 + 2.2 * (school.education() - 2.3) + quality / 16 + chance.normal(0, 2.3 / Math.sqrt(n)), 19.5);
        Publication publication = Publication.ofUnits();
        figures.add("gy-pupils", breakdown, staff, Publication.about(2.9 * n), null);
        if (!introductory) {
            figures.add("gy-graduated-3-years", breakdown, grades, publication.share(graduated, n), null);
            figures.add("gy-grade-points", breakdown, grades, publication.mean(points * graduated, graduated), null);
            figures.add(
                    "gy-eligible-university",
                    breakdown,
                    grades,
                    publication.shareHidingFew(chance.outOf(graduated, 0.86), graduated),
                    null);
        }
        return (int) Math.round(2.9 * n);
    }
}
