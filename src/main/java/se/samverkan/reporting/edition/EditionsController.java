package se.samverkan.reporting.edition;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.partnership.CaseTallies.Programme;
import se.samverkan.reporting.aggregate.AggregateNaming;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.SentForms;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.Option;
import se.samverkan.shared.page.SentForm;

/** The yearly reports: those that there are, beginning one, and on which day they are due. */
@Controller
@RequestMapping("/editions")
class EditionsController {

    private final Editions editions;
    private final EditionDates dates;
    private final AggregateNaming naming;
    private final SentForms sentForms;
    private final OnceOnPage once;
    private final TransactionTemplate transactions;

    EditionsController(
            Editions editions,
            EditionDates dates,
            AggregateNaming naming,
            SentForms sentForms,
            OnceOnPage once,
            TransactionTemplate transactions) {
        this.editions = editions;
        this.dates = dates;
        this.naming = naming;
        this.sentForms = sentForms;
        this.once = once;
        this.transactions = transactions;
    }

    @GetMapping
    String list(Locale locale, Model model) {
        return list(FormErrors.none(), SentForm.empty(), locale, model);
    }

    private String list(FormErrors errors, SentForm sent, Locale locale, Model model) {
        transactions.executeWithoutResult(status -> {
            List<Option> programmes = new ArrayList<>();
            for (Programme each : editions.writable()) {
                programmes.add(new Option(
                        each.organisation() + "/" + each.variant(), each.name() + ": " + naming.variant(each, locale)));
            }
            model.addAttribute("editions", editions.all());
            model.addAttribute("programmes", programmes);
            model.addAttribute("dates", dates.all());
        });
        model.addAttribute("thisYear", dates.today().getYear());
        model.addAttribute("errors", errors);
        model.addAttribute("sent", sent);
        return "reporting/edition/editions";
    }

    @PostMapping
    String begin(
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        SentForm sent = SentForm.of(fields);
        String[] programme = programme(sent);
        try {
            return "redirect:"
                    + sentForms.once(
                            sent.token(),
                            () -> "/editions/"
                                    + editions.begin(Long.parseLong(programme[0]), programme[1], number(sent, "year")));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.RULE) {
                throw refusal;
            }
            response.setStatus(422);
            return list(FormErrors.of(refusal), sent, locale, model);
        }
    }

    @PostMapping("/dates")
    String date(
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        SentForm sent = SentForm.of(fields);
        String[] programme = programme(sent);
        return once.does(
                sent,
                () -> dates.set(Long.parseLong(programme[0]), programme[1], number(sent, "month"), number(sent, "day")),
                "/editions",
                errors -> list(errors, sent, locale, model),
                response);
    }

    private static String[] programme(SentForm sent) {
        String said = sent.text("programme");
        if (!said.matches("\\d{1,18}/[a-z0-9-]+")) {
            throw Refusal.malformed("refusal.form-incomplete");
        }
        return said.split("/");
    }

    private static int number(SentForm sent, String field) {
        String said = sent.text(field);
        return said.matches("\\d{1,4}") ? Integer.parseInt(said) : 0;
    }
}
