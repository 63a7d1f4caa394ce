package se.samverkan.partnership.overview;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import se.samverkan.shared.CellText;
import se.samverkan.shared.page.Words;

/** The list of cases as a table to take away: CSV as Excel in Swedish expects it, or a workbook. */
final class CasesExport {

    private static final List<String> COLUMNS =
            List.of("organiser", "variant", "cohort", "first-term", "standing", "phase", "units");

    private final Words words;
    private final CaseNaming naming;

    CasesExport(Words words, CaseNaming naming) {
        this.words = words;
        this.naming = naming;
    }

    byte[] csv(List<CaseRow> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            writer.writeRecord(headings());
            rows.forEach(row -> writer.writeRecord(
                    cells(row).map(Object::toString).map(CellText::neutral).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    byte[] xlsx(List<CaseRow> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Samverkan", "1.0")) {
            Worksheet sheet = book.newWorksheet("samverkan");
            write(sheet, 0, headings().stream().map(Object.class::cast).toList());
            for (int i = 0; i < rows.size(); i++) {
                write(sheet, i + 1, cells(rows.get(i)).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, int row, List<Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column) instanceof Integer number) {
                sheet.value(row, column, number);
            } else {
                sheet.value(row, column, cells.get(column).toString());
            }
        }
    }

    private List<String> headings() {
        return COLUMNS.stream()
                .map(column -> words.text("partnership.case.column." + column))
                .toList();
    }

    private Stream<Object> cells(CaseRow row) {
        return Stream.of(
                row.organiser(),
                naming.variant(row, words.locale()),
                row.cohort(),
                words.term(row.firstTerm()),
                words.text("partnership.standing." + row.standing()),
                naming.phase(row, words.locale()),
                row.units());
    }
}
