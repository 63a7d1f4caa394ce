package se.samverkan.agreement.signing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.Option;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;
import se.samverkan.shared.page.Words;

/** The signing of an agreement as each party meets it: who signs, how far it has come, and the step that comes next. */
@Controller
@RequestMapping("/agreements/{id}/signing")
class AgreementSigningController {

    private final AgreementSigning signing;
    private final Signatories signatories;
    private final Partnerships partnerships;
    private final Saving saving;
    private final OnceOnPage once;

    AgreementSigningController(
            AgreementSigning signing,
            Signatories signatories,
            Partnerships partnerships,
            Saving saving,
            OnceOnPage once) {
        this.signing = signing;
        this.signatories = signatories;
        this.partnerships = partnerships;
        this.saving = saving;
        this.once = once;
    }

    static String address(long agreement) {
        return "/agreements/" + agreement + "/signing";
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        return page(signing.state(id), FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping
    String ask(
            @PathVariable long id,
            @RequestParam int edition,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        signing.state(id);
        return once.does(
                SentForm.of(fields),
                () -> signing.ask(id, edition),
                address(id),
                errors -> page(signing.state(id), new FormAgain(SentForm.empty(), errors, List.of()), model),
                response);
    }

    @PostMapping("/signatories")
    String name(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new Naming(signing.state(id), model), response);
    }

    @PostMapping("/signatories/{person}/removal")
    String remove(@PathVariable long id, @PathVariable long person) {
        signatories.remove(id, person);
        return "redirect:" + address(id);
    }

    private String page(SigningState state, FormAgain again, Model model) {
        model.addAttribute("state", state);
        model.addAttribute("again", again);
        model.addAttribute(
                "partnership",
                partnerships.find(state.agreement().partnership()).orElseThrow(Refusal::notSeen));
        model.addAttribute("candidates", state.canBeNamed() ? candidates(state) : List.of());
        return "agreement/signing/signing";
    }

    private List<Option> candidates(SigningState state) {
        return signatories.candidates(state).entrySet().stream()
                .map(each ->
                        new Option(Long.toString(each.getKey()), each.getValue().name()))
                .sorted(Comparator.comparing(Option::label, java.text.Collator.getInstance(Words.SWEDISH)))
                .toList();
    }

    private static Optional<Long> person(SentForm sent) {
        return sent.text("person").matches("\\d{1,18}")
                ? Optional.of(Long.valueOf(sent.text("person")))
                : Optional.empty();
    }

    private final class Naming implements Saving.Form {

        private final SigningState state;
        private final Model model;

        Naming(SigningState state, Model model) {
            this.state = state;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (person(sent).isEmpty()) {
                errors = errors.with("person", "agreement.refusal.signatory");
            }
            if (sent.text("mandate").isEmpty()) {
                errors = errors.with("mandate", "agreement.refusal.mandate");
            }
            if (!sent.text("mandate-ends").isEmpty() && sent.day("mandate-ends").isEmpty()) {
                errors = errors.with("mandate-ends", "agreement.refusal.day");
            }
            return FreeText.errors(errors, sent, "mandate");
        }

        @Override
        public String save(SentForm sent) {
            long id = state.agreement().id();
            signatories.name(id, person(sent).orElseThrow(), FreeText.of(sent, "mandate"), sent.day("mandate-ends"));
            return address(id);
        }

        @Override
        public String page(FormAgain again) {
            return AgreementSigningController.this.page(
                    signing.state(state.agreement().id()), again, model);
        }
    }
}
