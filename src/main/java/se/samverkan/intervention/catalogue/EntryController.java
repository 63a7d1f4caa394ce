package se.samverkan.intervention.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.intervention.catalogue.EntryText.Written;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;
import se.samverkan.shared.page.Words;

/** The form of an entry: a provider offers something new, and writes anew what it offers. */
@Controller
class EntryController {

    /** Fields in which several boxes can be ticked. */
    private static final List<String> BOXES = List.of("levels", "themes", "school-forms", "languages");

    private static final List<String> TEXTS = List.of("entry-title", "research", "entry-words", "said");

    private final Catalogue catalogue;
    private final Vocabulary vocabulary;
    private final Saving saving;
    private final PageSource source;

    EntryController(Catalogue catalogue, Vocabulary vocabulary, Saving saving, PageSource source) {
        this.catalogue = catalogue;
        this.vocabulary = vocabulary;
        this.saving = saving;
        this.source = source;
    }

    @GetMapping("/catalogue/providers/{key}/new")
    @Transactional(readOnly = true)
    public String empty(@PathVariable String key, Model model) {
        ProviderView provider = catalogue.toWrite(key);
        SentForm form =
                SentForm.empty().with("languages", Language.SWEDISH.name()).with("terms", "2");
        return page(provider, Optional.empty(), FormAgain.shown(form), model);
    }

    @PostMapping("/catalogue/providers/{key}/new")
    String add(
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ProviderView provider = catalogue.toWrite(key);
        return saving.save(
                SentForm.of(fields), new OneForm(provider, Optional.empty(), words(request), model), response);
    }

    @GetMapping("/catalogue/{id}/edit")
    @Transactional(readOnly = true)
    public String filled(@PathVariable long id, HttpServletRequest request, Model model) {
        EntryView entry = catalogue.entry(id);
        ProviderView provider = catalogue.toWrite(entry.provider().key());
        return page(provider, Optional.of(entry), FormAgain.shown(form(entry, words(request))), model);
    }

    @PostMapping("/catalogue/{id}/edit")
    String change(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        EntryView entry = catalogue.entry(id);
        ProviderView provider = catalogue.toWrite(entry.provider().key());
        return saving.save(
                SentForm.of(fields), new OneForm(provider, Optional.of(entry), words(request), model), response);
    }

    private Words words(HttpServletRequest request) {
        return source.of(request).words();
    }

    /** The form as it is filled in: choices by their codes, the rest as people read it. */
    private SentForm form(EntryView entry, Words words) {
        EntryDraft draft = entry.offer();
        Vocabulary.Spoken spoken = vocabulary.spoken();
        SentForm form = SentForm.ofVersion(entry.version())
                .with("shape", draft.shape().name())
                .with("work", draft.work().name())
                .with("base", draft.base().name())
                .with("levels", draft.levels().stream().map(Enum::name).toList())
                .with("themes", draft.themes().stream().map(Enum::name).toList())
                .with("languages", draft.languages().stream().map(Enum::name).toList())
                .with("school-forms", draft.schoolForms())
                .with("remote", draft.remote() ? "true" : "")
                .with("offered", draft.offered() ? "true" : "");
        for (String field : EntryText.FIELDS) {
            if (!form.fields().containsKey(field)) {
                form = form.with(field, EntryText.say(draft, field, spoken, words));
            }
        }
        return form;
    }

    private String page(ProviderView provider, Optional<EntryView> entry, FormAgain again, Model model) {
        model.addAttribute("provider", provider);
        model.addAttribute("entry", entry);
        model.addAttribute("forms", vocabulary.spoken().forms());
        model.addAttribute("again", again);
        return "intervention/catalogue/form";
    }

    private final class OneForm implements Saving.Form {

        private final ProviderView provider;
        private final Optional<EntryView> entry;
        private final Words words;
        private final Model model;

        OneForm(ProviderView provider, Optional<EntryView> entry, Words words, Model model) {
            this.provider = provider;
            this.entry = entry;
            this.words = words;
            this.model = model;
        }

        private Written written(SentForm sent) {
            return EntryText.read(
                    field -> BOXES.contains(field) ? String.join(",", sent.all(field)) : sent.text(field),
                    vocabulary.spoken());
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return FreeText.errors(written(sent).errors(), sent, TEXTS.toArray(String[]::new));
        }

        @Override
        public String save(SentForm sent) {
            EntryDraft draft = written(sent).draft().orElseThrow();
            FreeText texts = new FreeText(
                    String.join("\n", TEXTS.stream().map(sent::text).toList()), sent.text(FreeText.REASON_FIELD));
            if (entry.isPresent()) {
                catalogue.change(entry.get().id(), sent.version(), draft, texts);
                return entry.get().address();
            }
            return "/catalogue/" + catalogue.add(provider, draft, texts);
        }

        @Override
        public SentForm now() {
            return entry.map(each -> form(catalogue.entry(each.id()), words)).orElseGet(SentForm::empty);
        }

        @Override
        public List<Compared> compared() {
            Stream<Compared> texts = EntryText.FIELDS.stream()
                    .filter(field -> !BOXES.contains(field)
                            && !List.of("shape", "work", "base", "remote", "offered")
                                    .contains(field))
                    .map(Compared::text);
            Stream<Compared> choices = Stream.of("shape", "work", "base")
                    .map(field -> Compared.choice(field, "intervention." + field + "."));
            return Stream.concat(texts, choices).toList();
        }

        @Override
        public String page(FormAgain again) {
            return EntryController.this.page(provider, entry, again, model);
        }
    }
}
