package se.samverkan.statistics.demonstration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samverkan.shared.Period;
import se.samverkan.statistics.Figure;
import se.samverkan.statistics.Observation;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.Observation.Subject;

/** Gathers the figures of one subject. */
final class Figures {

    private final Subject subject;
    private final List<Observation> gathered;

    Figures(Subject subject, List<Observation> gathered) {
        this.subject = subject;
        this.gathered = gathered;
    }

    void add(String indicator, Period period, Figure figure) {
        add(indicator, Breakdown.ALL, period, figure, null);
    }

    /** @param n the pupils behind it; told only where there are enough of them to tell of */
    void add(String indicator, Period period, Figure figure, int n, Publication publication) {
        add(indicator, Breakdown.ALL, period, figure, publication.enough(n) ? n : null);
    }

    void add(String indicator, Breakdown breakdown, Period period, Figure figure, @Nullable Integer n) {
        gathered.add(new Observation(subject, indicator, breakdown, period, figure, n));
    }

    /** The figures of year 9: the same for a unit, a municipality and the country. */
    void ofYearNine(Cohort cohort, Period year, Publication publication) {
        int n = cohort.n();
        add("gr9-pupils", year, publication.count(n));
        add("gr9-passed-all", year, publication.share(cohort.passedAll(), n), n, publication);
        add("gr9-eligible-vocational", year, publication.shareHidingFew(cohort.vocational(), n), n, publication);
        add("gr9-eligible-arts", year, publication.shareHidingFew(cohort.arts(), n), n, publication);
        add("gr9-eligible-social", year, publication.shareHidingFew(cohort.social(), n), n, publication);
        add("gr9-eligible-science", year, publication.shareHidingFew(cohort.science(), n), n, publication);
        add("gr9-merit", year, publication.mean(cohort.meritSum(), n), n, publication);
    }
}
