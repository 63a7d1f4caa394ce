package se.samverkan.analysis.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.analysis.chain.Chains;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.SentForm;

/** Puts a part under another: moved from where it stands, or under one more. What is dragged in the tree is sent here too. */
@Controller
@RequestMapping("/analyses/{id}/parts/{part}/places")
class PlaceController {

    private final Chains chains;
    private final PartPage pages;
    private final OnceOnPage once;

    PlaceController(Chains chains, PartPage pages, OnceOnPage once) {
        this.chains = chains;
        this.pages = pages;
        this.once = once;
    }

    /**
     * Puts it under another.
     *
     * @param from what it is moved away from; it stays there too where none is named
     * @param back where to go then: {@code tree}, or the part's own page
     */
    @PostMapping
    String put(
            @PathVariable long id,
            @PathVariable long part,
            @RequestParam long to,
            @RequestParam Optional<Long> from,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "0") long problem,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return once.does(
                SentForm.of(fields),
                () -> put(id, part, from, to),
                back.equals("tree")
                        ? "/analyses/" + id + "?problem=" + problem + "#part-" + part
                        : "/analyses/" + id + "/parts/" + part,
                errors -> page(id, part, errors, model),
                response);
    }

    private void put(long id, long part, Optional<Long> from, long to) {
        if (from.isPresent()) {
            chains.move(id, part, from, to);
        } else {
            chains.link(id, part, to);
        }
    }

    @PostMapping("/{upper}/removal")
    String remove(@PathVariable long id, @PathVariable long part, @PathVariable long upper) {
        chains.unlink(id, part, upper);
        return "redirect:/analyses/" + id + "/parts/" + part;
    }

    private String page(long id, long part, FormErrors errors, Model model) {
        return pages.of(id, part, Optional.empty(), errors, model);
    }
}
