package se.samverkan.statistics.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import se.samverkan.shared.CellText;

/**
 * A table in an Excel workbook: the first sheet that has anything in it. Formulas are never worked out; a cell that
 * holds one is told as the formula it is.
 */
final class XlsxSheet implements Sheet {

    private static final int WIDEST = 1_000;

    private final SourceFile file;
    private final int sheet;
    private final String sheetName;

    private XlsxSheet(SourceFile file, int sheet, String sheetName) {
        this.file = file;
        this.sheet = sheet;
        this.sheetName = sheetName;
    }

    static XlsxSheet open(SourceFile file) {
        ZipLimits.check(file.path());
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.path().toFile())) {
            for (org.dhatim.fastexcel.reader.Sheet each : workbook.getSheets().toList()) {
                XlsxSheet sheet = new XlsxSheet(file, each.getIndex(), each.getName());
                if (sheet.hasAnything()) {
                    return sheet;
                }
            }
            throw new Unreadable("empty-table");
        } catch (IOException | ExcelReaderException e) {
            throw new Unreadable("broken-workbook");
        }
    }

    private boolean hasAnything() {
        try (Stream<Line> lines = lines()) {
            return lines.limit(100).anyMatch(line -> !line.isBlank());
        }
    }

    @Override
    public Map<String, String> understood() {
        return Map.of("format", "XLSX", "sheet", sheetName);
    }

    @Override
    public Stream<Line> lines() {
        ReadableWorkbook workbook = open();
        try {
            return workbook.getSheet(sheet)
                    .orElseThrow()
                    .openStream()
                    .map(XlsxSheet::line)
                    .onClose(() -> close(workbook));
        } catch (IOException | ExcelReaderException e) {
            close(workbook);
            throw new Unreadable("broken-workbook");
        }
    }

    private ReadableWorkbook open() {
        try {
            return new ReadableWorkbook(file.path().toFile());
        } catch (IOException | ExcelReaderException e) {
            throw new Unreadable("broken-workbook");
        }
    }

    private static void close(ReadableWorkbook workbook) {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(Row row) {
        if (row.getCellCount() > WIDEST) {
            throw new Unreadable("too-wide", row.getRowNum(), WIDEST);
        }
        List<String> cells = new ArrayList<>(row.getCellCount());
        for (int place = 0; place < row.getCellCount(); place++) {
            cells.add(row.getOptionalCell(place).map(XlsxSheet::text).orElse(""));
        }
        return new Line(row.getRowNum(), cells);
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
            return "=" + Optional.ofNullable(cell.getFormula()).orElse("");
        }
        if (cell.getType() == CellType.NUMBER) {
            return number(cell.asNumber());
        }
        return CellText.original(Optional.ofNullable(cell.getText()).orElse("").strip());
    }

    /** A number as it would have been published: the shortest that means the same, with a decimal comma. */
    private static String number(BigDecimal number) {
        BigDecimal shortest = new BigDecimal(Double.toString(number.doubleValue())).stripTrailingZeros();
        return shortest.setScale(Math.max(0, shortest.scale())).toPlainString().replace('.', ',');
    }
}
