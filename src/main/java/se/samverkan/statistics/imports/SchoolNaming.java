package se.samverkan.statistics.imports;

import java.util.List;
import java.util.Optional;
import se.samverkan.organisation.MunicipalityFacts;
import se.samverkan.statistics.imports.Finding.Severity;

/** What the layouts have in common when a row says whose figures it holds. */
final class SchoolNaming {

    private SchoolNaming() {}

    /**
     * Whether an organisation number is a person's: the third and fourth digits of a personal identity number are a
     * month, while those of an organisation are at least 20.
     */
    static boolean isPersonal(String number) {
        return number.length() == 10 && number.charAt(2) < '2';
    }

    /** Ten digits; what stands there instead is not repeated, for it may be a person's number. */
    static boolean isOrganiserNumber(Row row, String key, Reading reading) {
        boolean fits = row.code(key, 10).matches("\\d{10}");
        if (!fits) {
            reading.add(
                    new Finding(row.number(), row.heading(key), null, "organiser-number", List.of(), Severity.ERROR));
        }
        return fits;
    }

    static Optional<String> organiserType(Row row, String key, Reading reading) {
        Optional<String> type = Names.organiserType(row.text(key));
        if (type.isEmpty()) {
            reading.error(row, key, "organiser-type");
        }
        return type;
    }

    /** Makes the municipality of a row known, by its name and code. */
    static boolean municipality(Row row, Reading reading) {
        String code = row.code("municipality-code", 4);
        Optional<MunicipalityFacts> facts = Names.municipality(code, row.text("municipality"));
        if (facts.isEmpty()) {
            reading.error(row, "municipality-code", "no-such-county");
        }
        facts.ifPresent(municipality -> reading.municipalities.putIfAbsent(code, municipality));
        return facts.isPresent();
    }
}
