package se.samverkan.reporting.portfolio;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.programme.Variants;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.SentForm;
import se.samverkan.shared.page.Words;

/** The portfolio on a page and to take away, its saved views, and the warnings that are put aside. */
@Controller
@RequestMapping("/portfolio")
class PortfolioController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final PortfolioPage page;
    private final Portfolio portfolio;
    private final SavedViews views;
    private final Warnings warnings;
    private final Variants variants;
    private final MessageSource messages;
    private final OnceOnPage once;

    PortfolioController(
            PortfolioPage page,
            Portfolio portfolio,
            SavedViews views,
            Warnings warnings,
            Variants variants,
            MessageSource messages,
            OnceOnPage once) {
        this.page = page;
        this.portfolio = portfolio;
        this.views = views;
        this.warnings = warnings;
        this.variants = variants;
        this.messages = messages;
        this.once = once;
    }

    @GetMapping
    String show(
            @RequestParam Map<String, String> said,
            @RequestParam(name = "page", defaultValue = "1") int number,
            Locale locale,
            Model model) {
        return page.show(said, number, locale, model);
    }

    @GetMapping("/list.csv")
    ResponseEntity<byte[]> csv(@RequestParam Map<String, String> said, Locale locale) {
        return OnceOnPage.file("portfolj.csv", CSV, export(locale).csv(found(said)));
    }

    @GetMapping("/list.xlsx")
    ResponseEntity<byte[]> xlsx(@RequestParam Map<String, String> said, Locale locale) {
        return OnceOnPage.file("portfolj.xlsx", XLSX, export(locale).xlsx(found(said)));
    }

    @PostMapping("/views")
    String save(
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        SentForm sent = SentForm.of(fields);
        Map<String, String> said = said(fields);
        return once.does(
                sent,
                () -> views.save(sent.text("name"), sent.text("shared").equals("true"), said),
                PortfolioQuery.of(said).address("/portfolio"),
                errors -> page.show(said, 1, errors, sent, locale, model),
                response);
    }

    @PostMapping("/views/{id}/removal")
    String remove(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        SentForm sent = SentForm.of(fields);
        return once.does(
                sent,
                () -> views.remove(id),
                "/portfolio",
                errors -> page.show(Map.of(), 1, errors, sent, locale, model),
                response);
    }

    @PostMapping("/warnings/{id}/aside")
    String aside(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        SentForm sent = SentForm.of(fields);
        return once.does(
                sent,
                () -> warnings.aside(id, sent.text("words")),
                "/portfolio#warnings",
                errors -> page.show(Map.of(), 1, errors, sent, locale, model),
                response);
    }

    private static Map<String, String> said(MultiValueMap<String, String> fields) {
        return fields.toSingleValueMap().entrySet().stream()
                .filter(each -> each.getKey().startsWith("f."))
                .collect(Collectors.toMap(each -> each.getKey().substring(2), Map.Entry::getValue));
    }

    private PortfolioExport export(Locale locale) {
        return new PortfolioExport(new Words(messages, locale), new PortfolioNames(variants, locale));
    }

    private List<Line> found(Map<String, String> said) {
        return PortfolioQuery.of(said).of(portfolio.lines());
    }
}
