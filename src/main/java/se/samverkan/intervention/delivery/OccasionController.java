package se.samverkan.intervention.delivery;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.intervention.delivery.CommissionDeliveries.Whole;
import se.samverkan.intervention.occasion.Occasion;
import se.samverkan.intervention.occasion.Occasion.Standing;
import se.samverkan.intervention.occasion.SubPlans;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** An occasion: what is planned, what became of it, and how many came. */
@Controller
@RequestMapping("/occasions/{id:\\d+}")
class OccasionController {

    private static final int LONGEST = 5_000;
    private static final int LONGEST_MINUTES = 720;
    private static final int SHORTEST_MINUTES = 5;

    private final SubPlans plans;
    private final CommissionDeliveries deliveries;
    private final Saving saving;
    private final List<OccasionPart> parts;
    private final TransactionTemplate reading;

    OccasionController(
            SubPlans plans,
            CommissionDeliveries deliveries,
            Saving saving,
            List<OccasionPart> parts,
            TransactionTemplate transactions) {
        this.plans = plans;
        this.deliveries = deliveries;
        this.saving = saving;
        this.parts = parts;
        this.reading = transactions;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        return page(id, null, model);
    }

    private String page(long id, @org.jspecify.annotations.Nullable FormAgain again, Model model) {
        reading.executeWithoutResult(status -> {
            Occasion occasion = plans.occasion(id);
            Whole whole = deliveries.of(occasion.commission());
            model.addAttribute("occasion", occasion);
            model.addAttribute("whole", whole);
            model.addAttribute("mayTell", CommissionDeliveries.mayTell(whole.commission()));
            model.addAttribute(
                    "links",
                    parts.stream()
                            .flatMap(each -> each.of(occasion, whole.commission()).stream())
                            .toList());
            model.addAttribute(
                    "again",
                    Optional.ofNullable(again)
                            .orElseGet(() -> FormAgain.shown(shown(occasion, whole.outcome(occasion)))));
        });
        return "intervention/delivery/occasion";
    }

    private static SentForm shown(Occasion occasion, Outcome outcome) {
        int minutes = outcome.isHeld() ? outcome.minutes() : occasion.text().minutes();
        return SentForm.ofVersion(outcome.version())
                .with(
                        "outcome",
                        outcome.standing() == Standing.PLANNED
                                ? ""
                                : outcome.standing().name())
                .with("held-minutes", Integer.toString(minutes))
                .with("done", outcome.done())
                .with("deviation", outcome.deviation());
    }

    @PostMapping("/outcome")
    String tell(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        Occasion occasion = plans.occasion(id);
        deliveries.toTell(occasion);
        return saving.save(SentForm.of(fields), new Telling(occasion, model), response);
    }

    private final class Telling implements Saving.Form {

        private final Occasion occasion;
        private final Model model;

        Telling(Occasion occasion, Model model) {
            this.occasion = occasion;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            Optional<Standing> standing = standing(sent);
            if (standing.isEmpty()) {
                errors = errors.with("outcome", "delivery.refusal.outcome");
            }
            if (standing.equals(Optional.of(Standing.HELD)) && minutes(sent).isEmpty()) {
                errors = errors.with("held-minutes", "occasion.refusal.minutes", SHORTEST_MINUTES, LONGEST_MINUTES);
            }
            if (standing.equals(Optional.of(Standing.CANCELLED))
                    && sent.text("deviation").isEmpty()) {
                errors = errors.with("deviation", "delivery.refusal.why");
            }
            for (String field : List.of("done", "deviation")) {
                if (sent.text(field).length() > LONGEST) {
                    errors = errors.with(field, "intervention.refusal.long", LONGEST);
                }
            }
            return FreeText.errors(errors, sent, "done", "deviation");
        }

        private static Optional<Standing> standing(SentForm sent) {
            return Arrays.stream(Standing.values())
                    .filter(each -> each.name().equals(sent.text("outcome")))
                    .findFirst();
        }

        private static Optional<Integer> minutes(SentForm sent) {
            return Optional.of(sent.text("held-minutes"))
                    .filter(each -> each.matches("[1-9]\\d{0,2}"))
                    .map(Integer::valueOf)
                    .filter(each -> each >= SHORTEST_MINUTES && each <= LONGEST_MINUTES);
        }

        @Override
        public String save(SentForm sent) {
            FreeText texts =
                    new FreeText(sent.text("done") + "\n" + sent.text("deviation"), sent.text(FreeText.REASON_FIELD));
            Outcome outcome = new Outcome(
                    occasion.id(),
                    standing(sent).orElseThrow(),
                    minutes(sent).orElse(0),
                    sent.text("done"),
                    sent.text("deviation"),
                    Optional.empty(),
                    Optional.empty(),
                    sent.version());
            deliveries.tell(occasion.id(), sent.version(), outcome, texts.numberReason());
            return occasion.address();
        }

        @Override
        public SentForm now() {
            Whole whole = deliveries.of(occasion.commission());
            return shown(occasion, whole.outcome(occasion));
        }

        @Override
        public List<Compared> compared() {
            return List.of(
                    Compared.choice("outcome", "occasion.standing."),
                    Compared.text("held-minutes"),
                    Compared.text("done"),
                    Compared.text("deviation"));
        }

        @Override
        public String page(FormAgain again) {
            return OccasionController.this.page(occasion.id(), again, model);
        }
    }
}
