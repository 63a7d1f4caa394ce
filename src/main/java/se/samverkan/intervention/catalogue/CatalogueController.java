package se.samverkan.intervention.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.Pager;
import se.samverkan.shared.page.Words;

/** What providers offer: the search, an entry, the register of providers and the page of each. */
@Controller
@RequestMapping("/catalogue")
class CatalogueController {

    private static final int SIZE = 20;
    private static final int MOST_LINES = 50;

    private final Catalogue catalogue;
    private final Vocabulary vocabulary;
    private final RecordLog log;
    private final PageSource source;

    CatalogueController(Catalogue catalogue, Vocabulary vocabulary, RecordLog log, PageSource source) {
        this.catalogue = catalogue;
        this.vocabulary = vocabulary;
        this.log = log;
        this.source = source;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String search(
            @RequestParam(name = "words", defaultValue = "") String q,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "") String provider,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        CatalogueQuery query = new CatalogueQuery(q, theme, level, form, provider);
        Pager pager = new Pager(Math.clamp(page, 1, 10_000), SIZE);
        model.addAttribute("query", query);
        model.addAttribute("pager", pager);
        model.addAttribute("total", catalogue.count(query));
        model.addAttribute("entries", catalogue.find(query, pager.page(), SIZE));
        model.addAttribute("providers", catalogue.providers());
        model.addAttribute("forms", vocabulary.spoken().forms());
        return "intervention/catalogue/search";
    }

    @GetMapping("/{id:\\d+}")
    @Transactional(readOnly = true)
    public String entry(@PathVariable long id, HttpServletRequest request, Model model) {
        EntryView entry = catalogue.entry(id);
        Words words = source.of(request).words();
        Vocabulary.Spoken spoken = vocabulary.spoken();
        model.addAttribute("entry", entry);
        model.addAttribute(
                "facts",
                List.of("shape", "levels", "themes", "school-forms", "work", "terms", "hours", "places", "languages")
                        .stream()
                        .map(field -> new Fact(
                                "intervention.column." + field, EntryText.say(entry.offer(), field, spoken, words)))
                        .filter(fact -> !fact.said().isEmpty())
                        .toList());
        model.addAttribute(
                "log",
                entry.provider().mine()
                        ? log.of("catalogue-entry", Long.toString(id), MOST_LINES)
                        : List.<RecordLog.Line>of());
        return "intervention/catalogue/entry";
    }

    @GetMapping("/providers")
    @Transactional(readOnly = true)
    public String providers(Model model) {
        model.addAttribute("providers", catalogue.providers());
        return "intervention/catalogue/providers";
    }

    /**
     * Something that an entry says of itself.
     *
     * @param label the key of what it is
     */
    record Fact(String label, String said) {}
}
