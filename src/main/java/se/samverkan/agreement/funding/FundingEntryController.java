package se.samverkan.agreement.funding;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.agreement.funding.FundingView.Entry;
import se.samverkan.agreement.funding.FundingView.Kind;
import se.samverkan.shared.Money;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** What happens to the money of a decision: one entry after another, and the withdrawal of one that was wrong. */
@Controller
@RequestMapping("/funding/{id}")
class FundingEntryController {

    private final Funding funding;
    private final Saving saving;

    FundingEntryController(Funding funding, Saving saving) {
        this.funding = funding;
        this.saving = saving;
    }

    @GetMapping("/entries/{kind}")
    String form(@PathVariable long id, @PathVariable String kind, Model model) {
        return entryPage(funding.toEnter(id, kind(kind)), kind(kind), FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping("/entries/{kind}")
    String enter(
            @PathVariable long id,
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        FundingView view = funding.toEnter(id, kind(kind));
        return saving.save(SentForm.of(fields), new EntryForm(view, kind(kind), model), response);
    }

    @GetMapping("/withdrawals/{entry}")
    String withdrawal(@PathVariable long id, @PathVariable long entry, Model model) {
        return withdrawalPage(toWithdraw(id, entry), entry, FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping("/withdrawals/{entry}")
    String withdraw(
            @PathVariable long id,
            @PathVariable long entry,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new WithdrawalForm(toWithdraw(id, entry), entry, model), response);
    }

    private FundingView toWithdraw(long id, long entry) {
        Entry found = funding.funding(id).entry(entry).orElseThrow(Refusal::notSeen);
        return funding.toEnter(id, found.kind());
    }

    /** The kind that stands in an address, in small letters. */
    private static Kind kind(String written) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(written))
                .findFirst()
                .orElseThrow(Refusal::notSeen);
    }

    private static String address(FundingView view) {
        return "/partnerships/" + view.partnership() + "/funding";
    }

    private static String entryPage(FundingView view, Kind kind, FormAgain again, Model model) {
        model.addAttribute("funding", view);
        model.addAttribute("kind", kind);
        model.addAttribute("again", again);
        return "agreement/funding/entry";
    }

    private static String withdrawalPage(FundingView view, long entry, FormAgain again, Model model) {
        model.addAttribute("funding", view);
        model.addAttribute("entry", view.entry(entry).orElseThrow(Refusal::notSeen));
        model.addAttribute("again", again);
        return "agreement/funding/withdrawal";
    }

    private final class EntryForm implements Saving.Form {

        private final FundingView view;
        private final Kind kind;
        private final Model model;

        EntryForm(FundingView view, Kind kind, Model model) {
            this.view = view;
            this.kind = kind;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return FundingForms.entryErrors(sent);
        }

        @Override
        public String save(SentForm sent) {
            Money amount = Money.parse(sent.text("amount")).orElseThrow();
            funding.enter(view.id(), kind, sent.day("day").orElseThrow(), amount, FreeText.of(sent, "words"));
            return address(view);
        }

        @Override
        public String page(FormAgain again) {
            return entryPage(view, kind, again, model);
        }
    }

    private final class WithdrawalForm implements Saving.Form {

        private final FundingView view;
        private final long entry;
        private final Model model;

        WithdrawalForm(FundingView view, long entry, Model model) {
            this.view = view;
            this.entry = entry;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = sent.text("why").isEmpty()
                    ? FormErrors.none().with("why", "agreement.refusal.why")
                    : FormErrors.none();
            return FreeText.errors(errors, sent, "why");
        }

        @Override
        public String save(SentForm sent) {
            funding.withdraw(view.id(), entry, FreeText.of(sent, "why"));
            return address(view);
        }

        @Override
        public String page(FormAgain again) {
            return withdrawalPage(view, entry, again, model);
        }
    }
}
