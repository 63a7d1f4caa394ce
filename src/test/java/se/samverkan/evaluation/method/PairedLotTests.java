package se.samverkan.evaluation.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samverkan.evaluation.method.PairedLot.Answer;
import se.samverkan.evaluation.method.PairedLot.Late;

/** Against clubSandwich and AER: the values come from src/test/resources/evaluation/pairs.R. */
class PairedLotTests {

    private static final Offset<Double> EIGHT_DIGITS = within(1e-8);
    private static final String[] ALL = {"id", "pair", "offered", "outcome", "took_part"};

    @ParameterizedTest
    @ValueSource(strings = {"pair", "nested", "crossed"})
    void agreesWithClubSandwichHoweverClustersLie(String clusters) {
        byte[] content =
                Files.with("pairs.csv", "id", "pair", "offered", "outcome", "took_part", clusters + "=cluster");
        Answer answer = PairedLot.of(content, 1000, 1);
        Late late = Objects.requireNonNull(answer.late());

        agrees(
                clusters,
                "itt",
                answer.itt().estimate(),
                answer.itt().se(),
                answer.itt().df());
        agrees(clusters, "late", late.estimate(), late.se(), late.df());
    }

    private static void agrees(String clusters, String kind, double... figures) {
        String[] expected = Files.rows("pairs.expected.csv").stream()
                .filter(row -> row[0].equals(clusters) && row[1].equals(kind))
                .findFirst()
                .orElseThrow();
        for (int place = 0; place < figures.length; place++) {
            assertThat(figures[place]).isCloseTo(Double.parseDouble(expected[place + 2]), EIGHT_DIGITS);
        }
    }

    @Test
    void isThePairedTTestWhereThePairIsTheCluster() {
        Answer answer = PairedLot.of(pairs(3, 5, 1, 7), 1000, 1);

        assertThat(answer.itt().estimate()).isEqualTo(4);
        assertThat(answer.itt().se()).isCloseTo(Math.sqrt(20.0 / 12), EIGHT_DIGITS);
        assertThat(answer.itt().df()).isCloseTo(3, EIGHT_DIGITS);
        assertThat(answer.itt().upper()).isCloseTo(4 + 3.182446305 * Math.sqrt(20.0 / 12), within(1e-6));
        assertThat(answer.late()).isNull();
    }

    /** Pairs whose halves differ by so much. */
    private static byte[] pairs(double... differences) {
        return Files.bytes("id,pair,offered,outcome\n"
                + IntStream.range(0, differences.length)
                        .mapToObj(i -> "o%d,p%d,1,%s\nn%d,p%d,0,10".formatted(i, i, 10 + differences[i], i, i))
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void triesAllOutcomesOfTheLotUpToSixteenPairsAndCountsTies() {
        Randomisation four = PairedLot.of(pairs(3, 5, 1, 7), 1000, 1).randomisation();
        Randomisation ties = PairedLot.of(pairs(0.1, 0.2, -0.3, 0.4), 1000, 1).randomisation();
        Randomisation sixteen = PairedLot.of(
                        pairs(IntStream.rangeClosed(1, 16).mapToDouble(i -> i).toArray()), 10, 1)
                .randomisation();

        assertThat(four).isEqualTo(new Randomisation(2.0 / 16, 16, true));
        // Of sums of ±1 ±2 ±3 ±4 the observed 4 and −4, and all further out: 0 and 2 are not.
        assertThat(ties.p()).isEqualTo(10.0 / 16);
        assertThat(sixteen).isEqualTo(new Randomisation(2.0 / 65_536, 65_536, true));
    }

    @Test
    void drawsTheLotBeyondThatAndTheSameSeedTheSame() {
        double[] differences =
                IntStream.range(0, 40).mapToDouble(i -> Math.sin(i) + 0.2).toArray();
        Randomisation drawn = PairedLot.of(pairs(differences), 20_000, 4).randomisation();

        assertThat(drawn.exact()).isFalse();
        assertThat(drawn.draws()).isEqualTo(20_000);
        assertThat(PairedLot.of(pairs(differences), 20_000, 4).randomisation()).isEqualTo(drawn);
        assertThat(drawn.p())
                .isCloseTo(
                        PairedLot.of(pairs(differences), 20_000, 5)
                                .randomisation()
                                .p(),
                        within(0.02));
        double[] sure = IntStream.range(0, 60).mapToDouble(i -> 5 + i % 3).toArray();
        assertThat(PairedLot.of(pairs(sure), 999, 1).randomisation().p()).isEqualTo(1.0 / 1000);
    }

    @Test
    void neitherTheOrderOfRowsNorALevelOfItsOwnForEachPairChangesAnything() {
        Answer before = PairedLot.of(Files.with("pairs.csv", ALL), 1000, 1);

        assertThat(PairedLot.of(Files.reversed(Files.with("pairs.csv", ALL)), 1000, 1))
                .isEqualTo(before);
        Answer after = PairedLot.of(
                Files.with(
                        "pairs.csv",
                        row -> {
                            row[4] = String.valueOf(Double.parseDouble(row[4]) + row[1].hashCode() % 64);
                            return row;
                        },
                        ALL),
                1000,
                1);
        assertThat(after.itt().estimate()).isCloseTo(before.itt().estimate(), EIGHT_DIGITS);
        assertThat(after.itt().se())
                .isCloseTo(Objects.requireNonNull(before.itt().se()), EIGHT_DIGITS);
        assertThat(after.randomisation()).isEqualTo(before.randomisation());
    }

    @Test
    void dropsAPairWithAMissingHalfAndCountsIt() {
        Answer answer = PairedLot.of(
                Files.bytes(new String(pairs(3, 5, 1, 7), java.nio.charset.StandardCharsets.UTF_8)
                        + "\nx,lonely,1,5\ny,masked,1,5\nz,masked,0,"),
                1000,
                1);

        assertThat(answer.dropped()).isEqualTo(2);
        assertThat(answer.pairs()).isEqualTo(4);
        assertThat(answer.notes()).extracting(Note::key).contains("evaluation.note.half");
    }

    @Test
    void saysWhyThereIsNoEffectOnThoseWhoTookPart() {
        assertThat(keys("id,pair,offered,outcome\na,1,1,3\nb,1,0,2\nc,2,1,5\nd,2,0,1"))
                .contains("evaluation.note.no-took-part");
        assertThat(keys("id,pair,offered,outcome,took_part\na,1,1,3,1\nb,1,0,2,1\nc,2,1,5,0\nd,2,0,1,0"))
                .contains("evaluation.note.no-first-stage");
        assertThat(keys("id,pair,offered,outcome,took_part\na,1,1,3,\nb,1,0,2,1\nc,2,1,5,0\nd,2,0,1,0"))
                .contains("evaluation.note.took-part-missing", "evaluation.note.took-part-too-few");
    }

    private static java.util.List<String> keys(String content) {
        Answer answer = PairedLot.of(Files.bytes(content), 1000, 1);
        assertThat(answer.late()).isNull();
        return answer.notes().stream().map(Note::key).toList();
    }

    @Test
    void givesNoErrorWhereAllPairsDifferTheSame() {
        Answer answer = PairedLot.of(pairs(2, 2, 2), 1000, 1);

        assertThat(answer.itt().se()).isNull();
        assertThat(answer.itt().lower()).isNull();
        assertThat(answer.randomisation().p()).isEqualTo(2.0 / 8);
        assertThat(answer.notes()).extracting(Note::key).contains("evaluation.note.same-difference");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,1,1,3/b,1,1,2                         | not-one-offered",
                "a,1,0,3/b,1,0,2                         | not-one-offered",
                "a,1,1,3/b,1,0,2/c,1,0,2                 | pair-of-many",
                "a,1,1,3/b,1,0,2                         | few-pairs",
                "a,1,1,/b,1,0,/c,2,1,/d,2,0,             | few-pairs",
                "a,1,1,3/a,1,0,2                         | refusal.list.id-twice",
                "a,1,maybe,3/b,1,0,2                     | yes-or-no",
                "a,1,1,three/b,1,0,2                     | refusal.list.number",
                "a,1,1,3/b,1,0,3/c,2,1,3/d,2,0,3         | constant"
            })
    void refusesWhatIsNoPairByLotWithItsReason(String rows, String reason) {
        byte[] content = Files.bytes("id,pair,offered,outcome\n" + rows.replace('/', '\n'));

        assertThatThrownBy(() -> PairedLot.of(content, 1000, 1)).hasMessageContaining(reason);
    }

    @Test
    void refusesOneCluster() {
        byte[] content = Files.bytes("id,pair,offered,outcome,cluster\na,1,1,3,M\nb,1,0,2,M\nc,2,1,5,M\nd,2,0,1,M");

        assertThatThrownBy(() -> PairedLot.of(content, 1000, 1)).hasMessageContaining("one-cluster");
    }

    @Test
    void refusesClustersThatCannotBeToldFromTheOffer() {
        byte[] content = Files.bytes(
                "id,pair,offered,outcome,cluster\na,1,1,3,M\nb,1,0,2,N\nc,2,1,5,M\nd,2,0,1,N\ne,3,1,5,M\nf,3,0,3,N");

        assertThatThrownBy(() -> PairedLot.of(content, 1000, 1)).hasMessageContaining("refusal.apart");
    }
}
