package se.samverkan.notice.webhook;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.notice.webhook.WebhookManagement.Made;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormErrors;

/** The webhooks of the reader's organisations: the list, a new one, and how each goes. */
@Controller
@RequestMapping("/webhooks")
class WebhookController {

    private static final int MOST_LINES = 50;
    private static final Set<String> DONE = Set.of("paused", "resumed", "removed", "tried", "changed");

    private final WebhookManagement webhooks;
    private final RecordLog log;

    WebhookController(WebhookManagement webhooks, RecordLog log) {
        this.webhooks = webhooks;
        this.log = log;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute("webhooks", webhooks.all());
        model.addAttribute("done", DONE.contains(done) ? "webhooks.done." + done : "");
        return "notice/webhook/list";
    }

    @GetMapping("/new")
    String blank(Model model) {
        return form(WebhookForm.blank(), FormErrors.none(), model);
    }

    @PostMapping
    String make(@RequestParam MultiValueMap<String, String> fields, HttpServletResponse response, Model model) {
        WebhookForm form = WebhookForm.typed(fields);
        FormErrors errors = errors(form);
        if (errors.isEmpty()) {
            try {
                Made made = webhooks.make(form);
                response.setHeader(
                        HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
                model.addAttribute("name", form.name());
                model.addAttribute("made", made);
                return "notice/webhook/made";
            } catch (Refusal refusal) {
                if (refusal.kind() != Refusal.Kind.RULE) {
                    throw refusal;
                }
                errors = FormErrors.of(refusal);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(form, errors, model);
    }

    private FormErrors errors(WebhookForm form) {
        List<String> known = webhooks.kinds();
        boolean isOwn = webhooks.organisation(form.organisation()).isPresent();
        return form.errors(isOwn, webhooks.isReachable(form.url()), known);
    }

    private String form(WebhookForm form, FormErrors errors, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("kinds", webhooks.kinds());
        model.addAttribute("organisations", webhooks.organisations());
        return "notice/webhook/add";
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, @RequestParam(defaultValue = "") String done, Model model) {
        Webhook webhook = webhooks.webhook(id);
        model.addAttribute("webhook", webhook);
        model.addAttribute("sent", webhooks.sent(id));
        model.addAttribute("log", log.within(Set.of(webhook.organisation()), "webhook", Long.toString(id), MOST_LINES));
        model.addAttribute("done", DONE.contains(done) ? "webhooks.done." + done : "");
        return "notice/webhook/webhook";
    }

    @PostMapping("/{id}/secret")
    String renewSecret(@PathVariable long id, HttpServletResponse response, Model model) {
        Made made = webhooks.renewSecret(id);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("name", webhooks.webhook(id).name());
        model.addAttribute("made", made);
        model.addAttribute("renewed", true);
        return "notice/webhook/made";
    }

    @PostMapping("/{id}/pause")
    String pause(@PathVariable long id) {
        webhooks.pause(id, true);
        return "redirect:/webhooks/" + id + "?done=paused";
    }

    @PostMapping("/{id}/resumption")
    String resume(@PathVariable long id) {
        webhooks.pause(id, false);
        return "redirect:/webhooks/" + id + "?done=resumed";
    }

    @PostMapping("/{id}/trial")
    String tryOut(@PathVariable long id) {
        webhooks.tryOut(id);
        return "redirect:/webhooks/" + id + "?done=tried";
    }

    @PostMapping("/{id}/removal")
    String remove(@PathVariable long id) {
        webhooks.remove(id);
        return "redirect:/webhooks?done=removed";
    }
}
