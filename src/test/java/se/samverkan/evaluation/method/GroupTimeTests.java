package se.samverkan.evaluation.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samverkan.evaluation.method.GroupTime.Answer;

/** Against the formulae in R: the values come from src/test/resources/evaluation/panel.R. */
class GroupTimeTests {

    private static final Offset<Double> NINE_DIGITS = within(1e-9);
    private static final String[] PLAIN = {"unit", "period", "outcome", "treated_from"};
    private static final String[] ALL = {"unit", "period", "outcome", "treated_from", "cluster", "weight"};

    private static final byte[] SMALL = Files.bytes(small("", ""));

    /** Four units, three periods; the last two cells of the treated ones may be given. */
    private static String small(String moreColumns, String more) {
        return "unit,period,outcome,treated_from" + moreColumns + "\n"
                + "a,1,1,2" + more + "\na,2,4,2" + more + "\na,3,6,2" + more + "\n"
                + "b,1,2,2" + more + "\nb,2,6,2" + more + "\nb,3,7,2" + more + "\n"
                + "c,1,1," + more + "\nc,2,2," + more + "\nc,3,3," + more + "\n"
                + "d,1,5," + more + "\nd,2,5," + more + "\nd,3,7," + more;
    }

    @Test
    void agreesWithTheFormulaeInR() {
        agrees("never", GroupTime.of(Files.with("panel.csv", PLAIN), Control.NEVER, 0, 1));
        agrees("notyet", GroupTime.of(Files.with("panel.csv", PLAIN), Control.NOTYET, 0, 1));
        agrees(
                "weighted",
                GroupTime.of(
                        Files.with("panel.csv", "unit", "period", "outcome", "treated_from", "weight"),
                        Control.NEVER,
                        0,
                        1));
        agrees("clustered", GroupTime.of(Files.with("panel.csv", ALL), Control.NOTYET, 0, 1));
    }

    private static void agrees(String wanted, Answer answer) {
        Map<String, double[]> said = said(answer);
        List<String[]> expected = Files.rows("panel.expected.csv").stream()
                .filter(row -> row[0].equals(wanted))
                .toList();
        assertThat(said).hasSize(expected.size());
        for (String[] row : expected) {
            double[] figures = said.get(row[1] + row[2] + "," + row[3]);
            assertThat(figures).as(String.join(" ", row)).isNotNull();
            assertThat(figures[0]).as(String.join(" ", row)).isCloseTo(Double.parseDouble(row[4]), NINE_DIGITS);
            assertThat(figures[1]).as(String.join(" ", row)).isCloseTo(Double.parseDouble(row[5]), NINE_DIGITS);
        }
    }

    /** All estimates with their errors. */
    private static Map<String, double[]> said(Answer answer) {
        Map<String, double[]> said = new LinkedHashMap<>();
        answer.attGt()
                .forEach(each ->
                        said.put("attGt" + each.group() + "," + each.period(), figures(each.estimate(), each.se())));
        answer.eventStudy().forEach(each -> said.put("event" + each.e() + ",0", figures(each.estimate(), each.se())));
        put(said, "simple0,0", answer.overall().simple());
        put(said, "group0,0", answer.overall().group());
        put(said, "dynamic0,0", answer.overall().dynamic());
        return said;
    }

    private static void put(Map<String, double[]> said, String name, Interval interval) {
        said.put(name, figures(interval.estimate(), interval.se()));
    }

    private static double[] figures(double estimate, @Nullable Double se) {
        return new double[] {estimate, se == null ? Double.NaN : se};
    }

    /** The worked example of docs/methods/group-time.md. */
    @Test
    void agreesWithTheExampleWorkedByHand() {
        Answer answer = GroupTime.of(SMALL, Control.NEVER, 0, 1);

        assertThat(answer.attGt()).extracting(GroupTime.Effect::estimate).containsExactly(3.0, 3.0);
        assertThat(answer.attGt().getFirst().se()).isCloseTo(0.5, NINE_DIGITS);
        assertThat(answer.overall().simple().estimate()).isEqualTo(3);
        assertThat(answer.eventStudy()).extracting(GroupTime.Event::e).containsExactly(0, 1);
    }

    @Test
    void theOrderOfRowsChangesNothingAtAll() {
        byte[] content = Files.with("panel.csv", ALL);

        assertThat(GroupTime.of(Files.reversed(content), Control.NOTYET, 500, 7))
                .isEqualTo(GroupTime.of(content, Control.NOTYET, 500, 7));
    }

    @Test
    void neitherANewNameNorALevelOfItsOwnForEachUnitNorAnotherScaleOfWeightsChangesAnEffect() {
        Map<String, double[]> before = said(GroupTime.of(Files.with("panel.csv", ALL), Control.NEVER, 0, 1));
        Map<String, double[]> after = said(GroupTime.of(
                Files.with(
                        "panel.csv",
                        row -> {
                            double level = row[0].hashCode() % 50;
                            row[2] = String.valueOf(Double.parseDouble(row[2]) + level);
                            row[5] = String.valueOf(Double.parseDouble(row[5]) * 4);
                            row[0] = new StringBuilder(row[0]).reverse().toString();
                            return row;
                        },
                        ALL),
                Control.NEVER,
                0,
                1));

        before.forEach((name, figures) -> assertThat(after.get(name)).as(name).containsExactly(figures, NINE_DIGITS));
    }

    @Test
    void aClusterForEachUnitIsNoCluster() {
        assertThat(said(GroupTime.of(
                        Files.with(
                                "panel.csv",
                                row -> {
                                    row[4] = row[0];
                                    return row;
                                },
                                "unit",
                                "period",
                                "outcome",
                                "treated_from",
                                "cluster"),
                        Control.NEVER,
                        0,
                        1)))
                .usingRecursiveComparison()
                .isEqualTo(said(GroupTime.of(Files.with("panel.csv", PLAIN), Control.NEVER, 0, 1)));
    }

    @Test
    void theBootstrapMakesOnlyTheBandsAndTheSameSeedTheSame() {
        byte[] content = Files.with("panel.csv", PLAIN);
        Answer plain = GroupTime.of(content, Control.NEVER, 0, 1);
        Answer banded = GroupTime.of(content, Control.NEVER, 2000, 5);

        assertThat(plain.bands().kind()).isEqualTo("pointwise");
        assertThat(plain.bands().critical()).isCloseTo(1.96, within(1e-4));
        assertThat(said(banded)).usingRecursiveComparison().isEqualTo(said(plain));
        assertThat(banded.overall()).isEqualTo(plain.overall());
        assertThat(banded.bands().critical()).isBetween(2.3, 3.2);
        assertThat(GroupTime.of(content, Control.NEVER, 2000, 5)).isEqualTo(banded);
        assertThat(GroupTime.of(content, Control.NEVER, 2000, 6).bands().critical())
                .isNotEqualTo(banded.bands().critical())
                .isCloseTo(banded.bands().critical(), within(0.15));
    }

    /** For one estimate the band is the interval; for many that have nothing to do with one another it is known. */
    @Test
    void theCriticalValueIsTheOneThatIsKnownForIndependentEstimates() {
        Random random = new Random(3);
        double[][] scores = new double[10][4000];
        for (double[] row : scores) {
            for (int place = 0; place < row.length; place++) {
                row[place] = random.nextGaussian() / Math.sqrt(row.length);
            }
        }

        assertThat(Bands.simultaneous(new double[][] {scores[0]}, 20_000, 1)).isCloseTo(1.96, within(0.05));
        assertThat(Bands.simultaneous(scores, 20_000, 1)).isCloseTo(2.7995, within(0.05));
    }

    @Test
    void dropsWhoLacksAPeriodAndWhoStartsInTheFirstAndSaysSo() {
        Answer answer = GroupTime.of(
                Files.bytes(
                        small("", "")
                                + "\ngap,1,4,\ngap,3,5,\nmasked,1,1,2\nmasked,2,,2\nmasked,3,NA,2\nold,1,1,1\nold,2,1,1\nold,3,9,1\nlate,1,1,9\nlate,2,1,9\nlate,3,9,9"),
                Control.NEVER,
                0,
                1);

        assertThat(answer.dropped().incomplete()).isEqualTo(2);
        assertThat(answer.dropped().treatedInFirstPeriod()).isEqualTo(1);
        assertThat(answer.counts().never()).isEqualTo(3);
        assertThat(answer.notes())
                .extracting(Note::key)
                .contains(
                        "evaluation.note.incomplete",
                        "evaluation.note.first-period",
                        "evaluation.note.lone-group",
                        "evaluation.note.few-clusters");
    }

    @Test
    void endsThePanelWhereAllHaveStarted() {
        byte[] all = Files.bytes("""
                unit,period,outcome,treated_from
                a,1,1,2
                a,2,5,2
                a,3,6,2
                b,1,1,2
                b,2,7,2
                b,3,6,2
                c,1,1,3
                c,2,3,3
                c,3,9,3
                d,1,1,3
                d,2,2,3
                d,3,9,3
                """);

        assertThatThrownBy(() -> GroupTime.of(all, Control.NEVER, 0, 1)).hasMessageContaining("no-never");
        Answer answer = GroupTime.of(all, Control.NOTYET, 0, 1);
        assertThat(answer.attGt()).singleElement().satisfies(effect -> {
            assertThat(effect.group()).isEqualTo(2);
            assertThat(effect.estimate()).isEqualTo(5 - 1.5);
        });
        assertThat(answer.dropped().periods()).containsExactly(3);
    }

    /** As the package did: within the panel such a unit is one that never starts, also where only the not yet treated would do. */
    @Test
    void whoStartsAfterTheLastPeriodIsNeverTreatedWithinThePanel() {
        String beyond = small("", "").replace("\nc,1,1,", "\nc,1,1,9").replace("\nc,2,2,", "\nc,2,2,9");
        byte[] content = Files.bytes(beyond.replace("\nc,3,3,", "\nc,3,3,9"));

        assertThat(GroupTime.of(content, Control.NEVER, 0, 1)).isEqualTo(GroupTime.of(SMALL, Control.NEVER, 0, 1));
        assertThat(GroupTime.of(content, Control.NOTYET, 0, 1).attGt())
                .isEqualTo(GroupTime.of(SMALL, Control.NEVER, 0, 1).attGt());
    }

    /** Periods 1, 2, 4 and 7, start in 5: the base from the start on is 4, and before it the period before, however far. */
    @Test
    void takesTheNearestPeriodBeforeAsBaseWherePeriodsDoNotFollowOnEachOther() {
        Answer answer = GroupTime.of(Files.bytes("""
                        unit,period,outcome,treated_from
                        a,1,1,5
                        a,2,2,5
                        a,4,4,5
                        a,7,14,5
                        b,1,3,5
                        b,2,5,5
                        b,4,6,5
                        b,7,17,5
                        c,1,0,
                        c,2,1,
                        c,4,1,
                        c,7,2,
                        d,1,0,
                        d,2,2,
                        d,4,3,
                        d,7,3,
                        """), Control.NEVER, 0, 1);

        assertThat(answer.attGt()).extracting(GroupTime.Effect::period).containsExactly(2, 4, 7);
        assertThat(answer.attGt()).extracting(GroupTime.Effect::estimate).containsExactly(0.0, 1.0, 10.0);
        assertThat(answer.eventStudy()).extracting(GroupTime.Event::e).containsExactly(-3, -1, 2);
    }

    @Test
    void givesNoErrorWhereNothingVaries() {
        Answer answer = GroupTime.of(
                Files.bytes("unit,period,outcome,treated_from\na,1,1,2\na,2,3,2\nb,1,1,\nb,2,1,\nc,1,1,\nc,2,1,"),
                Control.NEVER,
                500,
                1);

        assertThat(answer.attGt().getFirst().estimate()).isEqualTo(2);
        assertThat(answer.attGt().getFirst().se()).isNull();
        assertThat(answer.eventStudy().getFirst().upper()).isNull();
        assertThat(answer.notes()).extracting(Note::key).contains("evaluation.note.still");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,1,7,2/a,1,8,2                     | period-twice",
                "a,1,7,2/a,2,8,3                     | changes",
                "a,1,7,2.5                           | whole",
                "a,1,seven,2                         | refusal.list.number",
                "a,1,1e300,2                         | large",
                "a,1,,2/b,1,,                        | no-complete",
                "a,1,1,2/b,1,2,                      | one-period",
                "a,1,1,/a,2,2,/b,1,2,/b,2,4,         | no-treated",
                "a,1,1,2/a,2,1,2/b,1,1,/b,2,1,       | constant",
                "a,1,1,2/a,2,4,2/b,1,1,2/b,2,1,2     | no-never",
                "a,1,1,1/a,2,4,1/b,1,1,/b,2,1,       | no-treated"
            })
    void refusesWhatCannotBeComparedWithItsReason(String rows, String reason) {
        byte[] content = Files.bytes("unit,period,outcome,treated_from\n" + rows.replace('/', '\n'));

        assertThatThrownBy(() -> GroupTime.of(content, Control.NEVER, 0, 1)).hasMessageContaining(reason);
    }

    @Test
    void refusesOneClusterAndWeightsThatChangeOrAreNotAboveZeroAndUnknownColumns() {
        refuses(small(",cluster", ",M"), "one-cluster");
        refuses(small(",weight", ",0"), "evaluation.refusal.weight");
        refuses(small(",weight", ",1").replaceFirst(",1\n", ",2\n"), "changes");
        refuses(small(",colour", ",red"), "refusal.list.column-unknown");
        refuses(small("", "").replaceFirst("treated_from", "start"), "refusal.list.column-missing");
        assertThatThrownBy(() -> GroupTime.of(SMALL, Control.NEVER, 10, 1)).hasMessageContaining("draws");
    }

    private static void refuses(String content, String reason) {
        assertThatThrownBy(() -> GroupTime.of(Files.bytes(content), Control.NEVER, 0, 1))
                .hasMessageContaining(reason);
    }

    @Test
    void countsWithVeryLargeFiguresWithoutLosingThem() {
        String content = small(",weight", ",1").replace(",1,1,2,1\n", ",1,1e100,2,1\n");

        assertThat(GroupTime.of(Files.bytes(content), Control.NEVER, 0, 1).attGt())
                .allSatisfy(effect -> assertThat(effect.estimate()).isFinite());
    }
}
