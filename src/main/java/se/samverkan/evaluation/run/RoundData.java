package se.samverkan.evaluation.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samverkan.evaluation.method.MaskedBounds.Range;
import se.samverkan.selection.EvaluableRounds.Allotment;
import se.samverkan.selection.EvaluableRounds.Placed;
import se.samverkan.shared.Period;

/**
 * A round's units as the methods read them: pairs, or a panel. Units lie under other names, and only what is published of them is in
 * it.
 */
final class RoundData {

    private final Allotment allotment;
    private final Design design;
    private final Pseudonyms units;
    private final Pseudonyms matches;

    RoundData(Allotment allotment, Design design, long seed) {
        this.allotment = allotment;
        this.design = design;
        this.units = Pseudonyms.of("u", members().stream().map(Member::name).toList(), seed);
        this.matches =
                Pseudonyms.of("p", allotment.units().stream().map(Placed::match).toList(), seed);
    }

    /**
     * A unit that takes part in the comparison.
     *
     * @param name a name that no other has; never shown
     */
    record Member(long unit, String name, boolean offered) {}

    /** Those offered, and those that the design compares them with. */
    List<Member> members() {
        Stream<Member> placed = allotment.units().stream()
                .filter(each -> design != Design.CANDIDATES || each.offered())
                .map(each -> new Member(each.unit(), each.form() + " " + each.key(), each.offered()));
        Stream<Member> others = design == Design.CANDIDATES
                ? Stream.concat(
                        allotment.units().stream()
                                .filter(each -> !each.offered())
                                .map(each -> new Member(each.unit(), each.form() + " " + each.key(), false)),
                        allotment.candidates().stream().map(unit -> new Member(unit, "candidate " + unit, false)))
                : Stream.empty();
        return Stream.concat(placed, others).toList();
    }

    /** {@code id,pair,offered,outcome,took_part}: the outcome is the change since before the support, empty where it is masked. */
    String pairs(Followed followed) {
        return "id,pair,offered,outcome,took_part\n"
                + allotment.units().stream()
                        .map(each -> String.join(
                                ",",
                                units.of(each.form() + " " + each.key()),
                                matches.of(each.match()),
                                each.offered() ? "1" : "0",
                                followed.isWhole(each.unit())
                                        ? Double.toString(
                                                followed.change(each.unit()).low())
                                        : "",
                                each.took() ? "1" : "0"))
                        .sorted()
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    /** {@code unit,period,outcome,treated_from}: periods by the year that they begin in. */
    String panel(Followed followed) {
        int start = allotment.plan().before().year() + 1;
        List<String> rows = new ArrayList<>();
        for (Member member : members()) {
            for (Period period : followed.periods()) {
                rows.add(String.join(
                        ",",
                        units.of(member.name()),
                        Integer.toString(period.year()),
                        followed.value(member.unit(), period)
                                .map(Object::toString)
                                .orElse(""),
                        member.offered() ? Integer.toString(start) : ""));
            }
        }
        java.util.Collections.sort(rows);
        return "unit,period,outcome,treated_from\n" + String.join("\n", rows) + "\n";
    }

    /** The differences within pairs, with what is masked as wide as it can be; pairs with a half of their own are left out. */
    List<Range> differences(Followed followed) {
        return byMatch().stream()
                .map(pair -> followed.change(pair.getFirst().unit())
                        .less(followed.change(pair.getLast().unit())))
                .toList();
    }

    /** The differences that are known. */
    double[] known(Followed followed) {
        return byMatch().stream()
                .filter(pair -> pair.stream().allMatch(each -> followed.isWhole(each.unit())))
                .mapToDouble(pair -> followed.change(pair.getFirst().unit()).low()
                        - followed.change(pair.getLast().unit()).low())
                .toArray();
    }

    /** Whole pairs, who was offered first. */
    private List<List<Placed>> byMatch() {
        return allotment.units().stream()
                .collect(Collectors.groupingBy(Placed::match, java.util.TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(pair -> pair.size() == 2
                        && pair.getFirst().offered() != pair.getLast().offered())
                .map(pair -> pair.getFirst().offered() ? pair : pair.reversed())
                .toList();
    }

    /** The changes of those offered, or of the others. */
    List<Range> changes(Followed followed, boolean offered) {
        return members().stream()
                .filter(member -> member.offered() == offered)
                .map(member -> followed.change(member.unit()))
                .toList();
    }

    /** The changes that are known. */
    double[] knownChanges(Followed followed, boolean offered) {
        return members().stream()
                .filter(member -> member.offered() == offered && followed.isWhole(member.unit()))
                .mapToDouble(member -> followed.change(member.unit()).low())
                .toArray();
    }

    int count(boolean offered) {
        return (int)
                members().stream().filter(member -> member.offered() == offered).count();
    }

    List<Long> ids() {
        return members().stream().map(Member::unit).distinct().toList();
    }
}
