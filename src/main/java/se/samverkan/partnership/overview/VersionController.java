package se.samverkan.partnership.overview;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.course.VersionMoving;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;
import se.samverkan.shared.page.Words;

/** Moves a case to the newest version of its variant, after the differences have been seen. */
@Controller("partnershipVersionController")
@RequestMapping("/partnerships/{id}/version")
class VersionController {

    private final VersionMoving moving;
    private final Saving saving;
    private final MessageSource messages;

    VersionController(VersionMoving moving, Saving saving, MessageSource messages) {
        this.moving = moving;
        this.saving = saving;
        this.messages = messages;
    }

    @GetMapping
    String show(@PathVariable long id, Locale locale, Model model) {
        PartnershipView view = moving.toMove(id);
        return page(view, FormAgain.shown(SentForm.ofVersion(view.version())), locale, model);
    }

    @PostMapping("/{to}")
    String move(
            @PathVariable long id,
            @PathVariable int to,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return saving.save(SentForm.of(fields), new OneForm(moving.toMove(id), to, locale, model), response);
    }

    private String page(PartnershipView view, FormAgain again, Locale locale, Model model) {
        int newer = moving.newer(view).orElse(0);
        model.addAttribute("view", view);
        model.addAttribute("newer", newer);
        if (newer > 0) {
            model.addAttribute("differences", moving.differences(view, newer, new Words(messages, locale)));
            model.addAttribute("missing", moving.missing(view, newer));
        }
        model.addAttribute("again", again);
        return "partnership/overview/version";
    }

    private final class OneForm implements Saving.Form {

        private final PartnershipView view;
        private final int to;
        private final Locale locale;
        private final Model model;

        OneForm(PartnershipView view, int to, Locale locale, Model model) {
            this.view = view;
            this.to = to;
            this.locale = locale;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return FreeText.errors(FormErrors.none(), sent, "words");
        }

        @Override
        public String save(SentForm sent) {
            moving.move(view.id(), sent.version(), to, FreeText.of(sent, "words"));
            return "/partnerships/" + view.id();
        }

        @Override
        public SentForm now() {
            return SentForm.ofVersion(moving.toMove(view.id()).version());
        }

        @Override
        public String page(FormAgain again) {
            return VersionController.this.page(view, again, locale, model);
        }
    }
}
