package se.samverkan.statistics.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import se.samverkan.shared.CellText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.imports.Sheet.Line;

/**
 * The file as it came, with a first column that says what is wrong with each row; CSV with semicolons and a mark, as a
 * Swedish spreadsheet opens it. Kept packed.
 */
final class AnnotatedCopy {

    private AnnotatedCopy() {}

    static byte[] of(Sheet sheet, List<Finding> findings, Words words) {
        Map<Integer, String> remarks = findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.row() == null ? 1 : finding.row(),
                        Collectors.mapping(finding -> remark(finding, words), Collectors.joining(" / "))));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (Writer text = marked(packed);
                CsvWriter rows = CsvWriter.builder().fieldSeparator(';').build(text);
                Stream<Line> lines = sheet.lines()) {
            int next = 1;
            for (Iterator<Line> rest = lines.iterator(); rest.hasNext(); ) {
                Line line = rest.next();
                for (; next < line.number(); next++) {
                    rows.writeRecord(remarks.getOrDefault(next, ""));
                }
                rows.writeRecord(row(line, remarks.getOrDefault(next++, "")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static Writer marked(ByteArrayOutputStream packed) throws IOException {
        Writer text = new OutputStreamWriter(new GZIPOutputStream(packed), StandardCharsets.UTF_8);
        text.write('\ufeff');
        return text;
    }

    private static List<String> row(Line line, String remark) {
        List<String> cells = new ArrayList<>(line.cells().size() + 1);
        cells.add(CellText.neutral(remark));
        line.cells().forEach(cell -> cells.add(CellText.neutral(cell)));
        return cells;
    }

    private static String remark(Finding finding, Words words) {
        String key = finding.rule().contains(".") ? finding.rule() : "import.rule." + finding.rule();
        String sentence = words.text(key, finding.details().toArray());
        return finding.field() == null ? sentence : finding.field() + ": " + sentence;
    }

    static byte[] packed(SourceFile file) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            Files.copy(file.path(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static InputStream unpacked(byte[] packed) {
        try {
            return new GZIPInputStream(new ByteArrayInputStream(packed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
