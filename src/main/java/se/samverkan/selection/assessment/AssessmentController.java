package se.samverkan.selection.assessment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.selection.candidate.Candidate;
import se.samverkan.selection.candidate.Naming;
import se.samverkan.selection.candidate.UnitMaterial;
import se.samverkan.selection.candidate.UnitMaterial.Known;
import se.samverkan.selection.round.RoundUnits;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.Pager;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;
import se.samverkan.statistics.Indicators;

/** The assessments of a round: the units with where each stands, one unit with its form, and the joint line of two. */
@Controller
@RequestMapping("/selection/{round}/assessments")
class AssessmentController {

    private static final int ON_A_PAGE = 50;

    private final SelectionRounds rounds;
    private final Assessments assessments;
    private final UnitMaterial material;
    private final RoundUnits units;
    private final Indicators indicators;
    private final Saving saving;
    private final PageSource source;

    AssessmentController(
            SelectionRounds rounds,
            Assessments assessments,
            UnitMaterial material,
            RoundUnits units,
            Indicators indicators,
            Saving saving,
            PageSource source) {
        this.rounds = rounds;
        this.assessments = assessments;
        this.material = material;
        this.units = units;
        this.indicators = indicators;
        this.saving = saving;
        this.source = source;
    }

    @GetMapping
    String list(
            @PathVariable long round,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "NAME") String order,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        RoundView view = rounds.round(round);
        Map<Long, Assessment> all = assessments.all(round);
        AssessmentQuery query = AssessmentQuery.of(view, show, q, order);
        List<Candidate> found = query.of(assessments.inQuestion(round), all);
        Pager pager = new Pager(Math.max(1, page), ON_A_PAGE);
        model.addAttribute("round", view);
        model.addAttribute("assessments", all);
        model.addAttribute("query", query);
        model.addAttribute("pager", pager);
        model.addAttribute("total", found.size());
        model.addAttribute(
                "shown", found.stream().skip(pager.first() - 1).limit(ON_A_PAGE).toList());
        return "selection/assessment/assessments";
    }

    @GetMapping("/{unit}")
    String show(@PathVariable long round, @PathVariable String unit, HttpServletRequest request, Model model) {
        OneForm form = new OneForm(rounds.round(round), unit, false, request, model);
        return form.page(FormAgain.shown(form.now()));
    }

    @PostMapping("/{unit}")
    String save(
            @PathVariable long round,
            @PathVariable String unit,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        OneForm form = new OneForm(rounds.roundToAssess(round), unit, false, request, model);
        return saving.save(SentForm.of(fields), form, response);
    }

    @PostMapping("/{unit}/joint")
    String join(
            @PathVariable long round,
            @PathVariable String unit,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        OneForm form = new OneForm(rounds.roundToAssess(round), unit, true, request, model);
        return saving.save(SentForm.of(fields), form, response);
    }

    private String page(RoundView round, String unit, FormAgain again, HttpServletRequest request, Model model) {
        Known known = material.of(round, "", unit);
        Assessment assessment =
                assessments.of(round.id(), known.candidate().unit().id());
        if (!round.isAssessedByReader() && !assessment.isUnsealed()) {
            throw Refusal.notSeen();
        }
        model.addAttribute("round", round);
        model.addAttribute("known", known);
        model.addAttribute("assessment", assessment);
        model.addAttribute("again", again);
        model.addAttribute("naming", new Naming(indicators, source.of(request).words()));
        return "selection/assessment/assessment";
    }

    /** The form of one's own assessment, or of the joint line. */
    private final class OneForm implements Saving.Form {

        private final RoundView round;
        private final String unit;
        private final boolean joint;
        private final HttpServletRequest request;
        private final Model model;

        OneForm(RoundView round, String unit, boolean joint, HttpServletRequest request, Model model) {
            this.round = round;
            this.unit = unit;
            this.joint = joint;
            this.request = request;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return AssessmentForm.errors(sent, joint || AssessmentForm.isDone(sent));
        }

        @Override
        public String save(SentForm sent) {
            FreeText reasons = FreeText.of(sent, "reasons");
            if (joint) {
                assessments.join(
                        round.id(),
                        unit,
                        sent.version(),
                        AssessmentForm.conclusion(sent).orElseThrow(),
                        reasons);
            } else {
                assessments.save(
                        round.id(),
                        unit,
                        sent.version(),
                        new AssessmentDraft(AssessmentForm.conclusion(sent), reasons, AssessmentForm.isDone(sent)));
            }
            return "/selection/" + round.id() + "/assessments" + (joint ? "" : "/" + unit);
        }

        @Override
        public SentForm now() {
            Assessment now = assessments.of(round.id(), units.of(round, unit).id());
            return now.isUnsealed() ? AssessmentForm.joint(now) : AssessmentForm.own(now);
        }

        @Override
        public List<Compared> compared() {
            return AssessmentForm.COMPARED;
        }

        @Override
        public String page(FormAgain again) {
            return AssessmentController.this.page(round, unit, again, request, model);
        }
    }
}
