package se.samverkan.selection.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import se.samverkan.selection.allotment.AllotmentView;
import se.samverkan.selection.allotment.Allotted;
import se.samverkan.selection.allotment.Allotted.Part;

/**
 * Who is to be offered support now: those whom the decision names, less those who will not take part, and the reserves that
 * have taken their places, in the order of the allotment.
 *
 * @param allotment what was decided on
 * @param replacements the units that were left out, in the order in which it happened
 * @param perOrganiser the most units of one organiser, where that is limited
 */
public record OfferList(AllotmentView allotment, List<Replacement> replacements, OptionalInt perOrganiser) {

    /** Why a unit that was to be offered support is not, or takes no part. */
    public enum Reason {
        DECLINED,
        CLOSING,
        MERGER,
        OTHER_SUPPORT,
        OTHER
    }

    /**
     * A unit that will not take part after all.
     *
     * @param unit its id
     * @param note more in words, empty where nothing
     * @param reserve the id of the unit that took its place; empty where no reserve was left
     */
    public record Replacement(long unit, Reason reason, String note, Optional<Long> reserve, String by, Instant at) {}

    /** The units of a form that are to be offered support now. */
    List<Allotted> standing(String form) {
        Set<Long> gone = replacements.stream().map(Replacement::unit).collect(Collectors.toSet());
        return of(form, each -> (each.part() == Part.OFFERED || isCalled(each)) && !gone.contains(id(each)));
    }

    /** The reserves of a form that have not been taken in, in order. */
    List<Allotted> waiting(String form) {
        return of(form, each -> each.part() == Part.RESERVE && !isCalled(each));
    }

    /** The reserve that takes the place of a unit that leaves: the first whose organiser then has room. */
    Optional<Allotted> next(Allotted leaving) {
        return waiting(leaving.unit().form()).stream()
                .filter(reserve -> hasRoom(reserve, leaving))
                .findFirst();
    }

    private boolean hasRoom(Allotted reserve, Allotted leaving) {
        long organiser = reserve.unit().place().organiser();
        long others = allotment.units().stream()
                .map(each -> each.unit().form())
                .distinct()
                .flatMap(form -> standing(form).stream())
                .filter(each -> each.unit().place().organiser() == organiser && id(each) != id(leaving))
                .count();
        return others < perOrganiser.orElse(Integer.MAX_VALUE);
    }

    /** The place of a unit among those of its form and part, from 1: by lot the pairs of reserves are numbered on from the places. */
    int order(Allotted unit) {
        return of(unit.unit().form(), each -> each.part() == unit.part()).indexOf(unit) + 1;
    }

    /** How it came that a unit was left out, where it was. */
    Optional<Replacement> replacement(Allotted unit) {
        return replacements.stream().filter(each -> each.unit() == id(unit)).findFirst();
    }

    /** A unit of the allotment by its id. */
    Optional<Allotted> find(long unit) {
        return allotment.units().stream().filter(each -> id(each) == unit).findFirst();
    }

    boolean isCalled(Allotted unit) {
        return replacements.stream().anyMatch(each -> each.reserve().equals(Optional.of(id(unit))));
    }

    private List<Allotted> of(String form, Predicate<Allotted> which) {
        return allotment.units().stream()
                .filter(each -> each.unit().form().equals(form) && which.test(each))
                .sorted(java.util.Comparator.comparing(Allotted::part).thenComparing(Allotted::position))
                .toList();
    }

    private static long id(Allotted unit) {
        return unit.unit().unit();
    }
}
