package se.samverkan.statistics;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samverkan.organisation.MunicipalityView;
import se.samverkan.organisation.UnitView;
import se.samverkan.shared.CellText;
import se.samverkan.statistics.Observation.Breakdown;

/**
 * Writes figures as our own table, see {@link FigureColumns}, so that what is taken out can be read in again. CSV is as
 * Excel in Swedish expects it: semicolons, decimal commas, UTF-8 with its mark. A text that Excel would run as a formula
 * gets an apostrophe before it. Both are written as they are read, never whole in memory.
 */
@Component
class FigureExport {

    private static final int ROWS_AT_A_TIME = 1000;

    private final Indicators indicators;
    private final Provenances provenances;

    FigureExport(Indicators indicators, Provenances provenances) {
        this.indicators = indicators;
        this.provenances = provenances;
    }

    /**
     * Whose figures stand in rows.
     *
     * @param unit the unit, or null for a municipality or the country
     * @param municipality where it is, or null for the country
     * @param organiserType of which organisers
     */
    record Owner(@Nullable UnitView unit, @Nullable MunicipalityView municipality, String organiserType) {}

    /** Hands every owner's figures, one after the other, to a writer. */
    @FunctionalInterface
    interface Rows {
        void forEach(Consumer<Map.Entry<Owner, List<KnownFigure>>> writer);
    }

    void csv(Rows rows, OutputStream out) throws IOException {
        out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            writer.writeRecord(FigureColumns.HEADINGS);
            rows.forEach(owned -> owned.getValue()
                    .forEach(figure -> writer.writeRecord(cells(owned.getKey(), figure).stream()
                            .map(FigureExport::csv)
                            .toList())));
        }
    }

    void xlsx(Rows rows, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Samverkan", "1.0")) {
            Worksheet sheet = book.newWorksheet("samverkan-figures");
            for (int column = 0; column < FigureColumns.HEADINGS.size(); column++) {
                sheet.value(0, column, FigureColumns.HEADINGS.get(column));
            }
            int[] row = {0};
            rows.forEach(owned -> owned.getValue().forEach(figure -> {
                List<Object> cells = cells(owned.getKey(), figure);
                row[0]++;
                for (int column = 0; column < cells.size(); column++) {
                    put(sheet, row[0], column, cells.get(column));
                }
                if (row[0] % ROWS_AT_A_TIME == 0) {
                    flush(sheet);
                }
            }));
            sheet.finish();
        }
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Typed cells never run as formulas, so nothing is put before them. */
    private static void put(Worksheet sheet, int row, int column, Object cell) {
        if (cell instanceof Number number) {
            sheet.value(row, column, number);
        } else if (!cell.toString().isEmpty()) {
            sheet.value(row, column, cell.toString());
        }
    }

    private List<Object> cells(Owner owner, KnownFigure figure) {
        UnitView unit = owner.unit();
        MunicipalityView place = owner.municipality();
        Breakdown part = provenances.breakdown(figure.breakdown());
        IndicatorView indicator = indicators.byNumber(figure.indicator());
        Integer n = figure.n();
        Object value =
                figure.figure().value().isPresent() ? figure.figure().value().getAsDouble() : "";
        return List.of(
                unit == null ? "" : unit.key(),
                unit == null ? "" : unit.name(),
                place == null ? "" : place.code(),
                place == null ? "" : place.name(),
                owner.organiserType(),
                indicator.code(),
                part.dimension(),
                part.code(),
                figure.period().toString(),
                value,
                FigureColumns.statusOf(figure.figure()),
                figure.figure().token(),
                n == null ? "" : n,
                indicator.source());
    }

    private static String csv(Object cell) {
        return switch (cell) {
            case Double number
            when number == Math.rint(number) && Math.abs(number) < 1e15 -> Long.toString(number.longValue());
            case Double number -> number.toString().replace('.', ',');
            case Integer number -> number.toString();
            default -> CellText.neutral(cell.toString());
        };
    }
}
