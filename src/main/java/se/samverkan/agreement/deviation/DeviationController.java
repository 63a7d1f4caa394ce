package se.samverkan.agreement.deviation;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.agreement.deviation.DeviationView.Against;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The deviations of a partnership: told by one party, answered by the other. */
@Controller
@RequestMapping("/partnerships/{partnership}/deviations")
class DeviationController {

    private final Deviations deviations;
    private final Partnerships partnerships;
    private final Saving saving;

    DeviationController(Deviations deviations, Partnerships partnerships, Saving saving) {
        this.deviations = deviations;
        this.partnerships = partnerships;
        this.saving = saving;
    }

    @GetMapping
    String list(@PathVariable long partnership, Model model) {
        PartnershipView view = partnerships.find(partnership).orElseThrow(Refusal::notSeen);
        model.addAttribute("partnership", view);
        model.addAttribute("deviations", deviations.ofPartnership(partnership));
        model.addAttribute("party", deviations.party(view));
        model.addAttribute("mayTell", !deviations.possible(view).isEmpty());
        return "agreement/deviation/deviations";
    }

    @GetMapping("/new")
    String form(@PathVariable long partnership, Model model) {
        return page(deviations.toTell(partnership), FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping("/new")
    String tell(
            @PathVariable long partnership,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new Telling(deviations.toTell(partnership), model), response);
    }

    @GetMapping("/{deviation}")
    String answerForm(@PathVariable long partnership, @PathVariable long deviation, Model model) {
        return answerPage(
                partnership, deviations.toAnswer(partnership, deviation), FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping("/{deviation}")
    String answer(
            @PathVariable long partnership,
            @PathVariable long deviation,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        DeviationView view = deviations.toAnswer(partnership, deviation);
        return saving.save(SentForm.of(fields), new Answering(partnership, view, model), response);
    }

    private String page(PartnershipView partnership, FormAgain again, Model model) {
        model.addAttribute("partnership", partnership);
        model.addAttribute("possible", deviations.possible(partnership));
        model.addAttribute("again", again);
        return "agreement/deviation/deviation";
    }

    private static String answerPage(long partnership, DeviationView deviation, FormAgain again, Model model) {
        model.addAttribute("partnership", partnership);
        model.addAttribute("deviation", deviation);
        model.addAttribute("again", again);
        return "agreement/deviation/answer";
    }

    private static String address(long partnership) {
        return "/partnerships/" + partnership + "/deviations";
    }

    private static Optional<Against> against(SentForm sent) {
        return Arrays.stream(Against.values())
                .filter(each -> each.name().equals(sent.text("against")))
                .findFirst();
    }

    private final class Telling implements Saving.Form {

        private final PartnershipView partnership;
        private final Model model;

        Telling(PartnershipView partnership, Model model) {
            this.partnership = partnership;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (against(sent).isEmpty()) {
                errors = errors.with("against", "agreement.refusal.against");
            }
            if (sent.day("from-day").isEmpty()) {
                errors = errors.with("from-day", "agreement.refusal.day");
            }
            if (sent.text("deviation-what").isEmpty()) {
                errors = errors.with("deviation-what", "agreement.refusal.deviation-what");
            }
            if (sent.text("deviation-why").isEmpty()) {
                errors = errors.with("deviation-why", "agreement.refusal.deviation-why");
            }
            return FreeText.errors(errors, sent, "deviation-what", "deviation-why", "measure");
        }

        @Override
        public String save(SentForm sent) {
            deviations.tell(
                    partnership.id(),
                    new DeviationDraft(
                            against(sent).orElseThrow(),
                            sent.day("from-day").orElseThrow(),
                            FreeText.of(sent, "deviation-what").text(),
                            FreeText.of(sent, "deviation-why").text(),
                            FreeText.of(sent, "measure").text()));
            return address(partnership.id());
        }

        @Override
        public String page(FormAgain again) {
            return DeviationController.this.page(partnership, again, model);
        }
    }

    private final class Answering implements Saving.Form {

        private final long partnership;
        private final DeviationView deviation;
        private final Model model;

        Answering(long partnership, DeviationView deviation, Model model) {
            this.partnership = partnership;
            this.deviation = deviation;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            String accepted = sent.text("accepted");
            FormErrors errors = FormErrors.none();
            if (!accepted.equals("true") && !accepted.equals("false")) {
                errors = errors.with("accepted", "agreement.refusal.accepted");
            }
            if (accepted.equals("false") && sent.text("answer").isEmpty()) {
                errors = errors.with("answer", "agreement.refusal.answer");
            }
            return FreeText.errors(errors, sent, "answer");
        }

        @Override
        public String save(SentForm sent) {
            deviations.answer(
                    partnership, deviation.id(), sent.text("accepted").equals("true"), FreeText.of(sent, "answer"));
            return address(partnership);
        }

        @Override
        public String page(FormAgain again) {
            return answerPage(partnership, deviation, again, model);
        }
    }
}
