package se.samverkan.organisation.search;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.shared.Searchable;
import se.samverkan.shared.page.Pager;

/** Finding by a few letters: the page of results, and what is suggested while somebody types. */
@Controller
class SearchController {

    private static final int SUGGESTED = 8;
    private static final int OF_EACH_KIND = 5;
    private static final int ON_A_PAGE = 25;

    private final Search search;
    private final ObjectProvider<Searchable> others;

    SearchController(Search search, ObjectProvider<Searchable> others) {
        this.search = search;
        this.others = others;
    }

    /** What a room has found. */
    record Group(String heading, List<Searchable.Match> matches) {}

    /** Without a kind the best few of each; with one, all of it in pages. */
    @GetMapping("/search")
    String results(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Optional<Search.Kind> chosen = kindOf(kind);
        int shown = Math.max(page, 1);
        model.addAttribute("q", q.strip());
        model.addAttribute("kind", chosen);
        model.addAttribute(
                "found",
                chosen.map(one -> search.page(q, one, shown - 1, ON_A_PAGE))
                        .orElseGet(() -> search.overview(q, OF_EACH_KIND)));
        model.addAttribute("others", chosen.isPresent() ? List.of() : others(q));
        model.addAttribute(
                "pager", chosen.map(one -> new Pager(shown, ON_A_PAGE)).orElse(Pager.ONE_PAGE));
        return "organisation/search/results";
    }

    /** What other rooms find beside the names. */
    private List<Group> others(String q) {
        String query = TextIndex.query(q);
        return query.isEmpty()
                ? List.of()
                : others.orderedStream()
                        .map(each -> new Group(each.heading(), each.find(query, OF_EACH_KIND)))
                        .filter(each -> !each.matches().isEmpty())
                        .toList();
    }

    @GetMapping("/search/suggest")
    String suggestions(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("q", q.strip());
        model.addAttribute("hits", search.suggest(q, SUGGESTED));
        return "organisation/search/suggestions";
    }

    private static Optional<Search.Kind> kindOf(String name) {
        for (Search.Kind kind : Search.Kind.values()) {
            if (kind.name().equalsIgnoreCase(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
