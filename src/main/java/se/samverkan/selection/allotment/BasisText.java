package se.samverkan.selection.allotment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.samverkan.selection.candidate.BasisUnit;
import se.samverkan.selection.candidate.Criterion;
import se.samverkan.selection.method.Utf8;
import se.samverkan.selection.round.RoundMaterial.Exclusion;
import se.samverkan.selection.round.RoundMaterial.JointLine;
import se.samverkan.selection.round.RoundMaterial.NoteMark;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.RoundView.FormPlaces;
import se.samverkan.statistics.PublishedFigures.UnitFigure;

/**
 * The text that the checksum of a basis is made of: everything that the choice rests on and nothing else, so that the same
 * basis has the same checksum whoever freezes it and whenever. Lines of cells with tabs between, each sort of line by its
 * UTF-8 bytes. See docs/methods/basis.md.
 */
final class BasisText {

    private static final String TITLE = "samverkan-basis\t1\n";
    private static final String NOTHING = "-";

    private final StringBuilder text = new StringBuilder(TITLE);
    private final Map<Long, String> keys;

    /** @param keys the keys of units by their ids */
    BasisText(Map<Long, String> keys) {
        this.keys = keys;
    }

    BasisText round(RoundView round, List<Criterion> criteria) {
        line(
                "per-organiser",
                round.perOrganiser().isEmpty() ? NOTHING : round.perOrganiser().getAsInt());
        lines(round.forms().stream().map((FormPlaces form) -> cells("places", form.form(), form.places())));
        return lines(criteria.stream()
                .map(each -> cells(
                        "criterion",
                        each.number(),
                        each.form(),
                        each.indicator(),
                        each.lastPeriod(),
                        each.years(),
                        each.needy(),
                        each.use(),
                        each.amount())));
    }

    BasisText material(List<Exclusion> exclusions, List<NoteMark> notes, List<JointLine> joint) {
        lines(exclusions.stream().map(each -> cells("exclusion", key(each.unit()), each.reason(), sum(each.note()))));
        lines(notes.stream().map(each -> cells("note", key(each.unit()), each.checksum())));
        return lines(
                joint.stream().map(each -> cells("joint", key(each.unit()), each.conclusion(), sum(each.reasons()))));
    }

    BasisText units(List<BasisUnit> units) {
        lines(units.stream()
                .map(unit -> cells(
                        "unit",
                        unit.form(),
                        unit.key(),
                        unit.place().organiserKey(),
                        unit.place().organiserType(),
                        unit.place().county(),
                        unit.need().map(java.math.BigDecimal::toPlainString).orElse(NOTHING),
                        unit.error(),
                        unit.among().isEmpty() ? NOTHING : unit.among().getAsDouble(),
                        unit.verdict())));
        return lines(units.stream()
                .flatMap(unit -> unit.covariates().entrySet().stream()
                        .map(each -> cells("covariate", unit.form(), unit.key(), each.getKey(), each.getValue()))));
    }

    BasisText figures(List<UnitFigure> figures) {
        return lines(figures.stream()
                .map(figure -> cells(
                        "figure", FigureMark.of(key(figure.unit()), figure).line()))
                .distinct());
    }

    private String key(long unit) {
        return keys.getOrDefault(unit, NOTHING);
    }

    private static String sum(String words) {
        return Utf8.sha256(Utf8.bytes(words));
    }

    private static String cells(Object... cells) {
        return String.join("\t", Stream.of(cells).map(Object::toString).toList());
    }

    private void line(Object... cells) {
        text.append(cells(cells)).append('\n');
    }

    private BasisText lines(Stream<String> lines) {
        List<String> sorted = new ArrayList<>(lines.toList());
        sorted.sort(Utf8.ORDER);
        sorted.forEach(line -> text.append(line).append('\n'));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
