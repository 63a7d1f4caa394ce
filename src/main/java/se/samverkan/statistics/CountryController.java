package se.samverkan.statistics;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.PageSource;

/** The country's page: all indicators as a whole, or one with all its parts. */
@Controller
class CountryController {

    private final CountryPages pages;
    private final PageSource source;

    CountryController(CountryPages pages, PageSource source) {
        this.pages = pages;
        this.source = source;
    }

    @GetMapping("/country")
    String country(
            @RequestParam(required = false) @Nullable String indicator, HttpServletRequest request, Model model) {
        FigureWords words = new FigureWords(source.of(request).words());
        model.addAttribute(
                "country",
                indicator == null || indicator.isBlank()
                        ? pages.page(words)
                        : pages.page(indicator, words).orElseThrow(Refusal::notSeen));
        return "statistics/country";
    }
}
