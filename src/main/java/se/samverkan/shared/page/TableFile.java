package se.samverkan.shared.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import se.samverkan.shared.CellText;

/**
 * A table to take away, small enough to be made in memory: as CSV as Excel in Swedish expects it, or as a workbook where numbers
 * are numbers.
 *
 * @param sheet what the sheet of the workbook is called
 * @param headings one for each column
 * @param rows each as long as the headings; a cell is a number or is written as text
 * @param decimals how many decimals a {@code Double} has in CSV
 */
public record TableFile(String sheet, List<String> headings, List<List<Object>> rows, int decimals) {

    public TableFile {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /** UTF-8 with a mark, semicolons, and nothing that runs as a formula. */
    public byte[] csv(Words words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            writer.writeRecord(headings);
            rows.forEach(row -> writer.writeRecord(row.stream()
                    .map(cell -> cell instanceof Double number ? words.number(number, decimals) : cell.toString())
                    .map(CellText::neutral)
                    .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public byte[] xlsx() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Samverkan", "1.0")) {
            Worksheet page = book.newWorksheet(sheet);
            write(page, 0, headings);
            for (int row = 0; row < rows.size(); row++) {
                write(page, row + 1, rows.get(row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet page, int row, List<?> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column) instanceof Number number) {
                page.value(row, column, number);
            } else {
                page.value(row, column, cells.get(column).toString());
            }
        }
    }
}
