package se.samverkan.statistics.demonstration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import se.samverkan.shared.Period;
import se.samverkan.statistics.Observation;
import se.samverkan.statistics.Observation.Subject.OfCountry;
import se.samverkan.statistics.Observation.Subject.OfMunicipality;
import se.samverkan.statistics.Observation.Subject.OfUnit;

/**
 * All that the invented agency publishes in one year, municipality by municipality, and last the country. Municipality
 * and country are added up from the same pupils and teachers as the units' figures.
 *
 * <p>As with Skolverket, the figures of staff and of pupils in the autumn are a school year ahead of the grades.
 */
final class YearOfFigures {

    static final int FIRST_YEAR = 2015;
    static final int YEARS = 10;

    private final Country country;
    private final int index;
    private final Period grades;
    private final Period staff;
    private final Map<String, Total> inCountry = new LinkedHashMap<>();

    /** @param index the year, from 0 for the first to {@link #YEARS} - 1 */
    YearOfFigures(Country country, int index) {
        this.country = country;
        this.index = index;
        this.grades = Period.schoolYear(FIRST_YEAR + index);
        this.staff = grades.next();
    }

    int index() {
        return index;
    }

    Period grades() {
        return grades;
    }

    /**
     * The observations, made as they are asked for; may be walked once.
     *
     * @param made is told each municipality that has been made
     */
    Stream<Observation> observations(Consumer<Town> made) {
        return Stream.concat(
                country.towns().stream().flatMap(town -> ofTown(town, made).stream()),
                Stream.of(inCountry).flatMap(totals -> ofCountry(totals).stream()));
    }

    private List<Observation> ofTown(Town town, Consumer<Town> made) {
        List<Observation> gathered = new ArrayList<>();
        Map<String, Total> totals = new LinkedHashMap<>();
        for (School school : country.schools(town)) {
            Figures figures = new Figures(new OfUnit(school.key()), gathered);
            switch (school.kind()) {
                case COMPULSORY -> {
                    Total total = new CompulsoryYear(school, country.seed(), index, grades, staff).publish(figures);
                    totals.merge("ALL", total, Total::and);
                    totals.merge(school.owner().type(), total, Total::and);
                }
                case UPPER_SECONDARY ->
                    new UpperSecondaryYear(school, country.seed(), index, grades, staff).publish(figures);
                case PRESCHOOL -> new PreschoolYear(school, country.seed(), index).publish(figures);
            }
        }
        totals.forEach((type, total) -> {
            total.publish(new Figures(new OfMunicipality(town.code(), type), gathered), grades, staff);
            inCountry.merge(type, total, Total::and);
        });
        made.accept(town);
        return gathered;
    }

    private List<Observation> ofCountry(Map<String, Total> totals) {
        List<Observation> gathered = new ArrayList<>();
        totals.forEach((type, total) -> total.publish(new Figures(new OfCountry(type), gathered), grades, staff));
        return gathered;
    }
}
