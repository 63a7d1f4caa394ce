package se.samverkan.selection.method;

import java.util.ArrayList;
import java.util.List;
import se.samverkan.selection.method.DrawList.Entry;

/**
 * The lot: neighbours in need form a pair within their stratum, and of each pair one is offered support. It is bound to a
 * seed whose checksum was published before the list was frozen, so nobody could choose the outcome, and anyone can repeat
 * it by hand.
 *
 * <p>For a pair (A, B) the lowest bit of the last byte of HMAC-SHA-256(seed, {@code stratum|A|B}) decides: 0 offers A, 1
 * offers B. The paired design is that of AEA registry 16314; HMAC is RFC 2104. See docs/methods/draw.md.
 *
 * @param seedSha256 what committed to the seed
 * @param listSha256 what the list was published with
 * @param pairs in the order of the draw: strata by their UTF-8 bytes, then by need
 * @param unpaired the ids of odd last ones, one at most of each stratum, in the same order
 */
public record Draw(String seedSha256, String listSha256, List<Pair> pairs, List<String> unpaired) {

    /** Keeps copies of its lists. */
    public Draw {
        pairs = List.copyOf(pairs);
        unpaired = List.copyOf(unpaired);
    }

    /**
     * Two neighbours, of whom one is offered support and the other is its comparison unit.
     *
     * @param stratum of both
     * @param first the id with the greater need, or the lower id
     * @param second the other id
     * @param offered one of the two ids
     */
    public record Pair(String stratum, String first, String second, String offered) {

        private static Pair drawn(Entry first, Entry second, Seed seed) {
            byte[] code = seed.hmac(first.stratum() + '|' + first.id() + '|' + second.id());
            boolean offersSecond = (code[code.length - 1] & 1) == 1;
            return new Pair(first.stratum(), first.id(), second.id(), offersSecond ? second.id() : first.id());
        }

        /** The id that is not offered support now. */
        public String comparison() {
            return offered.equals(first) ? second : first;
        }
    }

    /** Draws from a list with a seed; the same two always give the same answer. */
    public static Draw of(DrawList list, Seed seed) {
        List<Pair> pairs = new ArrayList<>();
        List<String> unpaired = new ArrayList<>();
        for (List<Entry> stratum : list.strata()) {
            for (int i = 0; i + 1 < stratum.size(); i += 2) {
                pairs.add(Pair.drawn(stratum.get(i), stratum.get(i + 1), seed));
            }
            if (stratum.size() % 2 == 1) {
                unpaired.add(stratum.getLast().id());
            }
        }
        return new Draw(seed.sha256(), list.sha256(), pairs, unpaired);
    }
}
