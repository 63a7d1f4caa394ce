package se.samverkan.partnership.takeover;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganisationView;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.organisation.UnitView;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Option;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Takes over a case that already runs, in two steps: which one, then what has happened in it. */
@Controller
@RequestMapping("/partnerships/takeover")
class TakeoverController {

    private final TakingOver takingOver;
    private final Directory directory;
    private final Variants variants;
    private final Saving saving;

    TakeoverController(TakingOver takingOver, Directory directory, Variants variants, Saving saving) {
        this.takingOver = takingOver;
        this.directory = directory;
        this.variants = variants;
        this.saving = saving;
    }

    @GetMapping
    String show(
            @RequestParam(defaultValue = "") String organiser,
            @RequestParam(defaultValue = "") String variant,
            Locale locale,
            Model model) {
        List<OrganisationView> owners = takingOver.owners();
        Optional<OrganiserView> found = directory.organiser(organiser.strip());
        if (found.isPresent() && variants.newest(variant).isPresent()) {
            SentForm form = SentForm.empty()
                    .with(
                            "owner",
                            owners.isEmpty()
                                    ? ""
                                    : Long.toString(owners.getFirst().id()))
                    .with(
                            "term",
                            Integer.toString(Period.termOf(takingOver.today()).key()));
            return page(found.get(), variant, FormAgain.shown(form), model);
        }
        model.addAttribute("organiser", organiser);
        model.addAttribute("unknown", !organiser.isBlank() && found.isEmpty());
        model.addAttribute(
                "variants",
                variants.all().stream()
                        .map(each -> new Option(each.key(), each.name(locale)))
                        .toList());
        return "partnership/takeover/which";
    }

    @PostMapping
    String takeOver(@RequestParam MultiValueMap<String, String> fields, HttpServletResponse response, Model model) {
        takingOver.owners();
        return saving.save(SentForm.of(fields), new OneForm(SentForm.of(fields), model), response);
    }

    private String page(OrganiserView organiser, String key, FormAgain again, Model model) {
        Variant variant = takingOver.variant(key);
        Period now = Period.termOf(takingOver.today());
        model.addAttribute("organiser", organiser);
        model.addAttribute("variant", variant);
        model.addAttribute("owners", takingOver.owners());
        model.addAttribute("units", takingOver.units(organiser, variant));
        model.addAttribute(
                "terms",
                java.util.stream.IntStream.rangeClosed(0, variant.length() + 2)
                        .mapToObj(back -> now.plusTerms(-back))
                        .toList());
        model.addAttribute("again", again);
        return "partnership/takeover/takeover";
    }

    private final class OneForm implements Saving.Form {

        private final OrganiserView organiser;
        private final Variant variant;
        private final Model model;

        OneForm(SentForm sent, Model model) {
            this.organiser =
                    directory.organiser(sent.text("organiser")).orElseThrow(se.samverkan.shared.Refusal::notSeen);
            this.variant = takingOver.variant(sent.text("variant"));
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (sent.day("started").isEmpty()) {
                errors = errors.with("started", "partnership.case.refusal.day");
            }
            if (units(sent).isEmpty()) {
                errors = errors.with("units", "partnership.takeover.refusal.units", organiser.name());
            }
            return FreeText.errors(errors, sent, "words");
        }

        @Override
        public String save(SentForm sent) {
            return "/partnerships/"
                    + takingOver.takeOver(new TakeoverDraft(
                            number(sent.text("owner")),
                            organiser.id(),
                            variant.key(),
                            Period.ofKey((int) number(sent.text("term"))),
                            sent.day("started").orElseThrow(),
                            units(sent),
                            begun(sent),
                            FreeText.of(sent, "words")));
        }

        @Override
        public String page(FormAgain again) {
            return TakeoverController.this.page(organiser, variant.key(), again, model);
        }

        private Set<Long> units(SentForm sent) {
            Set<String> keys = Set.copyOf(sent.all("units"));
            return takingOver.units(organiser, variant).stream()
                    .filter(unit -> keys.contains(unit.key()))
                    .map(UnitView::id)
                    .collect(Collectors.toSet());
        }

        private Map<String, LocalDate> begun(SentForm sent) {
            Map<String, LocalDate> begun = new LinkedHashMap<>();
            for (Phase phase : variant.phases()) {
                sent.day("phase-" + phase.key()).ifPresent(day -> begun.put(phase.key(), day));
            }
            return begun;
        }

        private static long number(String text) {
            return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
        }
    }
}
