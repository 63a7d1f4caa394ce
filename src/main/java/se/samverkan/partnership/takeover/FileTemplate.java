package se.samverkan.partnership.takeover;

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
import se.samverkan.shared.page.Words;

/** An empty file about a case to fill in: the sheets with their headings, as a workbook or as CSV. */
final class FileTemplate {

    private final Words words;

    FileTemplate(Words words) {
        this.words = words;
    }

    byte[] xlsx() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Samverkan", "1.0")) {
            for (FileSheet each : FileSheet.values()) {
                Worksheet sheet = book.newWorksheet(words.text(each.key()));
                for (int place = 0; place < each.columns().size(); place++) {
                    sheet.value(0, place, heading(each.columns().get(place)));
                    sheet.style(0, place).bold().set();
                    sheet.width(place, 24);
                }
                sheet.freezePane(0, 1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    byte[] csv() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            for (FileSheet each : FileSheet.values()) {
                writer.writeRecord(List.of(words.text(each.key())));
                writer.writeRecord(each.columns().stream().map(this::heading).toList());
                writer.writeRecord(List.of(""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private String heading(String column) {
        return words.text(FileSheet.column(column));
    }
}
