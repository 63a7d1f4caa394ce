package se.samverkan.statistics.demonstration;

import java.util.List;
import se.samverkan.shared.Period;
import se.samverkan.statistics.Figure;
import se.samverkan.statistics.Observation.Breakdown;

/** One year of one compulsory school: grades, tests, staff, SALSA and, every other spring, the school survey. */
final class CompulsoryYear {

    private static final List<String> SUBJECTS = List.of("SVE", "ENG", "MA", "SVA");
    private static final int FIRST_YEAR_OF_SALSA = 5;
    private static final int FEWEST_IN_SALSA = 15;
    private static final int FEWEST_TEACHERS = 3;
    private static final int SIXTH = 6;

    private final School school;
    private final long seed;
    private final int index;
    private final Period grades;
    private final Period staff;
    private final Chance chance;
    private final Cohort cohort;

    CompulsoryYear(School school, long seed, int index, Period grades, Period staff) {
        this.school = school;
        this.seed = seed;
        this.index = index;
        this.grades = grades;
        this.staff = staff;
        this.chance = Chance.of(seed, 31, school.number(), index);
        this.cohort = Cohort.of(school, seed, index);
    }

    /** Publishes what may be published, and tells what there is to add up. */
    Total publish(Figures figures) {
        Total total = teachers(figures);
        if (school.publishesNothing()) {
            silence(figures);
            return total;
        }
        figures.ofYearNine(cohort, grades, Publication.ofUnits());
        if (school.firstGrade() <= SIXTH) {
            sixth(figures);
        }
        tests(figures, "gr-tests-9", cohort.n(), cohort.merit());
        if (index >= FIRST_YEAR_OF_SALSA && cohort.n() >= FEWEST_IN_SALSA) {
            salsa(figures);
        }
        if (index % 2 == 1) {
            new SurveyRound(school, seed, index, grades.year() + 1).publish(figures, school.firstGrade() <= 5);
        }
        return total;
    }

    private void silence(Figures figures) {
        for (String indicator : List.of("gr9-pupils", "gr9-passed-all", "gr9-eligible-vocational", "gr9-merit")) {
            figures.add(indicator, grades, Publication.MISSING);
        }
    }

    private void sixth(Figures figures) {
        int n = (int) Math.round(Math.max(1, chance.normal(school.size(), Math.sqrt(school.size()))));
        int passed =
                chance.outOf(n, Chance.within(0.05, Cohort.expectedPassed(school) + school.quality() / 200, 0.995));
        figures.add("gr6-passed-all", grades, Publication.ofUnits().shareHidingFew(passed, n));
        tests(figures, "gr-tests-6", n, Cohort.expectedMerit(school) + school.quality());
    }

    private void tests(Figures figures, String indicator, int n, double merit) {
        for (String subject : SUBJECTS) {
            boolean second = subject.equals("SVA");
            int takers = second ? (int) Math.round(n * school.newlyArrived() * 2.5) : n;
            figures.add(indicator, new Breakdown("SUBJECT", subject), grades, points(subject, takers, merit), null);
        }
    }

    private Figure points(String subject, int takers, double merit) {
        if (takers == 0) {
            return Publication.MISSING;
        }
        double level = switch (subject) {
            case "ENG" -> 2.0;
            case "MA" -> -1.3;
            case "SVA" -> -3.5;
            default -> 0.2;
        };
        double mean = 12.9 + (merit - 229) / 17 + level + chance.normal(0, 4.2 / Math.sqrt(takers));
        return Publication.ofUnits().mean(takers * Chance.within(1, mean, 20), takers);
    }

    private void salsa(Figures figures) {
        double expected = Cohort.expectedMerit(school) + 0.35 * index;
        double expectedPassed = 100 * Cohort.expectedPassed(school);
        double passed = 100.0 * cohort.passedAll() / cohort.n();
        figures.add("salsa-merit-actual", grades, Publication.whole(cohort.merit()));
        figures.add("salsa-merit-expected", grades, Publication.whole(expected));
        figures.add("salsa-merit-deviation", grades, Publication.whole(cohort.merit() - expected));
        figures.add("salsa-passed-actual", grades, Publication.whole(passed));
        figures.add("salsa-passed-expected", grades, Publication.whole(expectedPassed));
        figures.add("salsa-passed-deviation", grades, Publication.whole(passed - expectedPassed));
        figures.add("salsa-parents-education", grades, Publication.decimal(school.education()));
        figures.add("salsa-newly-arrived", grades, Publication.whole(100 * school.newlyArrived()));
        figures.add("salsa-boys", grades, Publication.whole(100.0 * chance.outOf(cohort.n(), 0.514) / cohort.n()));
    }

    private Total teachers(Figures figures) {
        int pupils = (int) Math.round(Math.max(4, school.size() * (10 - school.firstGrade()) + chance.normal(0, 6)));
        double perTeacher = Chance.within(5, chance.normal(12.2 + Math.log(pupils / 300.0), 1.3), 22);
        double fte = Math.max(1, pupils / perTeacher);
        double share = Chance.within(0.1, school.licensed() + 0.006 * (index - 5) + chance.normal(0, 0.035), 1);
        double special = Chance.within(0, chance.normal(0.06, 0.035), 0.3);
        figures.add("gr-pupils", staff, Publication.about(pupils));
        figures.add("gr-pupils-per-teacher", staff, ofTeachers(fte, Publication.decimal(perTeacher)));
        figures.add("gr-teachers-licensed-share-fte", staff, licence(fte, Publication.decimal(100 * share)));
        figures.add("gr-special-educators-share", staff, licence(fte, Publication.decimal(100 * special)));
        Figure positions = fte * special < 0.3 ? Publication.MISSING : Publication.decimal(fte * special);
        figures.add("gr-special-educators-fte", staff, licence(fte, positions));
        return new Total(cohort, pupils, fte, fte * share);
    }

    private Figure licence(double fte, Figure figure) {
        return school.needsNoLicence() ? Publication.NO_LICENCE_NEEDED : ofTeachers(fte, figure);
    }

    private static Figure ofTeachers(double fte, Figure figure) {
        return fte < FEWEST_TEACHERS ? Publication.MASKED : figure;
    }
}
