package se.samverkan.intervention.commission;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.intervention.catalogue.Catalogue;
import se.samverkan.intervention.catalogue.EntryView;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Origins;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Gives a commission in a case, and lets one that waits be for one more case. */
@Controller
class GivingController {

    private static final int MOST_OF_TITLE = 200;
    private static final int MOST_OF_WORDS = 20_000;
    private static final int MOST_OF_AREAS = 5_000;

    private final Commissions commissions;
    private final Giving giving;
    private final Catalogue catalogue;
    private final TermChoice terms;
    private final Saving saving;
    private final Origins origins;
    private final TransactionTemplate reading;

    GivingController(
            Commissions commissions,
            Giving giving,
            Catalogue catalogue,
            TermChoice terms,
            Saving saving,
            Origins origins,
            TransactionTemplate transactions) {
        this.commissions = commissions;
        this.giving = giving;
        this.catalogue = catalogue;
        this.terms = terms;
        this.saving = saving;
        this.origins = origins;
        this.reading = transactions;
    }

    @GetMapping("/partnerships/{id}/commissions/new")
    @Transactional(readOnly = true)
    public String empty(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long entry,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(name = Origins.FIELD, defaultValue = "") String origin,
            Model model) {
        PartnershipView partnership = giving.toGive(id);
        SentForm form = SentForm.empty()
                .with("commission-title", title)
                .with("commission-words", words)
                .with("area", area)
                .with("units", unit)
                .with(Origins.FIELD, origin);
        if (entry > 0) {
            EntryView about = catalogue.entry(entry);
            form = form.with("entry", Long.toString(entry))
                    .with("provider", about.provider().key())
                    .with("commission-title", about.offer().title());
        }
        return giving(partnership, FormAgain.shown(form), model);
    }

    @PostMapping("/partnerships/{id}/commissions/new")
    String give(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        PartnershipView partnership = giving.toGive(id);
        return saving.save(SentForm.of(fields), new GivingForm(partnership, model), response);
    }

    private String giving(PartnershipView partnership, FormAgain again, Model model) {
        reading.executeWithoutResult(status -> {
            model.addAttribute("providers", catalogue.providers());
            model.addAttribute("planAreas", giving.areas(partnership.id()));
        });
        model.addAttribute("partnership", partnership);
        model.addAttribute("terms", terms.ahead());
        model.addAttribute("again", again);
        return "intervention/commission/giving";
    }

    @GetMapping("/commissions/{id}/parts/new")
    @Transactional(readOnly = true)
    public String widening(@PathVariable long id, @RequestParam(defaultValue = "0") long partnership, Model model) {
        return widening(commissions.commission(id), partnership, FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping("/commissions/{id}/parts/new")
    String widen(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long partnership,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        CommissionView commission = commissions.commission(id);
        return saving.save(SentForm.of(fields), new Widening(commission, partnership, model), response);
    }

    private String widening(CommissionView commission, long partnership, FormAgain again, Model model) {
        reading.executeWithoutResult(status -> {
            List<PartnershipView> others = giving.others(commission);
            model.addAttribute("others", others);
            model.addAttribute(
                    "chosen",
                    others.stream().filter(each -> each.id() == partnership).findFirst());
            model.addAttribute("planAreas", partnership > 0 ? giving.areas(partnership) : List.of());
        });
        model.addAttribute("commission", commission);
        model.addAttribute("again", again);
        return "intervention/commission/widening";
    }

    private static List<Long> units(SentForm sent) {
        return ids(sent, "units");
    }

    private static List<Long> ids(SentForm sent, String field) {
        return sent.all(field).stream()
                .filter(each -> each.matches("[1-9]\\d{0,17}"))
                .map(Long::valueOf)
                .toList();
    }

    private static FormErrors sized(FormErrors errors, SentForm sent, String field, int most) {
        int length = sent.text(field).length();
        return length == 0 || length > most ? errors.with(field, "commission.refusal.sized." + field, most) : errors;
    }

    /** Areas are chosen in the plans or written; either is enough. */
    private static FormErrors areas(FormErrors errors, SentForm sent) {
        int length = sent.text("areas").length();
        if (length > MOST_OF_AREAS) {
            return errors.with("areas", "intervention.refusal.long", MOST_OF_AREAS);
        }
        return length == 0 && ids(sent, "area").isEmpty() ? errors.with("areas", "commission.refusal.areas") : errors;
    }

    private final class GivingForm implements Saving.Form {

        private final PartnershipView partnership;
        private final Model model;

        GivingForm(PartnershipView partnership, Model model) {
            this.partnership = partnership;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (sent.text("provider").isEmpty()) {
                errors = errors.with("provider", "commission.refusal.provider");
            }
            errors = sized(errors, sent, "commission-title", MOST_OF_TITLE);
            errors = sized(errors, sent, "commission-words", MOST_OF_WORDS);
            if (units(sent).isEmpty()) {
                errors = errors.with("units", "commission.refusal.units");
            }
            errors = areas(errors, sent);
            for (String field : List.of("first", "last")) {
                if (terms.term(sent.text(field)).isEmpty()) {
                    errors = errors.with(field, "commission.refusal.terms");
                }
            }
            if (sent.day("answer-by").isEmpty()) {
                errors = errors.with("answer-by", "commission.refusal.answer-by");
            }
            return FreeText.errors(errors, sent, "commission-title", "commission-words", "areas");
        }

        @Override
        public String save(SentForm sent) {
            CommissionDraft draft = new CommissionDraft(
                    sent.text("provider"),
                    Optional.of(sent.text("entry"))
                            .filter(each -> each.matches("[1-9]\\d{0,17}"))
                            .map(Long::valueOf),
                    sent.text("commission-title"),
                    sent.text("commission-words"),
                    terms.term(sent.text("first")).orElseThrow(),
                    terms.term(sent.text("last")).orElseThrow(),
                    sent.day("answer-by").orElseThrow(),
                    units(sent),
                    ids(sent, "area"),
                    sent.text("areas"));
            FreeText texts = new FreeText(
                    String.join("\n", draft.title(), draft.words(), draft.areas()), sent.text(FreeText.REASON_FIELD));
            String address = "/commissions/" + giving.give(partnership.id(), draft, texts);
            origins.made(sent, "COMMISSION", draft.title(), address);
            return address;
        }

        @Override
        public String page(FormAgain again) {
            return giving(partnership, again, model);
        }
    }

    private final class Widening implements Saving.Form {

        private final CommissionView commission;
        private final long partnership;
        private final Model model;

        Widening(CommissionView commission, long partnership, Model model) {
            this.commission = commission;
            this.partnership = partnership;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (units(sent).isEmpty()) {
                errors = errors.with("units", "commission.refusal.units");
            }
            return FreeText.errors(areas(errors, sent), sent, "areas");
        }

        @Override
        public String save(SentForm sent) {
            giving.widen(commission.id(), partnership, units(sent), ids(sent, "area"), FreeText.of(sent, "areas"));
            return commission.address();
        }

        @Override
        public String page(FormAgain again) {
            return widening(commission, partnership, again, model);
        }
    }
}
