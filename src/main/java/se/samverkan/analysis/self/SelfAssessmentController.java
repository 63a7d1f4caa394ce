package se.samverkan.analysis.self;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.self.SelfAssessments.Judged;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;
import se.samverkan.shared.page.Words;

/** A unit judges itself this term, with the terms before beside each criterion. */
@Controller
@RequestMapping("/analyses/{id}/self-assessment")
class SelfAssessmentController {

    private static final int OFFERED = 5;

    private final Analyses analyses;
    private final SelfAssessments assessments;
    private final Saving saving;
    private final PageSource source;

    SelfAssessmentController(Analyses analyses, SelfAssessments assessments, Saving saving, PageSource source) {
        this.analyses = analyses;
        this.assessments = assessments;
        this.saving = saving;
        this.source = source;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String show(@PathVariable long id, Model model) {
        AnalysisView analysis = analyses.analysis(id);
        return page(analysis, FormAgain.shown(form(assessments.of(analysis))), model);
    }

    @PostMapping
    String judge(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new Judging(analyses.toWrite(id), model), response);
    }

    /** Adds one criterion; or, where nothing is written, those that are offered to begin with. */
    @PostMapping("/criteria")
    String add(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Words words = source.of(request).words();
        return saving.save(SentForm.of(fields), new Adding(analyses.toWrite(id), words, model), response);
    }

    private String page(AnalysisView analysis, FormAgain again, Model model) {
        model.addAttribute("analysis", analysis);
        model.addAttribute("criteria", assessments.of(analysis));
        model.addAttribute("term", assessments.term());
        model.addAttribute("again", again);
        return "analysis/self/assessment";
    }

    private SentForm form(List<SelfCriterion> criteria) {
        SentForm form = SentForm.ofVersion(assessments.version(criteria));
        for (SelfCriterion criterion : criteria) {
            form = form.with(
                            step(criterion),
                            criterion
                                    .in(assessments.term())
                                    .map(each -> Integer.toString(each.step()))
                                    .orElse(""))
                    .with(
                            words(criterion),
                            criterion
                                    .in(assessments.term())
                                    .map(SelfStep::words)
                                    .orElse(""));
        }
        return form;
    }

    static String step(SelfCriterion criterion) {
        return "step-" + criterion.id();
    }

    static String words(SelfCriterion criterion) {
        return "step-words-" + criterion.id();
    }

    private static String[] written(List<SelfCriterion> criteria) {
        return criteria.stream().map(SelfAssessmentController::words).toArray(String[]::new);
    }

    private final class Judging implements Saving.Form {

        private final AnalysisView analysis;
        private final List<SelfCriterion> criteria;
        private final Model model;

        Judging(AnalysisView analysis, Model model) {
            this.analysis = analysis;
            this.criteria = assessments.of(analysis);
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            for (SelfCriterion criterion : criteria) {
                if (sent.text(step(criterion)).isEmpty()
                        && !sent.text(words(criterion)).isEmpty()) {
                    errors = errors.with(step(criterion), "analysis.refusal.step");
                }
            }
            return FreeText.errors(errors, sent, written(criteria));
        }

        @Override
        public String save(SentForm sent) {
            Map<Long, Judged> judged = new HashMap<>();
            for (SelfCriterion criterion : criteria) {
                if (sent.text(step(criterion)).matches("[1-4]")) {
                    FreeText text = FreeText.of(sent, words(criterion));
                    judged.put(
                            criterion.id(),
                            new Judged(
                                    Integer.parseInt(sent.text(step(criterion))),
                                    new FreeText(text.text().replace("\r\n", "\n"), text.numberReason())));
                }
            }
            assessments.judge(analysis.id(), sent.version(), judged);
            return analysis.address() + "/self-assessment";
        }

        @Override
        public SentForm now() {
            return form(assessments.of(analysis));
        }

        @Override
        public List<Compared> compared() {
            List<Compared> compared = new ArrayList<>();
            criteria.forEach(criterion -> {
                compared.add(Compared.text(step(criterion)));
                compared.add(Compared.text(words(criterion)));
            });
            return compared;
        }

        @Override
        public String page(FormAgain again) {
            return SelfAssessmentController.this.page(analysis, again, model);
        }
    }

    private final class Adding implements Saving.Form {

        private final AnalysisView analysis;
        private final Words words;
        private final Model model;

        Adding(AnalysisView analysis, Words words, Model model) {
            this.analysis = analysis;
            this.words = words;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            boolean begins = assessments.of(analysis).isEmpty();
            FormErrors errors = sent.text("self-criterion").isEmpty() && !begins
                    ? FormErrors.none().with("self-criterion", "analysis.refusal.self-criterion")
                    : FormErrors.none();
            return FreeText.errors(errors, sent, "self-criterion");
        }

        @Override
        public String save(SentForm sent) {
            Stream<FreeText> names = sent.text("self-criterion").isEmpty()
                    ? IntStream.rangeClosed(1, OFFERED)
                            .mapToObj(n -> new FreeText(words.text("analysis.self.offered." + n), ""))
                    : Stream.of(FreeText.of(sent, "self-criterion"));
            assessments.add(analysis.id(), names.toList());
            return analysis.address() + "/self-assessment";
        }

        @Override
        public String page(FormAgain again) {
            return SelfAssessmentController.this.page(
                    analysis, new FormAgain(form(assessments.of(analysis)), again.errors(), again.conflicts()), model);
        }
    }
}
