package se.samverkan.organisation.keeping;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Function;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/**
 * The pages that everything that is kept has: a list for everybody; a form for something new, a form for a change and a
 * removal for those who may. Each sort of thing says only what its forms hold.
 *
 * @param <P> the place whose pages they are: an organiser or a unit
 */
abstract class KeptController<P> {

    private final Kept kept;
    private final KeptPages pages;
    private final Function<String, P> places;
    private final Function<P, OrganiserView> organisers;

    /**
     * @param places the place of a key, refused when there is none
     * @param organisers whose a place is
     */
    KeptController(Kept kept, KeptPages pages, Function<String, P> places, Function<P, OrganiserView> organisers) {
        this.kept = kept;
        this.pages = pages;
        this.places = places;
        this.organisers = organisers;
    }

    @GetMapping
    String list(@PathVariable String key, @RequestParam(defaultValue = "0") long removed, Model model) {
        P place = places.apply(key);
        pages.describe(kept, organisers.apply(place), removed, model);
        return list(place, model);
    }

    @GetMapping("/new")
    String empty(@PathVariable String key, Model model) {
        P place = allowed(key);
        return form(place, 0, FormAgain.shown(blank()), model);
    }

    @PostMapping
    String add(
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response) {
        return pages.save(SentForm.of(fields), new OneForm(allowed(key), 0, model), response);
    }

    @GetMapping("/{id}")
    String filled(@PathVariable String key, @PathVariable long id, Model model) {
        P place = allowed(key);
        return form(place, id, FormAgain.shown(now(place, id)), model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response) {
        return pages.save(SentForm.of(fields), new OneForm(allowed(key), id, model), response);
    }

    @PostMapping("/{id}/remove")
    String remove(@PathVariable String key, @PathVariable long id, @RequestParam MultiValueMap<String, String> fields) {
        P place = places.apply(key);
        return pages.remove(kept, organisers.apply(place), id, SentForm.of(fields), address(place));
    }

    /** For forms: refused also when the reader may not change anything at the place. */
    private P allowed(String key) {
        P place = places.apply(key);
        pages.requireRight(kept, organisers.apply(place));
        return place;
    }

    private String form(P place, long id, FormAgain again, Model model) {
        model.addAttribute("organiser", organisers.apply(place));
        model.addAttribute("id", id);
        model.addAttribute("again", again);
        return form(place, model);
    }

    /** Where the list is. */
    abstract String address(P place);

    /** What the list shows, and its view. */
    abstract String list(P place, Model model);

    /** What the form needs besides what stands in it, and its view. */
    abstract String form(P place, Model model);

    /** The form for something new. */
    abstract SentForm blank();

    /** The form as it would be shown to somebody who comes now. */
    abstract SentForm now(P place, long id);

    abstract List<Compared> compared();

    abstract FormErrors errors(P place, SentForm sent);

    abstract void add(P place, SentForm sent);

    abstract void change(P place, long id, SentForm sent);

    /** The form of one thing; 0 is the id of something new. */
    private final class OneForm implements Saving.Form {

        private final P place;
        private final long id;
        private final Model model;

        OneForm(P place, long id, Model model) {
            this.place = place;
            this.id = id;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return KeptController.this.errors(place, sent);
        }

        @Override
        public String save(SentForm sent) {
            if (id == 0) {
                add(place, sent);
            } else {
                change(place, id, sent);
            }
            return address(place);
        }

        @Override
        public SentForm now() {
            return KeptController.this.now(place, id);
        }

        @Override
        public List<Compared> compared() {
            return KeptController.this.compared();
        }

        @Override
        public String page(FormAgain again) {
            return form(place, id, again, model);
        }
    }
}
