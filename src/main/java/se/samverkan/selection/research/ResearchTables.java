package se.samverkan.selection.research;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.samverkan.selection.allotment.AllotmentView;
import se.samverkan.selection.allotment.Allotted;
import se.samverkan.selection.candidate.BasisUnit;
import se.samverkan.selection.decision.OfferList.Replacement;

/** The tables of a round for research, as CSV with a point as the decimal sign; the code book says what columns mean. */
final class ResearchTables {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private ResearchTables() {}

    static String units(List<BasisUnit> units, AllotmentView allotment) {
        Map<String, Allotted> parts = allotment.units().stream()
                .collect(Collectors.toMap(
                        each -> each.unit().form() + each.unit().key(), each -> each));
        return table(csv -> {
            csv.writeRecord(
                    "form",
                    "unit",
                    "organiser",
                    "organiser_type",
                    "county",
                    "need",
                    "error",
                    "among",
                    "verdict",
                    "excluded",
                    "conclusion",
                    "part",
                    "number",
                    "stratum",
                    "distance");
            for (BasisUnit unit : units) {
                Optional<Allotted> part = Optional.ofNullable(parts.get(unit.form() + unit.key()));
                csv.writeRecord(
                        unit.form(),
                        unit.key(),
                        unit.place().organiserKey(),
                        unit.place().organiserType(),
                        unit.place().county(),
                        unit.need().map(java.math.BigDecimal::toPlainString).orElse(""),
                        Double.toString(unit.error()),
                        unit.among().isEmpty()
                                ? ""
                                : Double.toString(unit.among().getAsDouble()),
                        unit.verdict().name(),
                        unit.excluded().map(Enum::name).orElse(""),
                        unit.conclusion().map(Enum::name).orElse(""),
                        part.map(each -> each.part().name()).orElse(""),
                        part.map(each -> Integer.toString(each.position())).orElse(""),
                        part.map(Allotted::stratum).orElse(""),
                        part.filter(each -> each.distance().isPresent())
                                .map(each -> Double.toString(each.distance().getAsDouble()))
                                .orElse(""));
            }
        });
    }

    static String covariates(List<BasisUnit> units) {
        return table(csv -> {
            csv.writeRecord("form", "unit", "name", "value");
            for (BasisUnit unit : units) {
                unit.covariates()
                        .forEach((name, value) ->
                                csv.writeRecord(unit.form(), unit.key(), name, Double.toString(value)));
            }
        });
    }

    /** Who was left out after the decision, and which reserve took the place; by the units' keys. */
    static String replacements(List<Replacement> replacements, List<BasisUnit> units) {
        Map<Long, String> keys =
                units.stream().collect(Collectors.toMap(BasisUnit::unit, BasisUnit::key, (one, same) -> one));
        return table(csv -> {
            csv.writeRecord("unit", "reason", "reserve", "day");
            for (Replacement each : replacements) {
                csv.writeRecord(
                        keys.getOrDefault(each.unit(), ""),
                        each.reason().name(),
                        each.reserve()
                                .map(reserve -> keys.getOrDefault(reserve, ""))
                                .orElse(""),
                        each.at().atZone(SWEDEN).toLocalDate().toString());
            }
        });
    }

    private static String table(java.util.function.Consumer<CsvWriter> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            rows.accept(csv);
        } catch (IOException e) {
            throw new UncheckedIOException("a table in memory cannot be written", e);
        }
        return text.toString();
    }
}
