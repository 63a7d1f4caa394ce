package se.samverkan.records.register;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.organisation.Directory;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** What is said of two organisations where the rule by sort of organisation does not fit them. */
@Controller
@RequestMapping("/records/publicity")
class PublicityController {

    static final List<String> OUTCOMES =
            List.of("PUBLIC_RECORD", "PUBLIC_AT_SENDER", "PUBLIC_AT_RECIPIENT", "NOT_PUBLIC", "NOT_DISPATCHED");

    private final Publicity publicity;
    private final Directory directory;
    private final Rights rights;
    private final Saving saving;

    PublicityController(Publicity publicity, Directory directory, Rights rights, Saving saving) {
        this.publicity = publicity;
        this.directory = directory;
        this.rights = rights;
        this.saving = saving;
    }

    @GetMapping
    String show(Model model) {
        return page(FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping
    String rule(@RequestParam MultiValueMap<String, String> fields, HttpServletResponse response, Model model) {
        rights.requireEverywhere(Verb.RULE_PUBLICITY);
        return saving.save(SentForm.of(fields), new OneForm(model), response);
    }

    @PostMapping("/removal")
    String unrule(@RequestParam MultiValueMap<String, String> fields, HttpServletResponse response, Model model) {
        rights.requireEverywhere(Verb.RULE_PUBLICITY);
        return saving.save(
                SentForm.of(fields),
                new Saving.Form() {
                    @Override
                    public FormErrors errors(SentForm sent) {
                        return FormErrors.none();
                    }

                    @Override
                    public String save(SentForm sent) {
                        publicity.unrule(id(sent, "from"), id(sent, "to"));
                        return "/records/publicity";
                    }

                    @Override
                    public String page(FormAgain again) {
                        return PublicityController.this.page(again, model);
                    }
                },
                response);
    }

    private static long id(SentForm sent, String field) {
        String id = sent.text(field);
        return id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    }

    private String page(FormAgain again, Model model) {
        model.addAttribute("pairs", publicity.pairs());
        model.addAttribute("again", again);
        return "records/register/publicity";
    }

    private final class OneForm implements Saving.Form {

        private final Model model;

        OneForm(Model model) {
            this.model = model;
        }

        /** An organisation by its whole name, or its number. */
        private Optional<Long> organisation(String typed) {
            return directory.organisations().stream()
                    .filter(each -> each.name().equalsIgnoreCase(typed))
                    .map(each -> each.id())
                    .findFirst()
                    .or(() -> directory.organisers().stream()
                            .filter(each -> each.name().equalsIgnoreCase(typed) || typed.equals(each.number()))
                            .map(each -> each.id())
                            .findFirst());
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            for (String field : List.of("sender", "recipient")) {
                if (organisation(sent.text(field)).isEmpty()) {
                    errors = errors.with(field, "publicity.refusal.organisation", sent.text(field));
                }
            }
            if (!OUTCOMES.contains(sent.text("outcome"))) {
                errors = errors.with("outcome", "publicity.refusal.outcome");
            }
            return sent.text("reason").isEmpty() ? errors.with("reason", "publicity.refusal.reason") : errors;
        }

        @Override
        public String save(SentForm sent) {
            publicity.rule(
                    organisation(sent.text("sender")).orElseThrow(),
                    organisation(sent.text("recipient")).orElseThrow(),
                    sent.text("outcome"),
                    sent.text("reason"));
            return "/records/publicity";
        }

        @Override
        public String page(FormAgain again) {
            return PublicityController.this.page(again, model);
        }
    }
}
