package se.samverkan.selection.overview;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
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
import se.samverkan.selection.RoundLink;
import se.samverkan.selection.candidate.CriterionCatalogue;
import se.samverkan.selection.candidate.Windows;
import se.samverkan.selection.decision.SharedDecisions;
import se.samverkan.selection.invitation.InvitationAnswering;
import se.samverkan.selection.round.Choosers;
import se.samverkan.selection.round.RoundDraft;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Option;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The rounds: a list, a form for a new one and for changes, and the page of one, which leads to everything in it. */
@Controller
@RequestMapping("/selection")
class RoundController {

    private static final int MOST_LINES = 100;

    private final SelectionRounds rounds;
    private final RoundProgress progress;
    private final InvitationAnswering invitations;
    private final SharedDecisions decisions;
    private final Choosers choosers;
    private final Variants variants;
    private final CriterionCatalogue catalogue;
    private final Windows windows;
    private final RecordLog log;
    private final Saving saving;
    private final PageSource source;
    private final List<RoundLink> links;

    RoundController(
            SelectionRounds rounds,
            RoundProgress progress,
            InvitationAnswering invitations,
            SharedDecisions decisions,
            Choosers choosers,
            Variants variants,
            CriterionCatalogue catalogue,
            Windows windows,
            RecordLog log,
            Saving saving,
            PageSource source,
            List<RoundLink> links) {
        this.rounds = rounds;
        this.progress = progress;
        this.invitations = invitations;
        this.decisions = decisions;
        this.choosers = choosers;
        this.variants = variants;
        this.catalogue = catalogue;
        this.windows = windows;
        this.log = log;
        this.saving = saving;
        this.source = source;
        this.links = links;
    }

    @GetMapping
    String list(Model model) {
        boolean invited = invitations.concernsActor();
        boolean told = decisions.concernActor();
        model.addAttribute("rounds", rounds.concernActor() || !(invited || told) ? rounds.rounds() : null);
        model.addAttribute("invitations", invited ? invitations.all() : null);
        model.addAttribute("decisions", told ? decisions.all() : null);
        model.addAttribute("choosers", choosers);
        model.addAttribute("mayOpen", choosers.mayOpen());
        return "selection/overview/rounds";
    }

    @GetMapping("/new")
    String empty(HttpServletRequest request, Model model) {
        choosers.requireOpen();
        SentForm form = SentForm.empty()
                .with("variant", variants.all().getFirst().key())
                .with("last-year", windows.schoolYears().getFirst().toString());
        return form(0, FormAgain.shown(form), request, model);
    }

    @PostMapping
    String open(
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        choosers.requireOpen();
        return saving.save(SentForm.of(fields), new OneForm(0, request, model), response);
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, HttpServletRequest request, Model model) {
        RoundView round = rounds.round(id);
        model.addAttribute("round", round);
        model.addAttribute("variant", variantName(round, source.of(request).locale()));
        model.addAttribute("owner", choosers.name(round.owner()));
        model.addAttribute("steps", progress.of(round));
        model.addAttribute(
                "links", links.stream().flatMap(each -> each.of(id).stream()).toList());
        model.addAttribute("log", log.within(Set.of(round.owner()), "round", Long.toString(id), MOST_LINES));
        return "selection/overview/round";
    }

    private String variantName(RoundView round, Locale locale) {
        return variants.find(round.variant())
                .map(variant -> variant.name(locale))
                .orElse(round.variant());
    }

    @GetMapping("/{id}/edit")
    String filled(@PathVariable long id, HttpServletRequest request, Model model) {
        return form(id, FormAgain.shown(RoundForm.of(rounds.roundToPrepare(id))), request, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        rounds.roundToPrepare(id);
        return saving.save(SentForm.of(fields), new OneForm(id, request, model), response);
    }

    private String form(long id, FormAgain again, HttpServletRequest request, Model model) {
        Locale locale = source.of(request).locale();
        model.addAttribute("id", id);
        model.addAttribute("again", again);
        model.addAttribute("owners", choosers.options());
        model.addAttribute(
                "variants",
                variants.all().stream()
                        .map(variant -> new Option(variant.key(), variant.name(locale)))
                        .toList());
        model.addAttribute(
                "years",
                windows.schoolYears().stream()
                        .map(year -> new Option(year.toString(), year.toString()))
                        .toList());
        model.addAttribute("forms", catalogue.forms());
        return "selection/overview/roundform";
    }

    /** The form of a round; 0 is the id of a new one. */
    private final class OneForm implements Saving.Form {

        private final long id;
        private final HttpServletRequest request;
        private final Model model;

        OneForm(long id, HttpServletRequest request, Model model) {
            this.id = id;
            this.request = request;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = RoundForm.errors(sent, catalogue.forms());
            if (variants.find(sent.text("variant")).isEmpty()) {
                errors = errors.with("variant", "selection.refusal.variant");
            }
            return id == 0 && choosers.find(sent.text("owner")).isEmpty()
                    ? errors.with("owner", "selection.refusal.owner")
                    : errors;
        }

        @Override
        public String save(SentForm sent) {
            RoundDraft draft = RoundForm.draft(sent, catalogue.forms());
            if (id != 0) {
                rounds.change(id, sent.version(), draft);
                return "/selection/" + id;
            }
            long owner = choosers.find(sent.text("owner")).orElseThrow(Refusal::notSeen);
            return "/selection/" + rounds.open(owner, draft);
        }

        @Override
        public SentForm now() {
            return RoundForm.of(rounds.round(id));
        }

        @Override
        public List<Compared> compared() {
            return RoundForm.COMPARED;
        }

        @Override
        public String page(FormAgain again) {
            return form(id, again, request, model);
        }
    }
}
