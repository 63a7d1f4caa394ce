package se.samverkan.organisation.keeping;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganisationView;
import se.samverkan.organisation.OrganisationView.Sort;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.SentForms;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Providers, agencies and offices: the list with what was removed, the forms, removal and its undoing. */
@Controller
@RequestMapping("/organisations")
class OrganisationController {

    private static final String LIST = "/organisations";

    private final Organisations organisations;
    private final Directory directory;
    private final Saving saving;
    private final SentForms sentForms;

    OrganisationController(Organisations organisations, Directory directory, Saving saving, SentForms sentForms) {
        this.organisations = organisations;
        this.directory = directory;
        this.saving = saving;
        this.sentForms = sentForms;
    }

    @GetMapping
    String list(Model model) {
        organisations.requireRight();
        model.addAttribute("organisations", directory.organisations());
        model.addAttribute("removed", organisations.removed());
        return "organisation/keeping/organisations";
    }

    @GetMapping("/new")
    String empty(Model model) {
        organisations.requireRight();
        return new OneForm(null, model).page(FormAgain.shown(SentForm.empty().with("sort", Sort.UNIVERSITY.name())));
    }

    @PostMapping
    String add(@RequestParam MultiValueMap<String, String> fields, Model model, HttpServletResponse response) {
        organisations.requireRight();
        return saving.save(SentForm.of(fields), new OneForm(null, model), response);
    }

    @GetMapping("/{key}")
    String filled(@PathVariable String key, Model model) {
        organisations.requireRight();
        OneForm form = new OneForm(organisations.organisation(key), model);
        return form.page(FormAgain.shown(form.now()));
    }

    @PostMapping("/{key}")
    String change(
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response) {
        organisations.requireRight();
        return saving.save(SentForm.of(fields), new OneForm(organisations.organisation(key), model), response);
    }

    @PostMapping("/{key}/removal")
    String remove(@PathVariable String key, @RequestParam MultiValueMap<String, String> fields) {
        organisations.requireRight();
        SentForm sent = SentForm.of(fields);
        return "redirect:"
                + sentForms.once(sent.token(), () -> {
                    organisations.remove(key, sent.version());
                    return LIST;
                });
    }

    @PostMapping("/restoration/{id}")
    String takeBack(@PathVariable long id, @RequestParam MultiValueMap<String, String> fields) {
        organisations.requireRight();
        return "redirect:"
                + sentForms.once(SentForm.of(fields).token(), () -> {
                    organisations.takeBack(id);
                    return LIST;
                });
    }

    private static Optional<Sort> sort(SentForm sent) {
        return Arrays.stream(Sort.values())
                .filter(sort -> sort.name().equals(sent.text("sort")))
                .findFirst();
    }

    /** The form of one organisation, or of a new one. */
    private final class OneForm implements Saving.Form {

        private final @Nullable OrganisationView known;
        private final Model model;

        OneForm(@Nullable OrganisationView known, Model model) {
            this.known = known;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = KeptFields.name(sent, "organisation.refusal.name");
            return sort(sent).isPresent() ? errors : errors.with("sort", "organisation.refusal.sort");
        }

        @Override
        public String save(SentForm sent) {
            Sort sort = sort(sent).orElseThrow();
            if (known == null) {
                organisations.add(sent.text("name"), sort);
            } else {
                organisations.change(known.key(), sent.version(), sent.text("name"), sort);
            }
            return LIST;
        }

        @Override
        public SentForm now() {
            if (known == null) {
                throw Refusal.stale();
            }
            OrganisationView now = organisations.organisation(known.key());
            return SentForm.ofVersion(now.version())
                    .with("name", now.name())
                    .with("sort", now.sort().name());
        }

        @Override
        public List<Compared> compared() {
            return List.of(Compared.text("name"), Compared.choice("sort", "sort."));
        }

        @Override
        public String page(FormAgain again) {
            model.addAttribute("known", known);
            model.addAttribute("again", again);
            return "organisation/keeping/organisation";
        }
    }
}
