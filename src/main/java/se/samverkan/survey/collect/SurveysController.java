package se.samverkan.survey.collect;

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
import se.samverkan.shared.SentForms;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;
import se.samverkan.survey.question.QuestionSet;
import se.samverkan.survey.question.Suppression;

/** The surveys of a partnership, and the form of one more: first the unit, then a ready set that suits it. */
@Controller
@RequestMapping("/partnerships/{partnership}/surveys")
class SurveysController {

    private static final int DAYS = 14;

    private final Surveys surveys;
    private final RemovedDrafts removed;
    private final Partnerships partnerships;
    private final Rights rights;
    private final Saving saving;
    private final SentForms sentForms;

    SurveysController(
            Surveys surveys,
            RemovedDrafts removed,
            Partnerships partnerships,
            Rights rights,
            Saving saving,
            SentForms sentForms) {
        this.surveys = surveys;
        this.removed = removed;
        this.partnerships = partnerships;
        this.rights = rights;
        this.saving = saving;
        this.sentForms = sentForms;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String list(@PathVariable long partnership, Model model) {
        PartnershipView view = toRead(partnership);
        List<SurveyView> all = surveys.ofPartnership(partnership);
        model.addAttribute("partnership", view);
        model.addAttribute("surveys", all);
        model.addAttribute("removed", removed.of(partnership));
        model.addAttribute("answers", surveys.answers(all));
        model.addAttribute(
                "mayAsk", view.standing().isLive() && !surveys.unitsToAsk(view).isEmpty());
        return "survey/collect/surveys";
    }

    @PostMapping("/removed/{draft}/restoration")
    String takeBack(
            @PathVariable long partnership,
            @PathVariable long draft,
            @RequestParam MultiValueMap<String, String> fields) {
        toAsk(partnership);
        return "redirect:"
                + sentForms.once(SentForm.of(fields).token(), () -> "/surveys/" + removed.takeBack(partnership, draft));
    }

    @GetMapping("/new")
    @Transactional(readOnly = true)
    public String empty(@PathVariable long partnership, @RequestParam Optional<String> unit, Model model) {
        PartnershipView view = toAsk(partnership);
        List<Participant> units = surveys.unitsToAsk(view);
        Optional<Participant> chosen = unit.flatMap(key -> byKey(units, key))
                .or(() -> units.size() == 1 ? Optional.of(units.getFirst()) : Optional.empty());
        SentForm form = SentForm.empty()
                .with("unit", chosen.map(Participant::key).orElse(""))
                .with("last-day", surveys.today().plusDays(DAYS).toString())
                .with("threshold", Integer.toString(Suppression.USUAL));
        return page(view, FormAgain.shown(form), model);
    }

    @PostMapping
    String drawUp(
            @PathVariable long partnership,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new OneForm(toAsk(partnership), model), response);
    }

    private PartnershipView toRead(long partnership) {
        PartnershipView view = partnerships.find(partnership).orElseThrow(Refusal::notSeen);
        rights.require(Verb.READ_SURVEYS);
        return view;
    }

    private PartnershipView toAsk(long partnership) {
        PartnershipView view = toRead(partnership);
        if (surveys.unitsToAsk(view).isEmpty()) {
            throw Refusal.notAllowed("refusal.verb.RUN_SURVEYS");
        }
        return view;
    }

    private String page(PartnershipView view, FormAgain again, Model model) {
        List<Participant> units = surveys.unitsToAsk(view);
        Optional<Participant> unit = byKey(units, again.form().text("unit"));
        model.addAttribute("partnership", view);
        model.addAttribute("units", units);
        model.addAttribute("unit", unit);
        model.addAttribute("sets", unit.map(surveys::sets).orElse(List.of()));
        model.addAttribute("again", again);
        return "survey/collect/new";
    }

    private static Optional<Participant> byKey(List<Participant> units, String key) {
        return units.stream().filter(each -> each.key().equals(key)).findFirst();
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
            Optional<Participant> unit = byKey(surveys.unitsToAsk(partnership), sent.text("unit"));
            if (unit.isEmpty()) {
                return errors.with("unit", "survey.refusal.unit");
            }
            if (surveys.sets(unit.get()).stream().map(QuestionSet::key).noneMatch(sent.text("set")::equals)) {
                errors = errors.with("set", "survey.refusal.set");
            }
            return SurveyForms.errors(errors, sent);
        }

        @Override
        public String save(SentForm sent) {
            Participant unit = byKey(surveys.unitsToAsk(partnership), sent.text("unit"))
                    .orElseThrow(() -> Refusal.rule("survey.refusal.unit"));
            return "/surveys/"
                    + surveys.drawUp(partnership.id(), unit.unit(), sent.text("set"), SurveyForms.draft(sent));
        }

        @Override
        public String page(FormAgain again) {
            return SurveysController.this.page(partnership, again, model);
        }
    }
}
