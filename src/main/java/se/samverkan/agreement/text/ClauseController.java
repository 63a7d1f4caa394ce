package se.samverkan.agreement.text;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.agreement.text.AgreementText.Clause;
import se.samverkan.agreement.text.AgreementView.Working;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Writes the clauses of the own party's text, one at a time; a new one has the key {@code new} until it is saved. */
@Controller
@RequestMapping("/agreements/{id}/clauses/{key}")
class ClauseController {

    private static final String NEW = "new";

    private final Agreements agreements;
    private final Saving saving;

    ClauseController(Agreements agreements, Saving saving) {
        this.agreements = agreements;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long id, @PathVariable String key, Model model) {
        AgreementView agreement = agreements.toWrite(id);
        return page(agreement, key, FormAgain.shown(form(agreement, key)), model);
    }

    @PostMapping
    String save(
            @PathVariable long id,
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new OneForm(agreements.toWrite(id), key, model), response);
    }

    @PostMapping("/raise")
    String raise(@PathVariable long id, @PathVariable String key, @RequestParam int version) {
        agreements.change(id, version, text -> text.raised(key));
        return "redirect:" + AgreementController.address(id);
    }

    @PostMapping("/removal")
    String remove(@PathVariable long id, @PathVariable String key, @RequestParam int version) {
        agreements.change(id, version, text -> text.without(key));
        return "redirect:" + AgreementController.address(id);
    }

    private static SentForm form(AgreementView agreement, String key) {
        Working working = agreement.working().orElseThrow(Refusal::notSeen);
        return key.equals(NEW)
                ? SentForm.ofVersion(working.version())
                : AgreementForms.of(working.text().clause(key).orElseThrow(Refusal::notSeen), working.version());
    }

    private static String page(AgreementView agreement, String key, FormAgain again, Model model) {
        model.addAttribute("agreement", agreement);
        model.addAttribute("key", key);
        model.addAttribute("again", again);
        return "agreement/text/clause";
    }

    private final class OneForm implements Saving.Form {

        private final AgreementView agreement;
        private final String key;
        private final Model model;

        OneForm(AgreementView agreement, String key, Model model) {
            this.agreement = agreement;
            this.key = key;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return AgreementForms.clauseErrors(sent);
        }

        @Override
        public String save(SentForm sent) {
            Clause clause = AgreementForms.clause(
                    key.equals(NEW) ? "clause-" + UUID.randomUUID().toString().substring(0, 8) : key, sent);
            agreements.change(agreement.id(), sent.version(), text -> text.with(clause));
            return AgreementController.address(agreement.id());
        }

        @Override
        public SentForm now() {
            return form(agreements.toWrite(agreement.id()), key);
        }

        @Override
        public List<Compared> compared() {
            return List.of(Compared.text("heading"), Compared.text("words"));
        }

        @Override
        public String page(FormAgain again) {
            return ClauseController.page(agreement, key, again, model);
        }
    }
}
