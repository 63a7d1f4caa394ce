package se.samverkan.partnership.closing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** What lives on after a case: planned before it is closed, looked at afterwards. */
@Controller
@RequestMapping("/partnerships/{id}/closing/lives-on")
class LivingOnController {

    private final CaseClosing closing;
    private final LivingOn livingOn;
    private final ClosingPage page;
    private final Saving saving;
    private final OnceOnPage once;

    LivingOnController(CaseClosing closing, LivingOn livingOn, ClosingPage page, Saving saving, OnceOnPage once) {
        this.closing = closing;
        this.livingOn = livingOn;
        this.page = page;
        this.saving = saving;
        this.once = once;
    }

    @GetMapping("/new")
    String show(@PathVariable long id, Model model) {
        return new OneForm(id, model).page(FormAgain.shown(SentForm.empty()));
    }

    @PostMapping("/new")
    String plan(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        closing.partnership(id);
        return saving.save(SentForm.of(fields), new OneForm(id, model), response);
    }

    @PostMapping("/{item}/removal")
    String remove(
            @PathVariable long id,
            @PathVariable long item,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return once.does(
                SentForm.of(fields),
                () -> livingOn.takeAway(id, item),
                address(id),
                errors -> page.show(id, Optional.empty(), errors, model),
                response);
    }

    @GetMapping("/{item}/look")
    String showLook(@PathVariable long id, @PathVariable long item, Model model) {
        return new Look(id, item, model).page(FormAgain.shown(SentForm.empty()));
    }

    @PostMapping("/{item}/look")
    String look(
            @PathVariable long id,
            @PathVariable long item,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        closing.partnership(id);
        return saving.save(SentForm.of(fields), new Look(id, item, model), response);
    }

    private static String address(long id) {
        return "/partnerships/" + id + "/closing#lives-on";
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
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
            if (sent.text("what").isEmpty()) {
                errors = errors.with("what", "partnership.closing.error.what");
            }
            if (sent.text("owner").isEmpty() || sent.text("owner").length() > 200) {
                errors = errors.with("owner", "partnership.closing.error.owner");
            }
            if (sent.day("look-at").isEmpty()) {
                errors = errors.with("look-at", "partnership.closing.error.look-at");
            }
            return FreeText.errors(errors, sent, "what", "owner");
        }

        @Override
        public String save(SentForm sent) {
            livingOn.plan(
                    id,
                    number(sent.text("unit")),
                    FreeText.of(sent, "what"),
                    FreeText.of(sent, "owner"),
                    sent.day("look-at").orElseThrow());
            return address(id);
        }

        @Override
        public String page(FormAgain again) {
            PartnershipView view = closing.partnership(id);
            if (!livingOn.mayPlan(view)) {
                throw Refusal.notAllowed("refusal.verb.COORDINATE_PARTNERSHIP");
            }
            model.addAttribute("view", view);
            model.addAttribute("units", LivingOn.units(view));
            model.addAttribute("again", again);
            return "partnership/closing/livesonform";
        }
    }

    private final class Look implements Saving.Form {

        private final long id;
        private final long item;
        private final Model model;

        Look(long id, long item, Model model) {
            this.id = id;
            this.item = item;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (!sent.text("lives").equals("true") && !sent.text("lives").equals("false")) {
                errors = errors.with("lives", "partnership.closing.error.lives");
            }
            if (sent.text("words").isEmpty()) {
                errors = errors.with("words", "partnership.closing.error.look");
            }
            return FreeText.errors(errors, sent, "words");
        }

        @Override
        public String save(SentForm sent) {
            livingOn.look(id, item, sent.text("lives").equals("true"), FreeText.of(sent, "words"));
            return address(id);
        }

        @Override
        public String page(FormAgain again) {
            PartnershipView view = closing.partnership(id);
            model.addAttribute("view", view);
            model.addAttribute("item", livingOn.livesOn(id, item));
            model.addAttribute("again", again);
            return "partnership/closing/look";
        }
    }
}
