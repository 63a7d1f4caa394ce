package se.samverkan.reporting.release;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samverkan.reporting.aggregate.NamedTable;
import se.samverkan.reporting.aggregate.NamedTable.Cell;
import se.samverkan.reporting.aggregate.NamedTable.Line;
import se.samverkan.reporting.aggregate.NamedTable.Names;
import se.samverkan.shared.CellText;
import tools.jackson.databind.json.JsonMapper;

/** A release as a file for machines: a line, or an object, for each number. English names, full stops in numbers, UTF-8. */
@Component
class DataFile {

    private static final String MASKED = "masked";
    private static final String SHOWN = "shown";

    private final JsonMapper json;

    DataFile(JsonMapper json) {
        this.json = json;
    }

    /** A release as JSON. */
    record Written(
            String dataset,
            int version,
            Names title,
            Names description,
            String publisher,
            String licence,
            Instant counted,
            Instant released,
            String measure,
            Names rowAxis,
            Names columnAxis,
            List<Observed> observations) {}

    /** A number of it; null where it is masked. */
    record Observed(
            String row,
            Names rowName,
            String column,
            Names columnName,
            String status,
            @Nullable BigDecimal value) {}

    /** Comma-separated, RFC 4180, with a heading. */
    String csv(Release release) {
        StringWriter out = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out)) {
            writer.writeRecord("row", "row_sv", "row_en", "column", "column_sv", "column_en", "status", "value");
            for (Observed each : observed(release.table())) {
                writer.writeRecord(
                        each.row(),
                        CellText.neutral(each.rowName().sv()),
                        CellText.neutral(each.rowName().en()),
                        each.column(),
                        CellText.neutral(each.columnName().sv()),
                        CellText.neutral(each.columnName().en()),
                        each.status(),
                        each.value() == null ? "" : each.value().toPlainString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private record Columns(
            @JsonProperty("@context") String context,
            String url,
            @JsonProperty("dc:title") Names title,
            @JsonProperty("dc:description") Names description,
            @JsonProperty("dc:license") Map<String, String> licence,
            TableSchema tableSchema) {}

    private record TableSchema(List<Column> columns) {}

    private record Column(String name, Names titles, String datatype, boolean required) {}

    /**
     * What the columns of the file hold, as CSV on the Web tells it.
     *
     * @param version as it stands in the address that was asked for
     */
    String columns(Release release, String version) {
        NamedTable table = release.table();
        return json.writeValueAsString(new Columns(
                "http://www.w3.org/ns/csvw",
                version + ".csv",
                release.title(),
                table.about(),
                Map.of("@id", DataCatalogue.LICENCE),
                new TableSchema(List.of(
                        column("row", table.rowAxis(), "", "string"),
                        column("row_sv", table.rowAxis(), " (svenska)", "string"),
                        column("row_en", table.rowAxis(), " (English)", "string"),
                        column("column", table.columnAxis(), "", "string"),
                        column("column_sv", table.columnAxis(), " (svenska)", "string"),
                        column("column_en", table.columnAxis(), " (English)", "string"),
                        new Column("status", new Names("Visas eller prickad", "Shown or masked"), "string", true),
                        new Column("value", new Names("Värde", "Value"), "decimal", false)))));
    }

    private static Column column(String name, Names axis, String language, String type) {
        return new Column(name, new Names(axis.sv() + language, axis.en() + language), type, true);
    }

    String json(Release release) {
        NamedTable table = release.table();
        return json.writeValueAsString(new Written(
                release.dataset(),
                release.version(),
                release.title(),
                table.about(),
                release.publisher(),
                DataCatalogue.LICENCE,
                release.countedAt(),
                release.at(),
                table.measure().name(),
                table.rowAxis(),
                table.columnAxis(),
                observed(table)));
    }

    private static List<Observed> observed(NamedTable table) {
        return table.cells().stream().map(cell -> observed(table, cell)).toList();
    }

    private static Observed observed(NamedTable table, Cell cell) {
        return new Observed(
                cell.row(),
                NamedTable.line(table.rows(), cell.row()).map(Line::names).orElseThrow(),
                cell.column(),
                NamedTable.line(table.columns(), cell.column()).map(Line::names).orElseThrow(),
                cell.isMasked() ? MASKED : SHOWN,
                cell.value() == null ? null : BigDecimal.valueOf(cell.value()).stripTrailingZeros());
    }
}
