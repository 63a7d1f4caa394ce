package se.samverkan.selection.candidate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import se.samverkan.shared.Period;
import se.samverkan.statistics.PublishedFigures;

/** Which periods there are to choose among, and which a criterion pools. */
@Component
public class Windows {

    private static final int BACKGROUND_YEARS = 3;
    /** A school year's results come in the autumn after it. */
    private static final int MONTHS_BEFORE_RESULTS = 9;

    private final PublishedFigures figures;
    private final CriterionCatalogue catalogue;
    private final Clock clock;

    Windows(PublishedFigures figures, CriterionCatalogue catalogue, Clock clock) {
        this.figures = figures;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * The school years of which there are results, the newest first; staff is published a year ahead of them. Never empty:
     * where there are no results at all it is the school year that ended last.
     */
    public List<Period> schoolYears() {
        TreeSet<Period> years = new TreeSet<>();
        catalogue.forms().stream()
                .flatMap(form -> catalogue.of(form).stream())
                .filter(line -> line.kind().isResult())
                .forEach(line -> years.addAll(figures.periods(line.indicator())));
        years.removeIf(period -> period.kind() != Period.Kind.SCHOOL_YEAR);
        return years.isEmpty()
                ? List.of(Period.schoolYear(
                        LocalDate.now(clock).minusMonths(MONTHS_BEFORE_RESULTS).getYear() - 1))
                : List.copyOf(years.descendingSet());
    }

    /** The periods that a criterion pools, the newest first. */
    public List<Period> of(Criterion criterion) {
        return figures.periods(criterion.indicator()).stream()
                .filter(period -> period.kind() == criterion.lastPeriod().kind())
                .filter(period -> period.compareTo(criterion.lastPeriod()) <= 0)
                .limit(criterion.years())
                .toList();
    }

    /** The years of which the pupils' background counts, the newest first: the three newest up to a school year. */
    List<Period> background(List<String> indicators, Period until) {
        return indicators.stream()
                .flatMap(indicator -> figures.periods(indicator).stream())
                .filter(period -> period.compareTo(until) <= 0)
                .distinct()
                .sorted(java.util.Comparator.reverseOrder())
                .limit(BACKGROUND_YEARS)
                .toList();
    }
}
