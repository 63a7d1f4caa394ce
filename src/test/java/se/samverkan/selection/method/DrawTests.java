package se.samverkan.selection.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samverkan.selection.method.Draw.Pair;
import se.samverkan.selection.method.DrawList.Entry;
import se.samverkan.shared.Refusal;

/**
 * The example of docs/methods/draw.md, computed with OpenSSL and not with this code:
 *
 * <pre>
 * seed=000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
 * printf $seed | xxd -r -p | sha256sum                                                              630dcd29…10dd
 * sha256sum list.csv                                                                                5104488f…54ab
 * printf 'Grundskola|A1|A10' | openssl dgst -sha256 -mac HMAC -macopt hexkey:$seed                  55ef…dc70  even: A1
 * printf 'Grundskola|A2|Åsa' | openssl …                                                            4580…13d9  odd: Åsa
 * printf 'Zorn|y|x' | openssl …                                                                     c3d2…ef16  even: y
 * printf 'Åk 9|B|Ö1' | openssl …                                                                    9d30…bde6  even: B
 * </pre>
 */
class DrawTests {

    private static final Seed SEED = Seed.of("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    private static final String LIST = """
            id,stratum,index
            A1,Grundskola,1.1
            A10,Grundskola,1.10
            A2,Grundskola,0.5
            Åsa,Grundskola,0.5
            Zeta,Grundskola,-3
            Ö1,Åk 9,2
            B,Åk 9,1e1
            x,Zorn,1
            y,Zorn,2
            """;

    @Test
    void agreesWithTheExampleDoneByHand() {
        Draw draw = Draw.of(read(LIST), SEED);

        assertThat(draw.seedSha256()).isEqualTo("630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd");
        assertThat(draw.listSha256()).isEqualTo("5104488f74e3ce838371ffb4cbb20365b949e07f05ae1b0ec079202c75de54ab");
        assertThat(draw.pairs())
                .containsExactly(
                        new Pair("Grundskola", "A1", "A10", "A1"),
                        new Pair("Grundskola", "A2", "Åsa", "Åsa"),
                        new Pair("Zorn", "y", "x", "y"),
                        new Pair("Åk 9", "B", "Ö1", "B"));
        assertThat(draw.unpaired()).containsExactly("Zeta");
    }

    @Test
    void callsTheOtherOfAPairItsComparisonUnit() {
        assertThat(new Pair("s", "A", "B", "A").comparison()).isEqualTo("B");
        assertThat(new Pair("s", "A", "B", "B").comparison()).isEqualTo("A");
    }

    @Test
    void pairsTheSameWhateverTheOrderOfTheRowsButTheListIsAnother() {
        String reversed = "id,stratum,index\n"
                + LIST.lines()
                        .skip(1)
                        .sorted(java.util.Comparator.reverseOrder())
                        .collect(Collectors.joining("\n"));
        Draw draw = Draw.of(read(reversed), SEED);

        assertThat(draw.pairs()).isEqualTo(Draw.of(read(LIST), SEED).pairs());
        assertThat(draw.listSha256()).isNotEqualTo(read(LIST).sha256());
    }

    /** In UTF-8: Z 5a, a 61, ä c3a4, å c3a5, ö c3b6, U+FFFD efbfbd, an emoji f0…. Swedes sort å ä ö, Java the emoji first. */
    @Test
    void ordersIdsByTheirBytes() {
        List<String> ids = List.of("Z", "Za", "a", "ä", "å", "ö", "\uFFFD", "😀");
        String list = "id,stratum,index\n"
                + ids.reversed().stream().map(id -> id + ",s,0\n").collect(Collectors.joining());

        assertThat(Draw.of(read(list), SEED).pairs())
                .extracting(Pair::first, Pair::second)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Z", "Za"),
                        org.assertj.core.groups.Tuple.tuple("a", "ä"),
                        org.assertj.core.groups.Tuple.tuple("å", "ö"),
                        org.assertj.core.groups.Tuple.tuple("\uFFFD", "😀"));
    }

    @Test
    void ordersStrataByTheirBytesAndLeavesOneOfEachOdd() {
        Draw draw = Draw.of(read("id,stratum,index\n1,ö,0\n2,å,0\n3,ä,0\n4,z,0\n5,Z,0\n"), SEED);

        assertThat(draw.pairs()).isEmpty();
        assertThat(draw.unpaired()).containsExactly("5", "4", "3", "2", "1");
    }

    @Test
    void comparesIndexesAsExactDecimals() {
        // As binary fractions the two would be the same number, and the id would decide.
        Draw draw = Draw.of(read("id,stratum,index\na,s,0.10000000000000000001\nb,s,0.10000000000000000002\n"), SEED);

        assertThat(draw.pairs().getFirst().first()).isEqualTo("b");
    }

    @Test
    void offersAboutHalfOfTheFirst() {
        String list = "id,stratum,index\n"
                + IntStream.range(0, 2000).mapToObj(i -> i + ",s,0\n").collect(Collectors.joining());
        long firsts = Draw.of(read(list), SEED).pairs().stream()
                .filter(pair -> pair.offered().equals(pair.first()))
                .count();

        assertThat(firsts).isBetween(437L, 563L);
    }

    @Test
    void readsTheListThatItWrites() {
        List<Entry> entries = List.of(
                new Entry("b,1", "Åk \"9\"", new BigDecimal("1E+1")),
                new Entry("a;2", "Åk \"9\"", new BigDecimal("-0.50")),
                new Entry("c", "F", new BigDecimal("0.000000001")));
        byte[] file = DrawList.write(entries);

        assertThat(DrawList.read(file).entries())
                .containsExactly(entries.get(2), new Entry("b,1", "Åk \"9\"", new BigDecimal("10")), entries.get(1));
        assertThat(DrawList.write(entries.reversed())).isEqualTo(file);
    }

    @Test
    void readsSemicolonsDecimalCommasAndAByteOrderMark() {
        assertThat(read("\uFEFFid;stratum;index\r\na;s;1,5\r\n").entries())
                .containsExactly(new Entry("a", "s", new BigDecimal("1.5")));
    }

    @Test
    void refusesASeedThatCouldBeGuessedOrIsMiswritten() {
        assertRefusal(() -> Seed.of("00".repeat(31)), "refusal.draw.seed-short", 31, 32);
        assertRefusal(() -> Seed.of(""), "refusal.draw.seed-short", 0, 32);
        assertRefusal(() -> Seed.of("0g".repeat(32)), "refusal.draw.seed-hex");
        assertRefusal(() -> Seed.of("0".repeat(65)), "refusal.draw.seed-hex");
        assertThat(Seed.of("AB".repeat(33)).reveal()).isEqualTo("ab".repeat(33));
    }

    @Test
    void keepsSeedsOutOfSentences() {
        Seed seed = Seed.of("0f".repeat(32));

        assertThat(Seed.of(seed.reveal()).sha256()).isEqualTo(seed.sha256());
        assertThat(seed.toString()).doesNotContain(seed.reveal());
    }

    @Test
    void refusesTheBorderSignInAnIdOrAStratum() {
        assertRefusal(() -> read("id,stratum,index\na,s,1\nb|c,s,1\n"), "refusal.draw.border", 3, "b|c");
        assertRefusal(() -> read("id,stratum,index\na,s|t,1\n"), "refusal.draw.border", 2, "s|t");
        assertRefusal(
                () -> DrawList.write(List.of(new Entry("b|c", "s", BigDecimal.ONE))), "refusal.draw.border", 2, "b|c");
    }

    @Test
    void refusesAnIdThatStandsTwiceEvenInTwoStrata() {
        assertRefusal(() -> read("id,stratum,index\na,s,1\nb,s,1\na,t,2\n"), "refusal.list.id-twice", 4, "a", 2);
        Entry twin = new Entry("a", "s", BigDecimal.ONE);
        assertRefusal(() -> DrawList.write(List.of(twin, twin)), "refusal.list.id-twice", 3, "a", 2);
    }

    @Test
    void refusesColumnsThatItDoesNotKnowMissesOrSeesTwice() {
        String all = "id, stratum, index";
        assertRefusal(() -> read("id,stratum,index,name\na,s,1,x\n"), "refusal.list.column-unknown", "name", all);
        assertRefusal(() -> read("id,stratum\na,s\n"), "refusal.list.column-missing", "index", all);
        assertRefusal(() -> read("id,stratum,index,id\na,s,1,b\n"), "refusal.list.column-twice", "id");
    }

    @Test
    void namesTheRowOfAnEmptyCellAndOfOneTooFew() {
        assertRefusal(() -> read("id,stratum,index\na,s,1\n\n,s,1\n"), "refusal.list.blank", 4, "id");
        assertRefusal(() -> read("id,stratum,index\na,,1\n"), "refusal.list.blank", 2, "stratum");
        assertRefusal(() -> read("id,stratum,index\na,s,\n"), "refusal.list.blank", 2, "index");
        assertRefusal(() -> read("id,stratum,index\na,s\n"), "refusal.list.width", 2, 2, 3);
        assertRefusal(() -> read("id,stratum,index\na,s,1,2\n"), "refusal.list.width", 2, 4, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "0x10", "1d", "1 000", "--1", ".", "1e9999", "ett"})
    void refusesAnIndexThatIsNotADecimal(String index) {
        assertRefusal(() -> read("id,stratum,index\na,s," + index + "\n"), "refusal.list.number", 2, "index", index);
    }

    @Test
    void refusesWhatIsNoList() {
        assertRefusal(() -> read(""), "refusal.list.empty");
        assertRefusal(() -> read("id,stratum,index\n"), "refusal.list.empty");
        assertRefusal(
                () -> DrawList.read("id,stratum,index\nÅ,s,1\n".getBytes(StandardCharsets.ISO_8859_1)),
                "refusal.list.encoding");
        assertRefusal(() -> read("id,stratum,index\n\"a,s,1\n"), "refusal.list.broken");
    }

    private static DrawList read(String text) {
        return DrawList.read(text.getBytes(StandardCharsets.UTF_8));
    }

    static void assertRefusal(ThrowingCallable doing, String reason, Object... details) {
        assertThatThrownBy(doing).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(refusal.details()).containsExactly(details);
        });
    }
}
