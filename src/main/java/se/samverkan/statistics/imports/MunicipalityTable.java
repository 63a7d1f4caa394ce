package se.samverkan.statistics.imports;

import java.util.Optional;
import se.samverkan.statistics.Observation.Subject.OfMunicipality;

/** What Skolverket's exports by municipality and type of organiser have in common. */
abstract class MunicipalityTable implements Layout {

    static final Column NAME = Column.required("municipality", "kommun");
    static final Column CODE = Column.required("municipality-code", "kommun-kod");
    static final Column COUNTY = Column.optional("county", "län");
    static final Column TYPE = Column.required("type", "typ av huvudman");

    @Override
    public boolean isRow(Row row) {
        return row.text("municipality-code").matches("\\d{3,4}");
    }

    /** The municipality and the type of organiser of a row, made known; nothing when something is wrong with them. */
    static Optional<OfMunicipality> subject(Row row, Reading reading) {
        boolean whole = reading.isCode(row, "municipality-code", 4);
        Optional<String> type = SchoolNaming.organiserType(row, "type", reading);
        if (!whole || type.isEmpty()) {
            return Optional.empty();
        }
        String code = row.code("municipality-code", 4);
        if (row.text("municipality").isEmpty()) {
            reading.bareMunicipalities.put(code, row);
        } else if (!reading.isText(row, "municipality") || !SchoolNaming.municipality(row, reading)) {
            return Optional.empty();
        }
        return Optional.of(new OfMunicipality(code, type.get()));
    }
}
