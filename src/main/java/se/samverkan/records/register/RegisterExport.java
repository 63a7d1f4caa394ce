package se.samverkan.records.register;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import se.samverkan.shared.CellText;
import se.samverkan.shared.page.Words;

/**
 * The register as a table to take away: CSV as Excel in Swedish expects it, or a workbook with days as days. Written as it is
 * read, never whole in memory.
 */
final class RegisterExport {

    private static final List<String> COLUMNS =
            List.of("organisation", "number", "direction", "at", "title", "kind", "version", "counterparts");

    private final Words words;

    RegisterExport(Words words) {
        this.words = words;
    }

    void csv(Register register, RegisterQuery query, OutputStream out) throws IOException {
        out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            writer.writeRecord(headings().toList());
            register.each(
                    query,
                    line -> writer.writeRecord(cells(line)
                            .map(cell -> CellText.neutral(cell.toString()))
                            .toList()));
        }
    }

    void xlsx(Register register, RegisterQuery query, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Samverkan", "1.0")) {
            Worksheet sheet = book.newWorksheet("samverkan");
            write(sheet, 0, headings().map(Object.class::cast).toList());
            int[] row = {0};
            register.each(query, line -> write(sheet, ++row[0], cells(line).toList()));
        }
    }

    private static void write(Worksheet sheet, int row, List<Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case LocalDateTime at -> {
                    sheet.value(row, column, at);
                    sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
                }
                case Integer number -> sheet.value(row, column, number);
                case Object text -> sheet.value(row, column, text.toString());
            }
        }
    }

    private Stream<String> headings() {
        return COLUMNS.stream().map(column -> words.text("register.column." + column));
    }

    private Stream<Object> cells(RegisterLine line) {
        String kind = "document.kind." + line.kind();
        return Stream.of(
                line.organisationName(),
                line.whole(),
                words.text("register.direction." + line.direction()),
                LocalDateTime.ofInstant(line.at(), RegisterQuery.SWEDEN).withNano(0),
                line.kept() ? words.text("register.kept") : line.title(),
                words.text(words.has(kind) ? kind : "document.kind.document"),
                line.version(),
                line.counterparts());
    }
}
