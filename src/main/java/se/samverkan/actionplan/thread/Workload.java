package se.samverkan.actionplan.thread;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.actionplan.content.PlanParts;
import se.samverkan.shared.Period;

/** What a plan asks of people, term by term: hours in all, and what each one is responsible for. */
public final class Workload {

    private Workload() {}

    /**
     * What one person is responsible for.
     *
     * @param person the person's id; empty for what nobody is responsible for
     * @param all how many interventions in all
     * @param each how many in each term, in the order of the terms
     */
    public record Share(OptionalLong person, int all, List<Long> each) {}

    /** The hours of the staff in each term. */
    public static Map<Period, Double> hours(PlanParts parts, List<Period> terms) {
        Map<Period, Double> hours = new LinkedHashMap<>();
        terms.forEach(term -> hours.put(
                term,
                parts.of(PlanPartKind.INTERVENTION).stream()
                        .filter(each -> each.goesOnIn(term))
                        .mapToDouble(each -> each.number(PlanField.HOURS).orElse(0))
                        .sum()));
        return hours;
    }

    /** What each person is responsible for; those with most first, nobody last. */
    public static List<Share> shares(PlanParts parts, List<Period> terms) {
        Map<OptionalLong, List<PlanPart>> held = parts.of(PlanPartKind.INTERVENTION).stream()
                .collect(Collectors.groupingBy(
                        each -> each.reference(PlanField.RESPONSIBLE), LinkedHashMap::new, Collectors.toList()));
        List<Share> shares = new ArrayList<>();
        held.forEach((person, theirs) -> shares.add(new Share(
                person,
                theirs.size(),
                terms.stream()
                        .map(term -> theirs.stream()
                                .filter(each -> each.goesOnIn(term))
                                .count())
                        .toList())));
        shares.sort((one, other) -> one.person().isPresent() == other.person().isPresent()
                ? Integer.compare(other.all(), one.all())
                : Boolean.compare(other.person().isPresent(), one.person().isPresent()));
        return shares;
    }
}
