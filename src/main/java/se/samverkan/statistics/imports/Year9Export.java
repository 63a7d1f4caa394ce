package se.samverkan.statistics.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.samverkan.organisation.OrganiserFacts;
import se.samverkan.organisation.UnitFacts;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.Observation.Subject.OfUnit;

/** Skolverket's export of final grades in year 9, one school unit a row. A row that names its unit makes it known. */
@Component
class Year9Export implements Layout {

    @Override
    public String name() {
        return "year-9-export";
    }

    @Override
    public List<String> titles() {
        return List.of("slutbetyg årskurs 9");
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("name", "skola", "skolenhet", "skolenhetsnamn"),
                Column.required("code", "skol-enhetskod", "skolenhetskod"),
                Column.required("municipality", "skolkommun", "kommun"),
                Column.required("municipality-code", "kommun-kod"),
                Column.required("type", "typ av huvudman"),
                Column.required("organiser", "huvudman"),
                Column.required("number", "huvudman orgnr", "huvudman organisationsnummer"),
                Column.required("pupils", "antal elever"),
                Column.required(
                        "passed",
                        "andel (%) elever som uppfyllt betygskriterierna i alla ämnen",
                        "andel (%) elever som uppnått kunskapskraven i alla ämnen"),
                Column.required("eligible", "andel (%) elever behöriga till yrkesprog."),
                Column.required("merit", "genomsnittligt meritvärde (17 ämnen)", "genomsnittligt meritvärde"));
    }

    @Override
    public boolean isRow(Row row) {
        return row.text("code").matches("\\d{5,10}");
    }

    @Override
    public void take(Row row, Reading reading) {
        if (!reading.isCode(row, "code", 8)) {
            return;
        }
        String code = row.code("code", 8);
        if (!reading.isFirst(row, "code", code) || !knowsUnit(row, code, reading)) {
            return;
        }
        OfUnit unit = new OfUnit(code);
        Integer cohort = Reading.cohort(reading.figure(row, "pupils", "gr9-pupils"));
        reading.take(row, "pupils", "gr9-pupils", unit, Breakdown.ALL, null);
        reading.take(row, "passed", "gr9-passed-all", unit, Breakdown.ALL, cohort);
        reading.take(row, "eligible", "gr9-eligible-vocational", unit, Breakdown.ALL, cohort);
        reading.take(row, "merit", "gr9-merit", unit, Breakdown.ALL, cohort);
    }

    /** A row with nothing but a code and figures is taken in only when the code is known already. */
    private static boolean knowsUnit(Row row, String code, Reading reading) {
        List<String> naming = List.of("name", "municipality", "municipality-code", "type", "organiser", "number");
        if (naming.stream().allMatch(key -> row.text(key).isEmpty())) {
            reading.bareUnits.put(code, row);
            return true;
        }
        boolean named = reading.isText(row, "name", "municipality", "organiser");
        named &= reading.isCode(row, "municipality-code", 4);
        named &= SchoolNaming.isOrganiserNumber(row, "number", reading);
        Optional<String> type = SchoolNaming.organiserType(row, "type", reading);
        return named
                && type.isPresent()
                && SchoolNaming.municipality(row, reading)
                && name(row, code, type.get(), reading);
    }

    private static boolean name(Row row, String code, String type, Reading reading) {
        String municipality = row.code("municipality-code", 4);
        String number = row.code("number", 10);
        reading.organisers.putIfAbsent(
                number,
                new OrganiserFacts(
                        number,
                        row.text("organiser"),
                        type,
                        type.equals("MUNICIPAL") ? municipality : null,
                        SchoolNaming.isPersonal(number),
                        "EXPORT"));
        reading.units.put(
                code,
                new UnitFacts(
                        code,
                        code,
                        "SCHOOL",
                        row.text("name"),
                        number,
                        row.text("organiser"),
                        municipality,
                        Map.of("COMPULSORY", Set.of("9")),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "EXPORT"));
        return true;
    }
}
