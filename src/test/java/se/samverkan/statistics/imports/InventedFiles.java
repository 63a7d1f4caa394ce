package se.samverkan.statistics.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Small files of the shapes that sources have, about schools that do not exist. */
public final class InventedFiles {

    static final String YEAR_9_HEADINGS = "Skola;Skol-enhetskod;Skolkommun;Kommun-kod;Typ av huvudman;Huvudman;"
            + "Huvudman orgnr;Antal elever;Andel (%) elever som uppfyllt betygskriterierna i alla ämnen;"
            + "Andel (%) elever behöriga till yrkesprog.;Genomsnittligt meritvärde (17 ämnen)";

    static final String STAFF_HEADINGS = """
            ;;;;;#Heltidstjänster;#Heltidstjänster;#Heltidstjänster;#Heltidstjänster;#Tjänstgörande lärare;\
            #Tjänstgörande lärare;#Tjänstgörande lärare;#Tjänstgörande lärare;
            Kommun;Kommun-kod;Län;Läns-kod;Typ av huvudman;Totalt antal;Antal med lärarlegitimation och behörighet;\
            Andel med lärarlegitimation och behörighet;Förstelärare;Totalt antal;\
            Antal med lärarlegitimation och behörighet i minst ett ämne;\
            Andel med lärarlegitimation och behörighet i minst ett ämne;Förstelärare;
            """;

    private InventedFiles() {}

    /** A year-9 export of the school year 2024/25. */
    public static String year9(String... rows) {
        return year9In("2024/25", rows);
    }

    static String year9In(String period, String... rows) {
        return Stream.of(
                        Stream.of(
                                "Statistik från Skolverket, https://www.skolverket.se;;;;;;;;;;",
                                ";;;;;;;;;;",
                                "Grundskola - Slutbetyg årskurs 9, samtliga elever;;;;;;;;;;",
                                "Valt läsår: " + period + ";;;;;;;;;;",
                                ";;;;;;;;;;",
                                YEAR_9_HEADINGS),
                        Arrays.stream(rows),
                        Stream.of(";;;;;;;;;;", "Antal elever;Antal elever som har avslutat årskurs 9;;;;;;;;;"))
                .flatMap(part -> part)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** A row of the year-9 export about an invented school. */
    public static String school(int code, String figures) {
        return "Påhittade skolan %d;%d;Uddköping;0114;Kommunal;Uddköpings kommun;2120009998;%s"
                .formatted(code, code, figures);
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The same table as an Excel workbook; a number with decimal comma becomes a number there. */
    static byte[] workbook(String table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Samverkan", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Tabell");
            int row = 0;
            for (String line : table.split("\n", -1)) {
                int place = 0;
                for (String cell : line.split(";", -1)) {
                    write(sheet, row, place++, cell);
                }
                row++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, int row, int place, String cell) {
        if (cell.startsWith("=")) {
            sheet.formula(row, place, cell.substring(1));
        } else if (cell.matches("\\d+(,\\d+)?")) {
            sheet.value(row, place, Double.valueOf(cell.replace(',', '.')));
        } else if (!cell.isEmpty()) {
            sheet.value(row, place, cell);
        }
    }
}
