package se.samverkan.partnership.takeover;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samverkan.shared.CellText;
import se.samverkan.shared.ExcelText;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.Worded;
import se.samverkan.shared.page.Words;

/**
 * Reads a file about a case: a workbook with one sheet per kind, or CSV where the name of a kind stands alone above its
 * headings. Formulas are not worked out. What it does not know the name of is refused, so that nothing is left out unsaid.
 */
@Component
class CaseFile {

    private static final long MOST_UNFOLDED = 20L * 1024 * 1024;
    private static final int MOST_ROWS = 2_000;

    private final List<Words> languages;

    CaseFile(MessageSource messages) {
        this.languages = List.of(new Words(messages, Words.SWEDISH), new Words(messages, Words.ENGLISH));
    }

    private record Line(int number, List<String> cells) {}

    /** @throws Refusal when the file cannot be read, or holds something that is not known */
    List<FileRow> read(byte[] content) {
        boolean zipped = content.length > 1 && content[0] == 'P' && content[1] == 'K';
        List<FileRow> rows = (zipped ? workbook(content) : csv(content))
                .stream().filter(row -> !row.isBlank()).toList();
        if (rows.size() > MOST_ROWS) {
            throw Refusal.rule("partnership.takeover.file.refusal.long", MOST_ROWS);
        }
        return rows;
    }

    private List<FileRow> workbook(byte[] content) {
        requireSmall(content);
        List<FileRow> rows = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(content))) {
            for (Sheet sheet : book.getSheets().toList()) {
                List<Line> lines = sheet.read().stream()
                        .map(row -> new Line(row.getRowNum(), cells(row)))
                        .filter(line -> !isBlank(line))
                        .toList();
                if (!lines.isEmpty()) {
                    FileSheet kind = sheet(sheet.getName())
                            .orElseThrow(() ->
                                    Refusal.rule("partnership.takeover.file.refusal.sheet", sheet.getName(), names()));
                    rows.addAll(rows(kind, lines));
                }
            }
            return rows;
        } catch (IOException | ExcelReaderException e) {
            throw Refusal.rule("partnership.takeover.file.refusal.broken");
        }
    }

    /** Looks how far an archive unfolds before anybody opens it, so that a small file cannot fill the memory. */
    private static void requireSmall(byte[] content) {
        long unfolded = 0;
        byte[] part = new byte[1 << 16];
        try (ZipFile archive = ZipFile.builder().setByteArray(content).get()) {
            for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
                try (InputStream unfolding = archive.getInputStream(entry)) {
                    for (int read = unfolding.read(part); read >= 0; read = unfolding.read(part)) {
                        unfolded += read;
                        if (unfolded > MOST_UNFOLDED) {
                            throw Refusal.rule("partnership.takeover.file.refusal.broken");
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw Refusal.rule("partnership.takeover.file.refusal.broken");
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int place = 0; place < row.getCellCount(); place++) {
            cells.add(row.getOptionalCell(place).map(CaseFile::text).orElse(""));
        }
        return cells;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER && cell.getFormula() == null) {
            BigDecimal number = cell.asNumber().stripTrailingZeros();
            return number.setScale(Math.max(0, number.scale())).toPlainString();
        }
        return cell.getFormula() == null
                ? CellText.original(
                        Objects.requireNonNullElse(cell.getText(), "").strip())
                : "=" + cell.getFormula();
    }

    private List<FileRow> csv(byte[] content) {
        List<FileRow> rows = new ArrayList<>();
        Optional<FileSheet> kind = Optional.empty();
        List<Line> below = new ArrayList<>();
        for (Line line : lines(ExcelText.of(content))) {
            Optional<FileSheet> begins = isAlone(line) ? sheet(line.cells().getFirst()) : Optional.empty();
            if (begins.isPresent()) {
                kind.ifPresent(each -> rows.addAll(rows(each, below)));
                below.clear();
                kind = begins;
            } else if (kind.isEmpty()) {
                throw Refusal.rule(
                        "partnership.takeover.file.refusal.sheet", line.cells().getFirst(), names());
            } else {
                below.add(line);
            }
        }
        kind.ifPresent(each -> rows.addAll(rows(each, below)));
        return rows;
    }

    private static List<Line> lines(String text) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                        .fieldSeparator(text.lines().limit(20).anyMatch(line -> line.contains(";")) ? ';' : ',')
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(text);
                Stream<CsvRecord> records = reader.stream()) {
            return records.map(each -> new Line(
                            Math.toIntExact(each.getStartingLineNumber()),
                            each.getFields().stream()
                                    .map(cell -> CellText.original(cell.strip()))
                                    .toList()))
                    .filter(line -> !isBlank(line))
                    .toList();
        } catch (CsvParseException | IOException e) {
            throw Refusal.rule("partnership.takeover.file.refusal.broken");
        }
    }

    private static boolean isBlank(Line line) {
        return line.cells().stream().allMatch(String::isBlank);
    }

    private static boolean isAlone(Line line) {
        return line.cells().stream().filter(cell -> !cell.isBlank()).count() == 1
                && !line.cells().getFirst().isBlank();
    }

    private List<FileRow> rows(FileSheet sheet, List<Line> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        Map<Integer, String> places = columns(sheet, lines.getFirst());
        return lines.stream()
                .skip(1)
                .map(line -> {
                    Map<String, String> cells = new HashMap<>();
                    places.forEach((place, column) -> cells.put(
                            column, place < line.cells().size() ? line.cells().get(place) : ""));
                    return new FileRow(sheet, line.number(), cells);
                })
                .toList();
    }

    private Map<Integer, String> columns(FileSheet sheet, Line headings) {
        Map<Integer, String> places = new HashMap<>();
        for (int place = 0; place < headings.cells().size(); place++) {
            String heading = headings.cells().get(place);
            if (!heading.isBlank()) {
                places.put(
                        place,
                        sheet.columns().stream()
                                .filter(column -> isCalled(heading, column, FileSheet.column(column)))
                                .findFirst()
                                .orElseThrow(() -> Refusal.rule(
                                        "partnership.takeover.file.refusal.column", heading, new Worded(sheet.key()))));
            }
        }
        return places;
    }

    private Optional<FileSheet> sheet(String name) {
        return Stream.of(FileSheet.values())
                .filter(each -> isCalled(name, each.name(), each.key()))
                .findFirst();
    }

    /** Whether somebody means this thing: by its name in either language, or by its key. */
    boolean isCalled(String said, String itself, String key) {
        return said.strip().equalsIgnoreCase(itself)
                || languages.stream()
                        .anyMatch(words -> said.strip()
                                .toLowerCase(Locale.ROOT)
                                .equals(words.text(key).toLowerCase(Locale.ROOT)));
    }

    private String names() {
        return String.join(
                ", ",
                Stream.of(FileSheet.values())
                        .map(each -> languages.getFirst().text(each.key()))
                        .toList());
    }
}
