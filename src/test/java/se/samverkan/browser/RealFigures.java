package se.samverkan.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import se.samverkan.testing.SharedData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real figures of year 9 as files to bring in: Skolverket's export of the newest year, and tables of our own made of
 * recorded answers of its API, with the years before and the pupils' background.
 */
final class RealFigures {

    private static final String FOLDER = "skolverket/";
    private static final String HEADINGS = "unit_code,unit_name,municipality_code,municipality_name,organiser_type,"
            + "indicator,breakdown_dimension,breakdown_code,period,value,status,token,n,source\n";
    private static final Pattern OF_UNIT = Pattern.compile("/school-units/(\\d{8})/statistics/gr$");
    private static final String NEWEST = "2024/25";
    private static final Map<String, String> OF_BACKGROUND = Map.of(
            "salsaParentsEducation", "salsa-parents-education",
            "salsaRequirementsReachedDeviation", "salsa-passed-deviation");
    private static final Map<String, String> OF_RESULTS =
            Map.of("ratioOfPupilsIn9thGradeWithAllSubjectsPassed", "gr9-passed-all");

    private RealFigures() {}

    /** Skips the test, saying which file, where they are not beside the project. */
    static void areThere() {
        export();
        answers();
    }

    static Path export() {
        return SharedData.file(FOLDER + "Grundskola - Slutbetyg årskurs 9, samtliga elever 2025 Skolenhet.csv");
    }

    private static Path answers() {
        return SharedData.file(FOLDER + "api-responses.tsv.gz");
    }

    /** The tables, to be brought in after the export, since a bare code makes no unit known. */
    static List<Path> tables(Path folder) {
        Set<String> known = units();
        StringBuilder results = new StringBuilder(HEADINGS);
        StringBuilder background = new StringBuilder(HEADINGS);
        JsonMapper json = new JsonMapper();
        each((path, body) -> {
            Matcher unit = OF_UNIT.matcher(path);
            if (unit.find() && known.contains(unit.group(1))) {
                JsonNode told = json.readTree(body).path("body");
                OF_RESULTS.forEach((field, indicator) -> told.path(field)
                        .forEach(
                                figure -> line(results, unit.group(1), indicator, text(figure, "timePeriod"), figure)));
            } else if (path.endsWith("/salsa")) {
                json.readTree(body)
                        .path("body")
                        .path("compulsorySchoolUnitSalsaMetricList")
                        .forEach(school -> OF_BACKGROUND.forEach((field, indicator) -> {
                            if (known.contains(text(school, "schoolUnitCode"))) {
                                line(background, text(school, "schoolUnitCode"), indicator, NEWEST, school.path(field));
                            }
                        }));
            }
        });
        return List.of(write(folder, "tidigare år.csv", results), write(folder, "bakgrund.csv", background));
    }

    /** The newest year of the results is in the export, with its cohort. */
    private static void line(StringBuilder table, String unit, String indicator, String period, JsonNode figure) {
        String value = text(figure, "value").replace(',', '.');
        if (indicator.startsWith("gr9") && period.equals(NEWEST) || period.isEmpty()) {
            return;
        }
        String status = switch (text(figure, "valueType")) {
            case "EXISTS" -> "EXACT";
            case "OMITTED_DUE_TO_BASED_ON_FEW_PUPILS" -> "MASKED";
            case "ROUNDED_OFF_DUE_TO_FEW_PUPILS_NOT_ELIGIBLE" -> "BOUNDED";
            default -> "MISSING";
        };
        boolean told = status.equals("EXACT") && value.matches("-?\\d+(\\.\\d+)?");
        if (status.equals("MASKED") || status.equals("MISSING") || told) {
            table.append(unit)
                    .append(",,,,,")
                    .append(indicator)
                    .append(",ALL,,")
                    .append(period)
                    .append(',')
                    .append(told ? value : "")
                    .append(',')
                    .append(status)
                    .append(',')
                    .append(told ? value : "..")
                    .append(",,SKOLVERKET\n");
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static Set<String> units() {
        try {
            Set<String> units = new HashSet<>();
            for (String line : Files.readAllLines(export())) {
                String[] cells = line.split(";", -1);
                if (cells.length > 1 && cells[1].matches("\\d{8}")) {
                    units.add(cells[1]);
                }
            }
            return units;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void each(java.util.function.BiConsumer<String, String> answer) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(answers())), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                answer.accept(line.substring(0, tab), line.substring(tab + 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path folder, String name, StringBuilder table) {
        try {
            return Files.writeString(folder.resolve(name), table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
