package se.samverkan.followup.checkpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.followup.checkpoint.CheckpointView.FollowOn;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.meeting.MeetingView;
import se.samverkan.meeting.Meetings;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/**
 * What a checkpoint leads to: doors to the plan, to the meetings where assignments are given and to commissions; and what became of
 * it, kept with the checkpoint by its address.
 */
@Controller
@RequestMapping("/follow-ups/{plan}/checkpoints/{term}/follow-ons")
class FollowOnController {

    private static final int MOST_OF_WORDS = 300;
    private static final List<String> KINDS = List.of("AMENDMENT", "ASSIGNMENT", "COMMISSION");

    private final Checkpoints checkpoints;
    private final FollowedPlans plans;
    private final Meetings meetings;
    private final Rights rights;
    private final Saving saving;
    private final PageSource source;
    private final TransactionTemplate reading;

    FollowOnController(
            Checkpoints checkpoints,
            FollowedPlans plans,
            Meetings meetings,
            Rights rights,
            Saving saving,
            PageSource source,
            TransactionTemplate transactions) {
        this.checkpoints = checkpoints;
        this.plans = plans;
        this.meetings = meetings;
        this.rights = rights;
        this.saving = saving;
        this.source = source;
        this.reading = transactions;
    }

    @GetMapping("/new")
    String empty(@PathVariable long plan, @PathVariable String term, Model model) {
        return page(plan, term(term), FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping("/new")
    String lead(
            @PathVariable long plan,
            @PathVariable String term,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new Leading(plan, term(term), model), response);
    }

    /** Leads to the form that makes what was decided, with what is known filled in. */
    @GetMapping("/form")
    String form(
            @PathVariable long plan,
            @PathVariable String term,
            @RequestParam(name = "decided", defaultValue = "") String decided,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request) {
        FollowedPlan followed = java.util.Objects.requireNonNull(reading.execute(status -> plans.plan(plan)));
        return "redirect:"
                + new FilledForm(
                                followed,
                                term(term),
                                decided.strip(),
                                area,
                                source.of(request).words())
                        .address(to)
                        .orElseThrow(Refusal::notSeen);
    }

    private static Period term(String key) {
        if (!key.matches("20\\d{2}[14]")) {
            throw Refusal.notSeen();
        }
        return Period.ofKey(Integer.parseInt(key));
    }

    private String page(long plan, Period term, FormAgain again, Model model) {
        reading.executeWithoutResult(status -> {
            FollowedPlan followed = plans.plan(plan);
            if (!plans.leads(followed)) {
                throw Refusal.notAllowed("refusal.verb.WRITE_FOLLOW_UP");
            }
            model.addAttribute("followed", followed);
            model.addAttribute("checkpoint", checkpoints.of(followed, term, checkpoints.ofPlan(followed)));
            model.addAttribute("meetings", coming(followed));
            model.addAttribute(
                    "mayGive", rights.allow(Verb.COORDINATE_PARTNERSHIP) || rights.allow(Verb.RUN_PARTNERSHIP));
        });
        model.addAttribute("again", again);
        return "followup/checkpoint/followon";
    }

    /** The meetings of the unit, or of the whole case, in which an assignment can be given. */
    private List<MeetingView> coming(FollowedPlan followed) {
        return meetings.ofPartnership(followed.partnership().id()).stream()
                .filter(MeetingView::isOpen)
                .filter(each -> each.unit()
                        .filter(unit -> unit != followed.plan().unit())
                        .isEmpty())
                .limit(3)
                .toList();
    }

    private final class Leading implements Saving.Form {

        private final long plan;
        private final Period term;
        private final Model model;

        Leading(long plan, Period term, Model model) {
            this.plan = plan;
            this.term = term;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (!KINDS.contains(sent.text("kind"))) {
                errors = errors.with("kind", "followup.refusal.led-kind");
            }
            if (sent.text("led-words").isEmpty() || sent.text("led-words").length() > MOST_OF_WORDS) {
                errors = errors.with("led-words", "followup.refusal.led-words", MOST_OF_WORDS);
            }
            if (path(sent).isEmpty()) {
                errors = errors.with("address", "followup.refusal.led-address");
            }
            return FreeText.errors(errors, sent, "led-words");
        }

        /** The path of a page here, whether it was copied with the site's name or without; empty for anything else. */
        private static String path(SentForm sent) {
            String path =
                    sent.text("address").replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*$", "");
            return path.matches("/(action-plans|meetings|commissions)/[a-z0-9/-]{1,100}") ? path : "";
        }

        @Override
        public String save(SentForm sent) {
            FreeText words = FreeText.of(sent, "led-words");
            checkpoints.lead(plan, term, new FollowOn(sent.text("kind"), words.text(), path(sent)), words);
            return CheckpointView.address(plan, term);
        }

        @Override
        public String page(FormAgain again) {
            return FollowOnController.this.page(plan, term, again, model);
        }
    }
}
