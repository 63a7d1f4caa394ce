package se.samverkan.intervention.commission;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.intervention.commission.CommissionView.Part;
import se.samverkan.intervention.commission.Commissions.Terms;
import se.samverkan.intervention.commission.Deed.Standing;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Origins;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The commissions of a provider, and one commission: what is asked, what was said, and what can be done with it now. */
@Controller
@RequestMapping("/commissions")
class CommissionController {

    private static final int MOST_LINES = 50;

    private final Commissions commissions;
    private final Giving giving;
    private final TermChoice terms;
    private final Saving saving;
    private final Origins origins;
    private final RecordLog log;
    private final TransactionTemplate reading;

    CommissionController(
            Commissions commissions,
            Giving giving,
            TermChoice terms,
            Saving saving,
            Origins origins,
            RecordLog log,
            TransactionTemplate transactions) {
        this.commissions = commissions;
        this.giving = giving;
        this.terms = terms;
        this.saving = saving;
        this.origins = origins;
        this.log = log;
        this.reading = transactions;
    }

    @GetMapping
    String asked(Model model) {
        model.addAttribute("commissions", commissions.asked());
        return "intervention/commission/asked";
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Model model) {
        return page(id, FormAgain.shown(SentForm.empty()), model);
    }

    private String page(long id, FormAgain again, Model model) {
        reading.executeWithoutResult(status -> {
            CommissionView commission = commissions.commission(id);
            model.addAttribute("commission", commission);
            List<Part> parts = commissions.parts(commission);
            model.addAttribute("parts", parts);
            model.addAttribute("origins", origins.of(commission.address()));
            model.addAttribute("words", commissions.words(commission));
            model.addAttribute(
                    "mayWiden",
                    commission.gives()
                            && commission.standing() == Standing.GIVEN
                            && !giving.others(commission).isEmpty());
            model.addAttribute("reported", commissions.reported(commission));
            model.addAttribute("log", log(commission, parts));
        });
        model.addAttribute("terms", terms.ahead());
        model.addAttribute("again", again);
        return "intervention/commission/commission";
    }

    /** Each side reads its own log, and who gives also the provider's: a neighbour's part is nobody else's. */
    private List<RecordLog.Line> log(CommissionView commission, List<Part> parts) {
        Set<Long> chains = new HashSet<>(Set.of(commission.provider()));
        if (commission.gives()) {
            parts.forEach(part -> chains.add(part.organiser()));
        }
        return commission.answers() || commission.gives()
                ? log.within(chains, "commission", Long.toString(commission.id()), MOST_LINES)
                : List.of();
    }

    @PostMapping("/{id}")
    String act(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        commissions.commission(id);
        return saving.save(SentForm.of(fields), new Acting(id, model), response);
    }

    private final class Acting implements Saving.Form {

        private final long id;
        private final Model model;

        Acting(long id, Model model) {
            this.id = id;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            Deed deed = deed(sent);
            int length = sent.text("words").length();
            if (deed.needsWords() && length == 0) {
                errors = errors.with("words", "commission.refusal.why");
            } else if (length > deed.longest()) {
                errors = errors.with("words", "intervention.refusal.long", deed.longest());
            }
            if (deed == Deed.COUNTER && asked(sent).isEmpty()) {
                errors = errors.with("first", "commission.refusal.terms");
            }
            return FreeText.errors(errors, sent, "words");
        }

        private static Deed deed(SentForm sent) {
            return Deed.called(sent.text("deed")).orElseThrow(() -> Refusal.malformed("refusal.form-incomplete"));
        }

        private Optional<Terms> asked(SentForm sent) {
            return terms.term(sent.text("first"))
                    .flatMap(first -> terms.term(sent.text("last")).map(last -> new Terms(first, last)));
        }

        @Override
        public String save(SentForm sent) {
            commissions.act(id, sent.version(), deed(sent), FreeText.of(sent, "words"), asked(sent));
            return "/commissions/" + id;
        }

        /** The commission as it stands now, so that whoever came second sees it and does not save over it. */
        @Override
        public SentForm now() {
            return SentForm.ofVersion(commissions.commission(id).version());
        }

        @Override
        public String page(FormAgain again) {
            return CommissionController.this.page(id, again, model);
        }
    }
}
