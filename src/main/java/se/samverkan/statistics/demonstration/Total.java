package se.samverkan.statistics.demonstration;

import se.samverkan.shared.Period;

/**
 * What the schools of a municipality, or of the country, are together.
 *
 * @param cohort their pupils who left year 9
 * @param pupils their pupils in all grades
 * @param teachers their teachers, in full-time equivalents
 * @param licensed those of them who are licensed
 */
record Total(Cohort cohort, int pupils, double teachers, double licensed) {

    Total and(Total other) {
        return new Total(
                cohort.and(other.cohort), pupils + other.pupils, teachers + other.teachers, licensed + other.licensed);
    }

    void publish(Figures figures, Period grades, Period staff) {
        Publication publication = Publication.aboveUnits(grades.year());
        figures.ofYearNine(cohort, grades, publication);
        figures.add("gr-pupils", staff, Publication.whole(pupils));
        figures.add("gr-teachers-fte", staff, Publication.decimal(teachers));
        figures.add("gr-teachers-licensed-fte", staff, Publication.decimal(licensed));
        if (teachers > 0) {
            figures.add("gr-pupils-per-teacher", staff, Publication.decimal(pupils / teachers));
            figures.add("gr-teachers-licensed-share-fte", staff, Publication.decimal(100 * licensed / teachers));
        }
    }
}
