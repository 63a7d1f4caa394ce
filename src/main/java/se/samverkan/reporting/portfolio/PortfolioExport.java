package se.samverkan.reporting.portfolio;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import se.samverkan.partnership.CasePulse;
import se.samverkan.shared.CellText;
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
            "reasons");

    private final Words words;
    private final PortfolioNames names;

    PortfolioExport(Words words, PortfolioNames names) {
        this.words = words;
        this.names = names;
    }

    byte[] csv(List<Line> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            writer.writeRecord(headings());
            lines.forEach(line -> writer.writeRecord(
                    cells(line).map(Object::toString).map(CellText::neutral).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    byte[] xlsx(List<Line> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Samverkan", "1.0")) {
            Worksheet sheet = book.newWorksheet("portfolio");
            write(sheet, 0, List.copyOf(headings()));
            for (int row = 0; row < lines.size(); row++) {
                write(sheet, row + 1, cells(lines.get(row)).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, int row, List<Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column) instanceof Number number) {
                sheet.value(row, column, number);
            } else {
                sheet.value(row, column, cells.get(column).toString());
            }
        }
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
                        .map(reason -> words.text(
                                "reporting.reason." + reason.key(),
                                reason.details().toArray()))
                        .collect(Collectors.joining(" ")));
    }
}
