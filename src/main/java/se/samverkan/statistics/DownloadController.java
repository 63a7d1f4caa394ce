package se.samverkan.statistics;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.MunicipalityView;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.organisation.UnitView;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.FigureExport.Owner;
import se.samverkan.statistics.FigureExport.Rows;

/** Every table of figures as a file to take away. */
@Controller
class DownloadController {

    private static final List<String> ORGANISER_TYPES = List.of("ALL", "MUNICIPAL", "INDEPENDENT", "STATE", "REGION");

    private final Directory directory;
    private final Figures figures;
    private final Indicators indicators;
    private final FigureExport export;

    DownloadController(Directory directory, Figures figures, Indicators indicators, FigureExport export) {
        this.directory = directory;
        this.figures = figures;
        this.indicators = indicators;
        this.export = export;
    }

    @GetMapping("/units/{key}/figures.{kind:csv|xlsx}")
    void unit(@PathVariable String key, @PathVariable String kind, HttpServletResponse response) throws IOException {
        UnitView unit = directory.unit(key).orElseThrow(Refusal::notSeen);
        send(unit.key(), kind, writer -> writer.accept(Map.entry(owner(unit), figures.ofUnit(unit.id()))), response);
    }

    @GetMapping("/organisers/{key}/figures.{kind:csv|xlsx}")
    void organiser(
            @PathVariable String key,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String indicator,
            HttpServletResponse response)
            throws IOException {
        OrganiserView organiser = directory.organiser(key).orElseThrow(Refusal::notSeen);
        List<UnitView> units = directory.unitsOfOrganiser(organiser.id());
        send(organiser.key(), kind, ofUnits(units, wanted(indicator)), response);
    }

    @GetMapping("/municipalities/{code}/figures.{kind:csv|xlsx}")
    void municipality(
            @PathVariable String code,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String indicator,
            HttpServletResponse response)
            throws IOException {
        MunicipalityView municipality = directory.municipality(code).orElseThrow(Refusal::notSeen);
        Optional<IndicatorView> wanted = wanted(indicator);
        Rows units = ofUnits(directory.unitsOfMunicipality(code), wanted);
        send(
                code,
                kind,
                writer -> {
                    ORGANISER_TYPES.forEach(type -> writer.accept(Map.entry(
                            new Owner(null, municipality, type),
                            figures.ofMunicipality(code, type).stream()
                                    .filter(figure -> isWanted(figure, wanted))
                                    .toList())));
                    units.forEach(writer);
                },
                response);
    }

    @GetMapping("/country/figures.{kind:csv|xlsx}")
    void country(
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String indicator,
            HttpServletResponse response)
            throws IOException {
        Optional<IndicatorView> wanted = wanted(indicator);
        Rows rows = writer -> ORGANISER_TYPES.forEach(type -> writer.accept(Map.entry(
                new Owner(null, null, type),
                figures.ofCountry(type).stream()
                        .filter(figure -> isWanted(figure, wanted))
                        .toList())));
        send("country", kind, rows, response);
    }

    /** One question to the database when one indicator is wanted, else one per unit. */
    private Rows ofUnits(List<UnitView> units, Optional<IndicatorView> wanted) {
        return writer -> {
            if (wanted.isEmpty()) {
                units.forEach(unit -> writer.accept(Map.entry(owner(unit), figures.ofUnit(unit.id()))));
                return;
            }
            List<Long> ids = new ArrayList<>();
            units.forEach(unit -> ids.add(unit.id()));
            Map<Long, List<KnownFigure>> found =
                    figures.ofUnits(ids, wanted.get().number());
            units.forEach(unit -> writer.accept(Map.entry(owner(unit), found.getOrDefault(unit.id(), List.of()))));
        };
    }

    private Optional<IndicatorView> wanted(@Nullable String code) {
        return code == null || code.isBlank()
                ? Optional.empty()
                : Optional.of(indicators.find(code).orElseThrow(() -> Refusal.malformed("refusal.indicator", code)));
    }

    private static boolean isWanted(KnownFigure figure, Optional<IndicatorView> wanted) {
        return wanted.map(one -> one.number() == figure.indicator()).orElse(true);
    }

    private static Owner owner(UnitView unit) {
        return new Owner(unit, unit.municipality(), unit.organiser().type());
    }

    private void send(String name, String kind, Rows rows, HttpServletResponse response) throws IOException {
        boolean csv = kind.equals("csv");
        response.setContentType(
                csv ? "text/csv;charset=UTF-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename("samverkan-" + name + "." + kind)
                        .build()
                        .toString());
        if (csv) {
            export.csv(rows, response.getOutputStream());
        } else {
            export.xlsx(rows, response.getOutputStream());
        }
    }
}
