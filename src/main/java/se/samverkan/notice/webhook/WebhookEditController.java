package se.samverkan.notice.webhook;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Changes what a webhook is called, where it is told and of what; its secret and what has been sent stay. */
@Controller
@RequestMapping("/webhooks/{id}/edit")
class WebhookEditController {

    private final WebhookManagement webhooks;
    private final Saving saving;

    WebhookEditController(WebhookManagement webhooks, Saving saving) {
        this.webhooks = webhooks;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        return new OneForm(id, model).page(FormAgain.shown(shown(webhooks.webhook(id))));
    }

    @PostMapping
    String save(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        webhooks.webhook(id);
        return saving.save(SentForm.of(fields), new OneForm(id, model), response);
    }

    private static SentForm shown(Webhook webhook) {
        return SentForm.ofVersion(webhook.version())
                .with("name", webhook.name())
                .with("url", webhook.url())
                .with("kinds", webhook.kinds());
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
            String url = sent.text("url");
            return new WebhookForm("", sent.text("name"), url, sent.all("kinds"), "")
                    .errors(true, webhooks.isReachable(url), webhooks.kinds());
        }

        @Override
        public String save(SentForm sent) {
            webhooks.change(id, sent.version(), sent.text("name"), sent.text("url"), sent.all("kinds"));
            return "/webhooks/" + id + "?done=changed";
        }

        @Override
        public SentForm now() {
            return shown(webhooks.webhook(id));
        }

        @Override
        public List<Compared> compared() {
            return List.of(Compared.text("name"), Compared.text("url"));
        }

        @Override
        public String page(FormAgain again) {
            model.addAttribute("webhook", webhooks.webhook(id));
            model.addAttribute("kinds", webhooks.kinds());
            model.addAttribute("again", again);
            return "notice/webhook/edit";
        }
    }
}
