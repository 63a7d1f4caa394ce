package se.samverkan.statistics.imports;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import se.samverkan.organisation.MunicipalityFacts;

/** Names and codes that files write in Swedish, as what they mean here. */
final class Names {

    private static final Map<String, String> COUNTIES = counties();

    private Names() {}

    /** Skolverket's types of organiser. */
    static Optional<String> organiserType(String swedish) {
        return Optional.ofNullable(
                switch (swedish.toLowerCase(java.util.Locale.ROOT)) {
                    case "samtliga" -> "ALL";
                    case "kommunal", "kommun" -> "MUNICIPAL";
                    case "enskild", "fristående" -> "INDEPENDENT";
                    case "statlig", "stat" -> "STATE";
                    case "region", "landsting" -> "REGION";
                    default -> null;
                });
    }

    static Optional<String> sex(String swedish) {
        return Optional.ofNullable(
                switch (swedish.toLowerCase(java.util.Locale.ROOT)) {
                    case "samtliga" -> "ALL";
                    case "flickor", "kvinnor" -> "GIRLS";
                    case "pojkar", "män" -> "BOYS";
                    default -> null;
                });
    }

    /** A municipality with its county, which the first two digits of its code tell; nothing when there is no such county. */
    static Optional<MunicipalityFacts> municipality(String code, String name) {
        return Optional.ofNullable(COUNTIES.get(code.substring(0, 2)))
                .map(county -> new MunicipalityFacts(code, name, county));
    }

    private static Map<String, String> counties() {
        Map<String, String> found = new HashMap<>();
        try (var lines = CsvReader.builder()
                .ofNamedCsvRecord(new ClassPathResource("statistics/counties.csv").getInputStream())) {
            lines.forEach(line -> found.put(line.getField("code"), line.getField("name")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
