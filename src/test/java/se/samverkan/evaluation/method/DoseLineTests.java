package se.samverkan.evaluation.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.samverkan.evaluation.method.DoseLine.Answer;

/** Against base R (dose.R), which takes the whole matrices; and what is refused rather than told. */
class DoseLineTests {

    private static final String[] COLUMNS = {"id", "cluster", "dose", "outcome"};

    private static double expected(int row, int column) {
        return Double.parseDouble(
                Files.rows("dose.expected.csv").get(row)[column].strip());
    }

    @Test
    void theLineAgreesWithR() {
        Answer answer = DoseLine.of(Files.with("dose.csv", COLUMNS));

        assertThat(answer.slope().estimate()).isCloseTo(expected(1, 1), within(1e-9));
        assertThat(Objects.requireNonNull(answer.slope().se())).isCloseTo(expected(1, 2), within(1e-9));
        assertThat(answer.df()).isCloseTo(expected(1, 3), within(1e-7));
        assertThat(answer.p()).isCloseTo(expected(1, 4), within(1e-9));
        DoseLine.Point end = answer.line().getLast();
        assertThat(end.outcome()).isCloseTo(expected(3, 1), within(1e-9));
        assertThat((end.upper() - end.lower()) / 2)
                .isCloseTo(
                        expected(3, 2)
                                * new org.hipparchus.distribution.continuous.TDistribution(expected(3, 3))
                                        .inverseCumulativeProbability(0.975),
                        within(1e-6));
        assertThat(answer.missing()).isEqualTo(2);
        assertThat(answer.notes())
                .extracting(Note::key)
                .contains("evaluation.note.dose-association", "evaluation.note.dose-missing");
    }

    @Test
    void theOrderOfRowsChangesNothing() {
        byte[] content = Files.with("dose.csv", COLUMNS);

        assertThat(DoseLine.of(Files.reversed(content))).isEqualTo(DoseLine.of(content));
    }

    @Test
    void nobodyCanBeReadOutOfThePicture() {
        Answer answer = DoseLine.of(Files.with("dose.csv", COLUMNS));

        assertThat(answer.groups()).hasSizeGreaterThan(2).allMatch(group -> group.units() >= 5);
        assertThat(answer.groups().stream().mapToInt(Group::units).sum()).isEqualTo(answer.units());
        assertThat(Groups.of(new double[] {1, 2, 3, 4}, new double[4])).isEmpty();
        assertThat(Groups.of(new double[] {1, 1, 1, 1, 1, 1, 2, 3}, new double[8]))
                .singleElement()
                .extracting(Group::units)
                .isEqualTo(8);
    }

    private static byte[] file(double[] doses, double[] outcomes, int clusters) {
        return Files.bytes("id,cluster,dose,outcome\n"
                + IntStream.range(0, doses.length)
                        .mapToObj(unit -> "u%d,o%d,%s,%s".formatted(unit, unit % clusters, doses[unit], outcomes[unit]))
                        .collect(Collectors.joining("\n")));
    }

    private static void refuses(String reason, byte[] file) {
        assertThatThrownBy(() -> DoseLine.of(file)).hasMessageContaining(reason);
    }

    @Test
    void whatCannotBeToldIsRefusedInWords() {
        double[] doses = {3, 4, 5, 6, 7, 8};
        double[] outcomes = {1, 3, 2, 5, 4, 6};
        refuses("few-doses", file(new double[] {3, 4, 5, 6, 0, 0}, outcomes, 3));
        refuses("same-dose", file(new double[] {3, 3, 3, 3, 3, 3}, outcomes, 3));
        refuses("constant", file(doses, new double[6], 3));
        refuses("one-cluster", file(doses, outcomes, 1));
        refuses("dose-clusters", file(doses, new double[] {3, 4, 5, 6, 7, 8}, 3));
        assertThat(List.of(DoseLine.of(file(doses, outcomes, 6)).slope().estimate()))
                .allMatch(Double::isFinite);
    }

    /** One hour is worth the difference of the pairs over the difference of their hours, as by two-stage least squares. */
    @Test
    void byLotAnHourIsWorthWhatTheOfferDidOverTheHoursThatItBrought() {
        String rows = "id,pair,offered,outcome,took_part,dose\n"
                + IntStream.range(0, 12)
                        .mapToObj(pair -> "a%1$d,p%1$d,1,%2$s,1,%3$s\nb%1$d,p%1$d,0,%4$s,0,0"
                                .formatted(pair, 10 + pair % 5, 8 + pair % 3, 6 + pair % 4))
                        .collect(Collectors.joining("\n"));

        PairedLot.Answer answer = PairedLot.of(Files.bytes(rows), 100, 1);

        PairedLot.Late perDose = Objects.requireNonNull(answer.perDose());
        PairedLot.Late late = Objects.requireNonNull(answer.late());
        assertThat(perDose.firstStage().estimate()).isCloseTo(9, within(1e-12));
        assertThat(perDose.estimate()).isCloseTo(answer.itt().estimate() / 9, within(1e-12));
        assertThat(late.estimate()).isCloseTo(answer.itt().estimate(), within(1e-12));
        byte[] without = Files.bytes(rows.replaceFirst("dose", "cluster"));
        assertThat(PairedLot.of(without, 100, 1).perDose()).isNull();
    }
}
