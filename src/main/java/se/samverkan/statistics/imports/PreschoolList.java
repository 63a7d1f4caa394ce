package se.samverkan.statistics.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samverkan.organisation.OrganiserFacts;
import se.samverkan.organisation.UnitFacts;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.Observation.Subject.OfUnit;

/**
 * A collection of public figures about preschools, one preschool a row. It names the type and the number of the
 * organiser but not its name, and does not say which year the figures are of.
 */
@Component
class PreschoolList implements Layout {

    /** The name of an organiser until a source tells it; the database replaces it when one does. */
    static final String NAMELESS = "";

    private static final Map<String, String> FIGURES = Map.of(
            "children", "fsk-children",
            "groups", "fsk-groups",
            "per-group", "fsk-children-per-group",
            "staff", "fsk-staff-fte",
            "degree", "fsk-degree-share",
            "licence", "fsk-licence-share",
            "density", "fsk-density");

    @Override
    public String name() {
        return "preschools";
    }

    @Override
    public PeriodRule period() {
        return PeriodRule.UNSTATED;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("id", "skolverkets_id"),
                Column.required("number", "organisationsnummer"),
                Column.required("name", "namn"),
                Column.required("type", "huvudman"),
                Column.required("municipality", "kommun"),
                Column.required("municipality-code", "kommunkod"),
                Column.optional("address", "adress"),
                Column.optional("postal-code", "postnummer"),
                Column.required("children", "antal barn"),
                Column.required("groups", "antal barngrupper"),
                Column.required("per-group", "antal barn per grupp, snitt"),
                Column.required("staff", "antal heltidstjänster"),
                Column.required("degree", "andel med förskollärarexamen"),
                Column.required("licence", "andel med förskollärarlegitimation"),
                Column.required("density", "personaltäthet"));
    }

    @Override
    public boolean isRow(Row row) {
        return row.text("id").matches("\\d+");
    }

    @Override
    public void take(Row row, Reading reading) {
        boolean whole = reading.isText(row, "id", "name", "municipality");
        whole &= reading.isCode(row, "municipality-code", 4);
        whole &= SchoolNaming.isOrganiserNumber(row, "number", reading);
        Optional<String> type = SchoolNaming.organiserType(row, "type", reading);
        String key = "F" + row.text("id");
        if (whole && type.isPresent() && SchoolNaming.municipality(row, reading) && reading.isFirst(row, "id", key)) {
            name(row, key, type.get(), reading);
            FIGURES.forEach(
                    (column, indicator) -> reading.take(row, column, indicator, new OfUnit(key), Breakdown.ALL, null));
        }
    }

    private static void name(Row row, String key, String type, Reading reading) {
        String municipality = row.code("municipality-code", 4);
        String number = row.code("number", 10);
        reading.organisers.putIfAbsent(
                number,
                new OrganiserFacts(
                        number,
                        NAMELESS,
                        type,
                        type.equals("MUNICIPAL") ? municipality : null,
                        SchoolNaming.isPersonal(number),
                        "EXPORT"));
        reading.units.put(
                key,
                new UnitFacts(
                        key,
                        null,
                        "PRESCHOOL",
                        row.text("name"),
                        number,
                        NAMELESS,
                        municipality,
                        Map.of("PRESCHOOL", Set.of()),
                        null,
                        null,
                        null,
                        known(row.text("address")),
                        postalCode(row),
                        null,
                        "PRESCHOOLS"));
    }

    private static @Nullable String known(String text) {
        return text.isEmpty() ? null : text;
    }

    /** The collection writes 25247.0; a spreadsheet may have made 25247 of it. */
    private static @Nullable String postalCode(Row row) {
        String digits = row.text("postal-code").replaceFirst("[.,]0+$", "").replace(" ", "");
        return digits.matches("\\d{5}") ? digits : null;
    }
}
