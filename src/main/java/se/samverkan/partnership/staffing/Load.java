package se.samverkan.partnership.staffing;

import java.util.List;
import java.util.stream.IntStream;
import se.samverkan.access.Role;
import se.samverkan.shared.Period;

/**
 * How much somebody has to do as a facilitator or an analyst.
 *
 * @param cases the live partnerships that the person has the role in, now or soon
 */
record Load(long person, String name, Role role, List<Part> cases) {

    /**
     * A part in one partnership, term by term.
     *
     * @param organiser what the organiser is called
     * @param first the first term of it
     * @param last the last term of it: that of the last day, or the one in which the partnership is planned to end
     */
    record Part(long partnership, String organiser, Period first, Period last) {

        boolean isIn(Period term) {
            return first.termsUntil(term) >= 0 && term.termsUntil(last) >= 0;
        }
    }

    long in(Period term) {
        return cases.stream()
                .filter(each -> each.isIn(term))
                .map(Part::partnership)
                .distinct()
                .count();
    }

    /** So many terms from one on. */
    static List<Period> terms(Period first, int count) {
        return IntStream.range(0, count).mapToObj(first::plusTerms).toList();
    }

    /** In how many partnerships. */
    long count() {
        return cases.stream().map(Part::partnership).distinct().count();
    }
}
