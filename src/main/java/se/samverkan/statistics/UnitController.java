package se.samverkan.statistics;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.organisation.Particulars;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.Words;

/** A unit's page, and each of its indicators by itself. */
@Controller
class UnitController {

    private final UnitPages pages;
    private final Particulars particulars;
    private final PageSource source;

    UnitController(UnitPages pages, Particulars particulars, PageSource source) {
        this.pages = pages;
        this.particulars = particulars;
        this.source = source;
    }

    @GetMapping("/units/{key}")
    String unit(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String period,
            HttpServletRequest request,
            Model model) {
        UnitPage page = pages.page(key, words(request), asked(period)).orElseThrow(Refusal::notSeen);
        model.addAttribute("unit", page);
        // Not kept with the page: who reads decides what of it is seen.
        model.addAttribute("successions", particulars.successions(page.unit().id()));
        return "statistics/unit";
    }

    @GetMapping("/units/{key}/indicators/{code}")
    String indicator(
            @PathVariable String key,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String period,
            HttpServletRequest request,
            Model model) {
        model.addAttribute(
                "indicator",
                pages.indicator(key, code, words(request), asked(period)).orElseThrow(Refusal::notSeen));
        return "statistics/indicator";
    }

    private Words words(HttpServletRequest request) {
        return source.of(request).words();
    }

    /** A school year as it is written; what is not one is as if nothing was asked. */
    static Optional<Period> asked(@Nullable String period) {
        if (period == null || period.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Period.parse(period));
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("refusal.period", period);
        }
    }
}
