package se.samverkan.partnership.closing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The closing of a case: what is missing, the decision; afterwards how it was closed and what lives on. */
@Controller("caseClosingController")
@RequestMapping("/partnerships/{id}/closing")
class ClosingController {

    /** The beginning of the names of the fields in which conditions are waived. */
    static final String WAIVER = "waiver.";

    private final CaseClosing closing;
    private final ClosingPage page;
    private final Saving saving;

    ClosingController(CaseClosing closing, ClosingPage page, Saving saving) {
        this.closing = closing;
        this.page = page;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        return page.show(id, model);
    }

    @PostMapping
    String close(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        closing.partnership(id);
        return saving.save(SentForm.of(fields), new OneForm(id, model), response);
    }

    private final class OneForm implements Saving.Form {

        private final long id;
        private final Model model;

        OneForm(long id, Model model) {
            this.id = id;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (sent.day("day").isEmpty()) {
                errors = errors.with("day", "partnership.case.refusal.day");
            }
            if (sent.text("words").isEmpty()) {
                errors = errors.with("words", "partnership.closing.error.words");
            }
            if (sent.text("mandate").isEmpty()) {
                errors = errors.with("mandate", "partnership.case.refusal.mandate");
            }
            if (sent.text("learned").isEmpty()) {
                errors = errors.with("learned", "partnership.closing.error.learned");
            }
            return FreeText.errors(errors, sent, written(sent));
        }

        @Override
        public String save(SentForm sent) {
            closing.close(
                    id,
                    sent.version(),
                    new CaseClosing.Draft(
                            sent.day("day").orElseThrow(),
                            FreeText.of(sent, "words"),
                            sent.text("mandate"),
                            sent.text("learned"),
                            waivers(sent)));
            return "/partnerships/" + id + "/closing";
        }

        @Override
        public SentForm now() {
            PartnershipView view = closing.partnership(id);
            return SentForm.ofVersion(view.version());
        }

        @Override
        public List<Compared> compared() {
            return List.of(
                    Compared.text("day"), Compared.text("words"), Compared.text("mandate"), Compared.text("learned"));
        }

        @Override
        public String page(FormAgain again) {
            return page.show(id, Optional.of(again), FormErrors.none(), model);
        }
    }

    private static String[] written(SentForm sent) {
        return Stream.concat(
                        Stream.of("words", "learned"), sent.written().stream().filter(each -> each.startsWith(WAIVER)))
                .toArray(String[]::new);
    }

    private static Map<String, String> waivers(SentForm sent) {
        Map<String, String> waivers = new LinkedHashMap<>();
        sent.written().stream()
                .filter(each -> each.startsWith(WAIVER))
                .forEach(each -> waivers.put(each.substring(WAIVER.length()), sent.text(each)));
        return waivers;
    }
}
