package se.samverkan.survey.idea;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The idea rounds of a partnership, and the form that opens one more. */
@Controller
@RequestMapping("/partnerships/{partnership}/ideas")
class IdeasController {

    private static final int MOST_VOTES = 10;
    private static final int LONGEST = 300;

    private final IdeaRounds rounds;
    private final Partnerships partnerships;
    private final Rights rights;
    private final Saving saving;

    IdeasController(IdeaRounds rounds, Partnerships partnerships, Rights rights, Saving saving) {
        this.rounds = rounds;
        this.partnerships = partnerships;
        this.rights = rights;
        this.saving = saving;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String list(@PathVariable long partnership, Model model) {
        return page(toLead(partnership), FormAgain.shown(SentForm.empty().with("votes", "3")), model);
    }

    @PostMapping
    String open(
            @PathVariable long partnership,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new OneForm(toLead(partnership), model), response);
    }

    private PartnershipView toLead(long partnership) {
        PartnershipView view = partnerships.find(partnership).orElseThrow(Refusal::notSeen);
        rights.require(Verb.LEAD_IDEA_ROUNDS);
        return view;
    }

    private String page(PartnershipView partnership, FormAgain again, Model model) {
        model.addAttribute("partnership", partnership);
        model.addAttribute("rounds", rounds.ofPartnership(partnership.id()));
        model.addAttribute("units", partnership.standing().isLive() ? rounds.units(partnership) : List.of());
        model.addAttribute("again", again);
        return "survey/idea/rounds";
    }

    private final class OneForm implements Saving.Form {

        private final PartnershipView partnership;
        private final Model model;

        OneForm(PartnershipView partnership, Model model) {
            this.partnership = partnership;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (unit(sent).isEmpty()) {
                errors = errors.with("unit", "survey.refusal.idea-unit");
            }
            String question = sent.text("question");
            if (question.isEmpty() || question.length() > LONGEST) {
                errors = errors.with("question", "survey.refusal.idea-question");
            }
            if (!sent.text("votes").matches("[1-9]|10")) {
                errors = errors.with("votes", "survey.refusal.idea-votes", MOST_VOTES);
            }
            return errors;
        }

        private Optional<Participant> unit(SentForm sent) {
            return rounds.units(partnership).stream()
                    .filter(each -> each.key().equals(sent.text("unit")))
                    .findFirst();
        }

        @Override
        public String save(SentForm sent) {
            long unit = unit(sent).map(Participant::unit).orElseThrow(() -> Refusal.rule("survey.refusal.idea-unit"));
            return "/ideas/"
                    + rounds.open(partnership.id(), unit, sent.text("question"), Integer.parseInt(sent.text("votes")));
        }

        @Override
        public String page(FormAgain again) {
            return IdeasController.this.page(partnership, again, model);
        }
    }
}
