package se.samverkan.selection.allotment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.samverkan.selection.allotment.Allotted.Part;
import se.samverkan.selection.candidate.BasisUnit;
import se.samverkan.selection.method.Draw;
import se.samverkan.selection.method.Draw.Pair;
import se.samverkan.selection.method.DrawList;
import se.samverkan.selection.method.DrawList.Entry;
import se.samverkan.selection.method.Utf8;
import se.samverkan.selection.round.RoundView.FormPlaces;

/**
 * Which units a draw is made among, and what its pairs then mean. Those most in need come first, at most so many of one
 * organiser; neighbours in need within a stratum are a pair. As many pairs as there are places are offered support, the
 * pairs with the greatest need first; as many again are drawn as reserves.
 *
 * <p>The list holds whole pairs only and of each stratum the first ones, so the command of the draw, which knows nothing of
 * places, forms the same pairs from it.
 */
final class DrawPlan {

    private static final int WITH_RESERVES = 2;

    private DrawPlan() {}

    /** The units of the list; none when no two can be paired. */
    static List<Entry> entries(
            List<BasisUnit> units, List<FormPlaces> forms, OptionalInt perOrganiser, Grouping grouping) {
        Map<Long, Integer> ofOrganiser = new HashMap<>();
        Set<Long> taken = new HashSet<>();
        List<Entry> entries = new ArrayList<>();
        for (FormPlaces form : forms) {
            List<BasisUnit> eligible = units.stream()
                    .filter(unit -> unit.form().equals(form.form()) && unit.mayBeDrawn())
                    .sorted(BasisUnit.BY_NEED)
                    .filter(unit -> !taken.contains(unit.unit()))
                    .filter(unit -> ofOrganiser.merge(unit.place().organiser(), 1, Integer::sum)
                            <= perOrganiser.orElse(Integer.MAX_VALUE))
                    .toList();
            eligible.forEach(unit -> taken.add(unit.unit()));
            entries.addAll(pairs(eligible, grouping).stream()
                    .limit((long) form.places() * WITH_RESERVES)
                    .flatMap(List::stream)
                    .toList());
        }
        return entries;
    }

    /** The pairs of one form, the greatest need first. */
    private static List<List<Entry>> pairs(List<BasisUnit> eligible, Grouping grouping) {
        Map<String, List<Entry>> strata = eligible.stream()
                .map(unit -> new Entry(
                        unit.key(), grouping.stratum(unit), unit.need().orElseThrow()))
                .sorted(Entry.ORDER)
                .collect(Collectors.groupingBy(Entry::stratum, TreeMap::new, Collectors.toList()));
        List<List<Entry>> pairs = new ArrayList<>();
        for (List<Entry> stratum : strata.values()) {
            for (int place = 0; place + 1 < stratum.size(); place += 2) {
                pairs.add(List.of(stratum.get(place), stratum.get(place + 1)));
            }
        }
        pairs.sort(Comparator.comparing((List<Entry> pair) -> pair.getFirst(), BY_NEED));
        return pairs;
    }

    private static final Comparator<Entry> BY_NEED =
            Comparator.comparing(Entry::index, Comparator.reverseOrder()).thenComparing(Entry::id, Utf8.ORDER);

    /** What the pairs of a draw mean for each unit. */
    static List<Allotted> allotted(Draw draw, DrawList list, List<BasisUnit> units, List<FormPlaces> forms) {
        Map<String, Entry> entries = list.entries().stream().collect(Collectors.toMap(Entry::id, entry -> entry));
        Map<String, BasisUnit> byKey =
                units.stream().collect(Collectors.toMap(unit -> unit.form() + "/" + unit.key(), unit -> unit));
        List<Allotted> allotted = new ArrayList<>();
        for (FormPlaces form : forms) {
            List<Pair> pairs = draw.pairs().stream()
                    .filter(pair -> pair.stratum().startsWith(form.form() + "/"))
                    .sorted(Comparator.comparing(pair -> entries.get(pair.first()), BY_NEED))
                    .toList();
            for (int place = 0; place < pairs.size(); place++) {
                Pair pair = pairs.get(place);
                boolean first = place < form.places();
                allotted.add(of(byKey, form, pair.offered(), place + 1, first ? Part.OFFERED : Part.RESERVE, pair));
                allotted.add(of(
                        byKey,
                        form,
                        pair.comparison(),
                        place + 1,
                        first ? Part.COMPARISON : Part.RESERVE_COMPARISON,
                        pair));
            }
        }
        return allotted;
    }

    private static Allotted of(
            Map<String, BasisUnit> units, FormPlaces form, String key, int position, Part part, Pair pair) {
        BasisUnit unit = java.util.Objects.requireNonNull(units.get(form.form() + "/" + key));
        return new Allotted(unit, position, part, pair.stratum(), java.util.OptionalDouble.empty());
    }
}
