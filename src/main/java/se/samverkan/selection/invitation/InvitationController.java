package se.samverkan.selection.invitation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.programme.Variants;
import se.samverkan.selection.round.RoundMaterial.Reason;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** What an invited organiser sees: an invitation with rules and odds, and what it proposes to leave out. */
@Controller
@RequestMapping(InvitationController.ADDRESS)
class InvitationController {

    static final String ADDRESS = "/selection/invitations";

    private static final int MOST_LINES = 100;

    private final InvitationAnswering answering;
    private final Variants variants;
    private final RecordLog log;
    private final Saving saving;
    private final OnceOnPage once;
    private final PageSource source;

    InvitationController(
            InvitationAnswering answering,
            Variants variants,
            RecordLog log,
            Saving saving,
            OnceOnPage once,
            PageSource source) {
        this.answering = answering;
        this.variants = variants;
        this.log = log;
        this.saving = saving;
        this.once = once;
        this.source = source;
    }

    @GetMapping("/{invitation}")
    String show(@PathVariable long invitation, HttpServletRequest request, Model model) {
        return page(invitation, FormAgain.shown(SentForm.empty()), request, model);
    }

    @PostMapping("/{invitation}/requests")
    String propose(
            @PathVariable long invitation,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        answering.invitation(invitation);
        return saving.save(SentForm.of(fields), new OneForm(invitation, request, model), response);
    }

    @PostMapping("/{invitation}/requests/{id}/withdrawal")
    String withdraw(
            @PathVariable long invitation,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        answering.invitation(invitation);
        return once.does(
                SentForm.of(fields),
                () -> answering.withdraw(invitation, id),
                ADDRESS + "/" + invitation,
                errors -> page(invitation, new FormAgain(SentForm.empty(), errors, List.of()), request, model),
                response);
    }

    private String page(long id, FormAgain again, HttpServletRequest request, Model model) {
        Invitation invitation = answering.invitation(id);
        String variant = invitation.told().variant();
        model.addAttribute("invitation", invitation);
        model.addAttribute(
                "variant",
                variants.find(variant)
                        .map(known -> known.name(source.of(request).locale()))
                        .orElse(variant));
        model.addAttribute("units", answering.units(id));
        model.addAttribute("odds", answering.odds(id));
        model.addAttribute("requests", answering.requests(id));
        model.addAttribute("again", again);
        model.addAttribute(
                "log", log.within(Set.of(invitation.organiser().id()), "invitation", Long.toString(id), MOST_LINES));
        return "selection/invitation/invitation";
    }

    /** The form of a proposal; two who propose the same unit at once are told apart by the unit. */
    private final class OneForm implements Saving.Form {

        private final long invitation;
        private final HttpServletRequest request;
        private final Model model;

        OneForm(long invitation, HttpServletRequest request, Model model) {
            this.invitation = invitation;
            this.request = request;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (sent.text("unit").isEmpty()) {
                errors = errors.with("unit", "selection.refusal.request-unit");
            }
            if (!isReason(sent.text("reason"))) {
                errors = errors.with("reason", "selection.refusal.exclusion-reason");
            }
            if (sent.text("reason").equals(Reason.OTHER.name())
                    && sent.text("note").isEmpty()) {
                errors = errors.with("note", "selection.refusal.request-note");
            }
            return FreeText.errors(errors, sent, "note");
        }

        private static boolean isReason(String text) {
            return ExclusionRequest.REASONS.stream()
                    .anyMatch(reason -> reason.name().equals(text));
        }

        @Override
        public String save(SentForm sent) {
            answering.request(
                    invitation, sent.text("unit"), Reason.valueOf(sent.text("reason")), FreeText.of(sent, "note"));
            return ADDRESS + "/" + invitation;
        }

        @Override
        public SentForm now() {
            return SentForm.empty();
        }

        @Override
        public List<Compared> compared() {
            return List.of();
        }

        @Override
        public String page(FormAgain again) {
            return InvitationController.this.page(invitation, again, request, model);
        }
    }
}
