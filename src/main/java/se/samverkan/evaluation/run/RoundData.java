package se.samverkan.evaluation.run;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samverkan.evaluation.method.MaskedBounds.Range;
import se.samverkan.selection.EvaluableRounds.Allotment;
import se.samverkan.selection.EvaluableRounds.Placed;
import se.samverkan.selection.EvaluableRounds.Plan;
import se.samverkan.selection.EvaluableRounds.Subgroup;
import se.samverkan.selection.EvaluableRounds.Threshold;
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

    private final Pseudonyms organisers;

    private RoundData(Allotment allotment, List<Allotment> joined, Design design, long seed) {
        this.allotment = allotment;
        this.joined = joined;
        this.design = design;
        this.units = Pseudonyms.of(
                "u",
                Stream.concat(
                                members().stream().map(Member::unit),
                                allotment.units().stream().map(Placed::unit))
                        .map(RoundData::key)
                        .toList(),
                seed);
        this.matches =
                Pseudonyms.of("p", allotment.units().stream().map(Placed::match).toList(), seed);
        this.organisers = Pseudonyms.of(
                "o",
                allotment.units().stream().map(each -> key(each.organiser())).toList(),
                seed);
    }

    private RoundData(RoundData whole, Allotment part) {
        this.allotment = part;
        this.joined = List.of(part);
        this.design = whole.design;
        this.units = whole.units;
        this.matches = whole.matches;
        this.organisers = whole.organisers;
    }

    private static String key(long id) {
        return "%019d".formatted(id);
    }

    static RoundData of(List<Allotment> rounds, RunView run) {
        Allotment own = rounds.stream()
                .filter(each -> each.round().id() == run.round())
                .findFirst()
                .orElseThrow();
        return new RoundData(own, rounds, run.design(), run.seed());
    }

    /** The same of some of its units, under the same other names; only of one round. */
    RoundData among(Set<Long> some) {
        Allotment part = new Allotment(
                allotment.round(),
                allotment.plan(),
                allotment.units().stream()
                        .filter(each -> some.contains(each.unit()))
                        .toList(),
                allotment.candidates().stream().filter(some::contains).toList(),
                allotment.subgroups(),
                allotment
                        .threshold()
                        .map(threshold -> new Threshold(
                                threshold.at(),
                                threshold.scores().entrySet().stream()
                                        .filter(each -> some.contains(each.getKey()))
                                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))));
        return new RoundData(this, part);
    }

    /** The divisions of the units that the plan of the round names. */
    List<Subgroup> subgroups() {
        return allotment.subgroups();
    }

    /**
     * A unit that takes part in the comparison.
     *
     * @param start the year in which the first school year with support begins, or would have
     */
    record Member(long unit, boolean offered, int start) {}

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
                own.hypothesis(),
                own.dose());
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
        return design.joinsRounds()
                ? ofSeveral()
                : allotment
                        .threshold()
                        .filter(any -> design == Design.THRESHOLD)
                        .map(this::besideThreshold)
                        .orElseGet(this::ofOne);
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
                            new Member(each.unit(), true, start),
                            (one, other) -> one.start() <= other.start() ? one : other));
        }
        joined.stream()
                .flatMap(round -> Stream.concat(
                        round.units().stream().filter(each -> !each.offered()).map(Placed::unit),
                        round.candidates().stream()))
                .forEach(unit -> members.putIfAbsent(
                        unit, new Member(unit, false, plan().before().year() + 1)));
        return List.copyOf(members.values());
    }

    private static int start(Allotment round) {
        return round.plan().before().year() + 1;
    }

    private List<Member> ofOne() {
        int start = start(allotment);
        Stream<Member> placed = allotment.units().stream()
                .filter(each -> design != Design.CANDIDATES || each.offered())
                .map(each -> new Member(each.unit(), each.offered(), start));
        Stream<Member> others = design == Design.CANDIDATES
                ? Stream.concat(
                                allotment.units().stream()
                                        .filter(each -> !each.offered())
                                        .map(Placed::unit),
                                allotment.candidates().stream())
                        .map(unit -> new Member(unit, false, start))
                : Stream.empty();
        return Stream.concat(placed, others).toList();
    }

    /** All of which the threshold decided, as it decided. */
    private List<Member> besideThreshold(Threshold threshold) {
        int start = start(allotment);
        return threshold.scores().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> new Member(each.getKey(), each.getValue().compareTo(threshold.at()) >= 0, start))
                .toList();
    }

    Allotment allotment() {
        return allotment;
    }

    /** The other name of a unit. */
    String name(long unit) {
        return units.of(key(unit));
    }

    /** The other name of what a unit shares with the one that it is compared with. */
    String match(Placed placed) {
        return matches.of(placed.match());
    }

    /** The other name of whose it was. */
    String organiser(Placed placed) {
        return organisers.of(key(placed.organiser()));
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
