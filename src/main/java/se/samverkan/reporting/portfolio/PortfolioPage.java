package se.samverkan.reporting.portfolio;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import se.samverkan.programme.Variants;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Pager;
import se.samverkan.shared.page.SentForm;

/** The page of the portfolio, wherever it is shown from. */
@Component
class PortfolioPage {

    private static final int SIZE = 50;
    private static final int MOST = 10_000;

    private final Portfolio portfolio;
    private final SavedViews views;
    private final Warnings warnings;
    private final Variants variants;

    PortfolioPage(Portfolio portfolio, SavedViews views, Warnings warnings, Variants variants) {
        this.portfolio = portfolio;
        this.views = views;
        this.warnings = warnings;
        this.variants = variants;
    }

    @Transactional(readOnly = true)
    public String show(Map<String, String> said, int number, Locale locale, Model model) {
        return show(said, number, FormErrors.none(), SentForm.empty(), locale, model);
    }

    @Transactional(readOnly = true)
    public String show(
            Map<String, String> said, int number, FormErrors errors, SentForm sent, Locale locale, Model model) {
        List<Line> all = portfolio.lines();
        PortfolioQuery query = PortfolioQuery.of(said);
        List<Line> found = query.of(all);
        Pager pager = new Pager(Math.clamp(number, 1, MOST), SIZE);
        int from = (int) Math.min(found.size(), (long) (pager.page() - 1) * SIZE);
        model.addAttribute("query", query);
        model.addAttribute("all", all);
        model.addAttribute("lines", found.subList(from, Math.min(found.size(), from + SIZE)));
        model.addAttribute("total", (long) found.size());
        model.addAttribute("pager", pager);
        model.addAttribute("names", new PortfolioNames(variants, locale));
        model.addAttribute("views", views.all());
        model.addAttribute("warnings", warnings.open(all));
        model.addAttribute("errors", errors);
        model.addAttribute("sent", sent);
        return "reporting/portfolio/portfolio";
    }
}
