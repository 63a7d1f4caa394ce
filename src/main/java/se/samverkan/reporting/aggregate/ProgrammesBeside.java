package se.samverkan.reporting.aggregate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import se.samverkan.reporting.aggregate.ReadTogether.Leak;
import se.samverkan.reporting.aggregate.ReadTogether.Standing;
import se.samverkan.reporting.aggregate.Trial.Remainder;
import se.samverkan.statistics.disclosure.Masking.Finding;
import se.samverkan.statistics.disclosure.WholeAndParts;
import se.samverkan.statistics.disclosure.WholeAndParts.Table;

/**
 * A table of a programme beside those of the programmes that it is a part of or has as parts: an organiser's cases are its office's too.
 * An office's is tried with the newest of all its organisers at once, and with each older one; an organiser's with each of its office's,
 * together with the newest of the other organisers.
 */
record ProgrammesBeside(long organisation, List<Related> related) {

    /** A whole and its parts; the one that is tried is in no table that can be read yet. */
    private record Family(List<Optional<Related>> members, Table tried, Topic topic) {

        /** What it gives away, less what the others give away without it. */
        Trial trial() {
            Trial found = found();
            Trial before = members.getFirst().isPresent()
                    ? new Family(members.stream().filter(Optional::isPresent).toList(), tried, topic).found()
                    : new Trial(List.of(), List.of(), List.of());
            return new Trial(
                    found.findings(),
                    without(found.leaks(), before.leaks()),
                    without(found.remainders(), before.remainders()));
        }

        private static <T> List<T> without(List<T> found, List<T> before) {
            return found.stream().filter(each -> !before.contains(each)).toList();
        }

        private Trial found() {
            List<Table> tables = members.stream()
                    .map(each -> each.map(Related::table).orElse(tried))
                    .toList();
            WholeAndParts together =
                    new WholeAndParts(tables.getFirst(), tables.subList(1, tables.size()), topic.rule());
            List<Finding> findings = new ArrayList<>();
            List<Leak> leaks = new ArrayList<>();
            for (int at = 0; at < members.size(); at++) {
                List<Finding> narrow = together.findings(at);
                members.get(at)
                        .ifPresentOrElse(
                                other -> narrow.forEach(each -> leaks.add(new Leak(other.standing(), each.place()))),
                                () -> findings.addAll(narrow));
            }
            return new Trial(
                    findings,
                    leaks,
                    together.leftOver().stream()
                            .map(each -> new Remainder(
                                    each.left().place(), beside(each.left().without())))
                            .toList());
        }

        /** The tables besides the one that is tried which it takes to work it out. */
        private List<Standing> beside(List<Integer> without) {
            return Stream.concat(Stream.of(0), without.stream())
                    .flatMap(at -> members.get(at).stream())
                    .map(Related::standing)
                    .toList();
        }
    }

    /** What a table would give away together with them, and they of it. */
    Trial trial(Topic topic, Table tried) {
        List<Trial> trials = topic.isOfParts()
                ? families(topic, tried).stream().map(Family::trial).toList()
                : List.of();
        return new Trial(all(trials, Trial::findings), all(trials, Trial::leaks), all(trials, Trial::remainders));
    }

    private static <T> List<T> all(List<Trial> trials, Function<Trial, List<T>> of) {
        return trials.stream()
                .flatMap(each -> of.apply(each).stream())
                .distinct()
                .toList();
    }

    /** The tables that it would be tried with. */
    List<Standing> beside(Topic topic) {
        return related.stream()
                .filter(each -> topic.isOfParts() && each.isOf(topic))
                .map(Related::standing)
                .toList();
    }

    private List<Family> families(Topic topic, Table tried) {
        List<Family> families = new ArrayList<>();
        List<Related> own = parts(topic, organisation);
        Collection<Related> newest = newest(own);
        if (!newest.isEmpty()) {
            families.add(family(topic, tried, Optional.empty(), newest));
        }
        own.stream()
                .filter(each -> !newest.contains(each))
                .map(each -> family(topic, tried, Optional.empty(), List.of(each)))
                .forEach(families::add);
        related.stream()
                .filter(each -> each.isWhole() && each.isOf(topic))
                .map(whole -> family(topic, tried, Optional.of(whole), newest(parts(topic, whole.office()))))
                .forEach(families::add);
        return families;
    }

    /** Where there is no whole yet, the one that is tried is it; else it is the first part. */
    private static Family family(Topic topic, Table tried, Optional<Related> whole, Collection<Related> parts) {
        List<Optional<Related>> members = new ArrayList<>();
        members.add(whole);
        if (whole.isPresent()) {
            members.add(Optional.empty());
        }
        parts.forEach(each -> members.add(Optional.of(each)));
        return new Family(members, tried, topic);
    }

    private List<Related> parts(Topic topic, long office) {
        return related.stream()
                .filter(each -> each.isOf(topic) && each.office() == office && !each.isWhole())
                .toList();
    }

    /** The last of each organisation. */
    private static Collection<Related> newest(List<Related> inOrder) {
        Map<Long, Related> newest = new LinkedHashMap<>();
        inOrder.forEach(each -> newest.put(each.organisation(), each));
        return newest.values();
    }
}
