package se.samverkan.evaluation.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samverkan.evaluation.method.MaskedBounds.Range;
import se.samverkan.selection.EvaluableRounds.Allotment;
import se.samverkan.selection.EvaluableRounds.Placed;
import se.samverkan.selection.EvaluableRounds.Plan;
import se.samverkan.shared.Period;

/**
 * The units of a round, or of several, as the methods read them: pairs, or a panel. Units lie under other names, and only what is
 * published of them is in it.
 */
final class RoundData {

    private final Allotment allotment;
    private final List<Allotment> joined;
    private final Design design;
    private final Pseudonyms units;
    private final Pseudonyms matches;

    private RoundData(Allotment allotment, List<Allotment> joined, Design design, long seed) {
        this.allotment = allotment;
        this.joined = joined;
        this.design = design;
        this.units = Pseudonyms.of("u", members().stream().map(Member::name).toList(), seed);
        this.matches =
                Pseudonyms.of("p", allotment.units().stream().map(Placed::match).toList(), seed);
    }

    static RoundData of(List<Allotment> rounds, RunView run) {
        Allotment own = rounds.stream()
                .filter(each -> each.round().id() == run.round())
                .findFirst()
                .orElseThrow();
        return new RoundData(own, rounds, run.design(), run.seed());
    }

    /**
     * A unit that takes part in the comparison.
     *
     * @param name a name that no other has; never shown
     * @param start the year in which the first school year with support begins, or would have
     */
    record Member(long unit, String name, boolean offered, int start) {}

    /** What is followed: as the plan of the round says, or from the first start of several rounds to the last year of any. */
    Plan plan() {
        Plan own = allotment.plan();
        Period first = joined.stream()
                .map(each -> each.plan().before())
                .min(Comparator.naturalOrder())
                .orElse(own.before());
        int until = joined.stream()
                .mapToInt(each -> each.plan().before().year() + each.plan().yearsAfter())
                .max()
                .orElse(first.year() + own.yearsAfter());
        return new Plan(
                own.version(),
                own.checksum(),
                own.lockedAt(),
                own.outcomes(),
                first,
                until - first.year(),
                own.hypothesis());
    }

    /** Whether units began in different years, so that no period lies before the support of all and the next one after it. */
    boolean startsApart() {
        return members().stream()
                        .filter(Member::offered)
                        .map(Member::start)
                        .distinct()
                        .count()
                > 1;
    }

    /** Those offered, and those that the design compares them with. */
    List<Member> members() {
        return design.joinsRounds() ? ofSeveral() : ofOne();
    }

    /** Each unit once: from its first offer, or as one that was never offered support in any of the rounds. */
    private List<Member> ofSeveral() {
        Map<Long, Member> members = new TreeMap<>();
        for (Allotment round : joined) {
            int start = start(round);
            round.units().stream()
                    .filter(Placed::offered)
                    .forEach(each -> members.merge(
                            each.unit(),
                            new Member(each.unit(), "unit " + each.unit(), true, start),
                            (one, other) -> one.start() <= other.start() ? one : other));
        }
        joined.stream()
                .flatMap(round -> Stream.concat(
                        round.units().stream().filter(each -> !each.offered()).map(Placed::unit),
                        round.candidates().stream()))
                .forEach(unit -> members.putIfAbsent(
                        unit,
                        new Member(unit, "unit " + unit, false, plan().before().year() + 1)));
        return List.copyOf(members.values());
    }

    private static int start(Allotment round) {
        return round.plan().before().year() + 1;
    }

    private List<Member> ofOne() {
        int start = start(allotment);
        Stream<Member> placed = allotment.units().stream()
                .filter(each -> design != Design.CANDIDATES || each.offered())
                .map(each -> new Member(each.unit(), each.form() + " " + each.key(), each.offered(), start));
        Stream<Member> others = design == Design.CANDIDATES
                ? Stream.concat(
                        allotment.units().stream()
                                .filter(each -> !each.offered())
                                .map(each -> new Member(each.unit(), each.form() + " " + each.key(), false, start)),
                        allotment.candidates().stream()
                                .map(unit -> new Member(unit, "candidate " + unit, false, start)))
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
                        member.offered() ? Integer.toString(member.start()) : ""));
            }
        }
        rows.sort(Comparator.naturalOrder());
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
                .collect(Collectors.groupingBy(Placed::match, TreeMap::new, Collectors.toList()))
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
