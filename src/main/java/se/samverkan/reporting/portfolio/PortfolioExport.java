package se.samverkan.reporting.portfolio;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samverkan.partnership.CasePulse;
import se.samverkan.shared.page.TableFile;
import se.samverkan.shared.page.Words;

/** The portfolio as a table to take away: CSV as Excel in Swedish expects it, or a workbook. */
final class PortfolioExport {

    static final List<String> COLUMNS = List.of(
            "organiser",
            "variant",
            "cohort",
            "standing",
            "phase",
            "due",
            "overdue",
            "silent",
            "signs",
            "load",
            "attention",
            "reasons",
            "loose");

    private final Words words;
    private final PortfolioNames names;

    PortfolioExport(Words words, PortfolioNames names) {
        this.words = words;
        this.names = names;
    }

    byte[] csv(List<Line> lines) {
        return table(lines).csv(words);
    }

    byte[] xlsx(List<Line> lines) {
        return table(lines).xlsx();
    }

    private TableFile table(List<Line> lines) {
        return new TableFile(
                "portfolio",
                headings(),
                lines.stream().map(each -> cells(each).toList()).toList(),
                0);
    }

    private List<String> headings() {
        return COLUMNS.stream()
                .map(column -> words.text("reporting.column." + column))
                .toList();
    }

    private Stream<Object> cells(Line line) {
        CasePulse pulse = line.pulse();
        return Stream.of(
                pulse.organiserName(),
                names.variant(pulse),
                pulse.cohort(),
                words.text("partnership.standing." + pulse.standing()),
                names.phase(pulse),
                pulse.due().map(Object::toString).orElse(""),
                pulse.overdue(),
                line.silent().isPresent() ? (Object) line.silent().getAsLong() : "",
                pulse.moving()
                        .map(moving -> words.text("reporting.signs." + moving))
                        .orElse(""),
                pulse.load(),
                words.text("reporting.attention." + line.attention()),
                line.reasons().stream()
                        .map(reason -> words.text("reporting.reason." + reason.key(), reason.told()))
                        .collect(Collectors.joining(" ")),
                pulse.looseEnds());
    }
}
