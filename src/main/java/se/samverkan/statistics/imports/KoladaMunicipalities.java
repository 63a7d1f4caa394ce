package se.samverkan.statistics.imports;

import java.util.List;
import org.springframework.stereotype.Component;

/** Kolada's list of municipalities with their codes; its regions and the country itself are left out. */
@Component
class KoladaMunicipalities implements Layout {

    @Override
    public String name() {
        return "kolada-municipalities";
    }

    @Override
    public String source() {
        return "KOLADA";
    }

    @Override
    public PeriodRule period() {
        return PeriodRule.NONE;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("municipality-code", "id"),
                Column.required("municipality", "title"),
                Column.required("type", "type"));
    }

    @Override
    public boolean isRow(Row row) {
        return row.text("municipality-code").matches("\\d{3,4}");
    }

    @Override
    public void take(Row row, Reading reading) {
        if (!row.text("type").equals("K")) {
            return;
        }
        if (reading.isCode(row, "municipality-code", 4)
                && reading.isText(row, "municipality")
                && reading.isFirst(row, "municipality-code", row.code("municipality-code", 4))) {
            SchoolNaming.municipality(row, reading);
        }
    }
}
