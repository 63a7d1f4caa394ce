package se.samverkan.intervention.settlement;

import jakarta.servlet.http.HttpServletResponse;
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
import se.samverkan.intervention.settlement.Settlement.Invoice;
import se.samverkan.shared.Money;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The page of the money of a commission: frames and invoices, each side with its own form. */
@Controller
@RequestMapping("/commissions/{id:\\d+}/money")
class SettlementController {

    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST = 2_000;

    private final Settlements settlements;
    private final Saving saving;
    private final TransactionTemplate reading;

    SettlementController(Settlements settlements, Saving saving, TransactionTemplate transactions) {
        this.settlements = settlements;
        this.saving = saving;
        this.reading = transactions;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        return page(id, FormAgain.shown(SentForm.empty()), model);
    }

    private String page(long id, FormAgain again, Model model) {
        reading.executeWithoutResult(status -> {
            Settlement settlement = settlements.of(id);
            model.addAttribute("settlement", settlement);
            model.addAttribute("decisions", settlements.decisions(settlement.commission()));
        });
        model.addAttribute("again", again);
        return "intervention/settlement/money";
    }

    @PostMapping("/frames")
    String frame(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        settlements.of(id);
        return saving.save(SentForm.of(fields), new Framing(id, model), response);
    }

    @PostMapping("/invoices")
    String invoice(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        settlements.of(id);
        return saving.save(SentForm.of(fields), new Invoicing(id, model), response);
    }

    @PostMapping("/invoices/{invoice}/withdrawal")
    String withdraw(
            @PathVariable long id,
            @PathVariable long invoice,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        settlements.of(id);
        return saving.save(SentForm.of(fields), new Withdrawing(id, invoice, model), response);
    }

    private static Optional<Long> id(SentForm sent, String field) {
        return Optional.of(sent.text(field))
                .filter(each -> each.matches("[1-9]\\d{0,17}"))
                .map(Long::valueOf);
    }

    private static FormErrors amount(FormErrors errors, SentForm sent, String field) {
        return Money.parse(sent.text(field)).filter(each -> each.ore() > 0).isEmpty()
                ? errors.with(field, "settlement.refusal.amount")
                : errors;
    }

    /** A form of the page; what is wrong brings the whole page back. */
    private abstract class Part implements Saving.Form {

        final long commission;
        private final Model model;

        Part(long commission, Model model) {
            this.commission = commission;
            this.model = model;
        }

        String here() {
            return "/commissions/" + commission + "/money";
        }

        @Override
        public String page(FormAgain again) {
            return SettlementController.this.page(commission, again, model);
        }
    }

    private final class Framing extends Part {

        Framing(long commission, Model model) {
            super(commission, model);
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (id(sent, "funding").isEmpty()) {
                errors = errors.with("funding", "settlement.refusal.funding");
            }
            return amount(errors, sent, "frame-amount");
        }

        @Override
        public String save(SentForm sent) {
            settlements.frame(
                    commission,
                    id(sent, "funding").orElseThrow(),
                    Money.parse(sent.text("frame-amount")).orElseThrow());
            return here();
        }
    }

    private final class Invoicing extends Part {

        Invoicing(long commission, Model model) {
            super(commission, model);
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (id(sent, "frame").isEmpty()) {
                errors = errors.with("frame", "settlement.refusal.frame");
            }
            int number = sent.text("invoice-number").length();
            if (number == 0 || number > LONGEST_NUMBER) {
                errors = errors.with("invoice-number", "settlement.refusal.number", LONGEST_NUMBER);
            }
            if (sent.day("invoice-day").isEmpty()) {
                errors = errors.with("invoice-day", "settlement.refusal.day");
            }
            errors = amount(errors, sent, "invoice-amount");
            if (sent.text("invoice-words").length() > LONGEST) {
                errors = errors.with("invoice-words", "intervention.refusal.long", LONGEST);
            }
            return FreeText.errors(errors, sent, "invoice-words");
        }

        @Override
        public String save(SentForm sent) {
            FreeText words = FreeText.of(sent, "invoice-words");
            settlements.invoice(
                    commission,
                    id(sent, "frame").orElseThrow(),
                    new Invoice(
                            0,
                            0,
                            sent.text("invoice-number"),
                            sent.day("invoice-day").orElseThrow(),
                            Money.parse(sent.text("invoice-amount")).orElseThrow(),
                            words.text(),
                            ""),
                    words);
            return here();
        }
    }

    private final class Withdrawing extends Part {

        private final long invoice;

        Withdrawing(long commission, long invoice, Model model) {
            super(commission, model);
            this.invoice = invoice;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            String field = "why-" + invoice;
            FormErrors errors = FormErrors.none();
            if (sent.text(field).isEmpty() || sent.text(field).length() > LONGEST) {
                errors = errors.with(field, "settlement.refusal.why");
            }
            return FreeText.errors(errors, sent, field);
        }

        @Override
        public String save(SentForm sent) {
            settlements.withdraw(commission, invoice, FreeText.of(sent, "why-" + invoice));
            return here();
        }
    }
}
