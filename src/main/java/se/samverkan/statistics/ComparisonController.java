package se.samverkan.statistics;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.MunicipalityView;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.organisation.UnitView;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.PageSource;

/** The pages of an organiser and of a municipality: their units side by side. */
@Controller
class ComparisonController {

    private final Directory directory;
    private final UnitTables tables;
    private final MunicipalityTables municipalities;
    private final PageSource source;

    ComparisonController(Directory directory, UnitTables tables, MunicipalityTables municipalities, PageSource source) {
        this.directory = directory;
        this.tables = tables;
        this.municipalities = municipalities;
        this.source = source;
    }

    @GetMapping("/organisers/{key}")
    String organiser(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String indicator,
            HttpServletRequest request,
            Model model) {
        OrganiserView organiser = directory.organiser(key).orElseThrow(Refusal::notSeen);
        List<UnitView> units = directory.unitsOfOrganiser(organiser.id());
        model.addAttribute("organiser", organiser);
        model.addAttribute("units", units.size());
        model.addAttribute("table", tables.of(units, indicator, words(request)));
        return "statistics/organiser";
    }

    @GetMapping("/municipalities/{code}")
    String municipality(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String indicator,
            HttpServletRequest request,
            Model model) {
        MunicipalityView municipality = directory.municipality(code).orElseThrow(Refusal::notSeen);
        List<UnitView> units = directory.unitsOfMunicipality(code);
        FigureWords words = words(request);
        model.addAttribute("municipality", municipality);
        model.addAttribute("units", units.size());
        model.addAttribute("table", tables.of(units, indicator, words));
        model.addAttribute(
                "beside",
                UnitTables.choose(tables.choices(units), indicator)
                        .map(chosen -> municipalities.of(municipality, chosen, words))
                        .orElseGet(() -> new MunicipalityTable("", List.of())));
        return "statistics/municipality";
    }

    private FigureWords words(HttpServletRequest request) {
        return new FigureWords(source.of(request).words());
    }
}
