package se.samverkan.records.retention;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The form of one rule. */
@Controller
@RequestMapping("/records/retention/rules/{kind}")
class RuleController {

    private static final int LONGEST = 200;

    private final Retention retention;
    private final Saving saving;

    RuleController(Retention retention, Saving saving) {
        this.retention = retention;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable String kind, Model model) {
        return new OneForm(kind, model).page(FormAgain.shown(shown(kind)));
    }

    @PostMapping
    String save(
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        retention.rule(kind);
        return saving.save(SentForm.of(fields), new OneForm(kind, model), response);
    }

    private SentForm shown(String kind) {
        RetentionRule rule = retention.rule(kind);
        return SentForm.ofVersion(rule.version())
                .with("years", rule.years() == null ? "" : rule.years().toString())
                .with("reason", rule.reason())
                .with("legal-ground", rule.legalGround());
    }

    private final class OneForm implements Saving.Form {

        private final String kind;
        private final Model model;

        OneForm(String kind, Model model) {
            this.kind = kind;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (!sent.text("years").isEmpty() && years(sent) == null) {
                errors = errors.with("years", "retention.refusal.years");
            }
            if (sent.text("reason").isEmpty()) {
                errors = errors.with("reason", "retention.refusal.reason");
            }
            if (sent.text("legal-ground").isEmpty()) {
                errors = errors.with("legal-ground", "retention.refusal.legal-ground");
            }
            return FreeText.errors(errors, sent, "reason", "legal-ground");
        }

        private static @Nullable Integer years(SentForm sent) {
            String text = sent.text("years");
            if (!text.matches("[1-9]\\d{0,2}")) {
                return null;
            }
            int years = Integer.parseInt(text);
            return years <= LONGEST ? years : null;
        }

        @Override
        public String save(SentForm sent) {
            FreeText reason = FreeText.of(sent, "reason");
            FreeText ground = FreeText.of(sent, "legal-ground");
            retention.change(
                    new RetentionRule(kind, years(sent), reason.text(), ground.text(), sent.version()),
                    reason.numberReason().isEmpty() ? ground.numberReasonOrNull() : reason.numberReason());
            return "/records/retention";
        }

        @Override
        public SentForm now() {
            return shown(kind);
        }

        @Override
        public List<Compared> compared() {
            return List.of(Compared.text("years"), Compared.text("reason"), Compared.text("legal-ground"));
        }

        @Override
        public String page(FormAgain again) {
            model.addAttribute("kind", kind);
            model.addAttribute("again", again);
            return "records/retention/rule";
        }
    }
}
