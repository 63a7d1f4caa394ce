package se.samverkan.selection.candidate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samverkan.selection.candidate.CriterionCatalogue.Line;
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
        Set<String> results = catalogue.forms().stream()
                .flatMap(form -> catalogue.of(form).stream())
                .filter(line -> line.kind().isResult())
                .map(Line::indicator)
                .collect(Collectors.toSet());
        figures.periods(results).values().forEach(years::addAll);
        years.removeIf(period -> period.kind() != Period.Kind.SCHOOL_YEAR);
        return years.isEmpty()
                ? List.of(Period.schoolYear(
                        LocalDate.now(clock).minusMonths(MONTHS_BEFORE_RESULTS).getYear() - 1))
                : List.copyOf(years.descendingSet());
    }

    /** The periods that a criterion pools, the newest first. */
    public List<Period> of(Criterion criterion) {
        return of(List.of(criterion)).getOrDefault(criterion, List.of());
    }

    /** The periods that each of several criteria pools. */
    Map<Criterion, List<Period>> of(Collection<Criterion> criteria) {
        Map<String, List<Period>> known =
                figures.periods(criteria.stream().map(Criterion::indicator).collect(Collectors.toSet()));
        return criteria.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        criterion -> known.getOrDefault(criterion.indicator(), List.of()).stream()
                                .filter(period ->
                                        period.kind() == criterion.lastPeriod().kind())
                                .filter(period -> period.compareTo(criterion.lastPeriod()) <= 0)
                                .limit(criterion.years())
                                .toList(),
                        (one, same) -> one));
    }

    /** The years of which the pupils' background counts, the newest first: the three newest up to a school year. */
    List<Period> background(List<String> indicators, Period until) {
        return figures.periods(indicators).values().stream()
                .flatMap(List::stream)
                .filter(period -> period.compareTo(until) <= 0)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(BACKGROUND_YEARS)
                .toList();
    }
}
