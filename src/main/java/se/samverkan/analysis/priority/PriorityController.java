package se.samverkan.analysis.priority;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.Chains;
import se.samverkan.analysis.chain.Part;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;
import se.samverkan.shared.page.Words;

/** The priorities of an analysis, from the first score to the decided order. */
@Controller
@RequestMapping("/analyses/{id}/priorities")
class PriorityController {

    private final Analyses analyses;
    private final Chains chains;
    private final Priorities priorities;
    private final PriorityPage pages;
    private final Saving saving;
    private final OnceOnPage once;
    private final PageSource source;

    PriorityController(
            Analyses analyses,
            Chains chains,
            Priorities priorities,
            PriorityPage pages,
            Saving saving,
            OnceOnPage once,
            PageSource source) {
        this.analyses = analyses;
        this.chains = chains;
        this.priorities = priorities;
        this.pages = pages;
        this.saving = saving;
        this.once = once;
        this.source = source;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        return pages.of(id, Optional.empty(), FormErrors.none(), model);
    }

    /** Begins with four criteria that may be changed before anybody scores. */
    @PostMapping
    String begin(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        analyses.toWrite(id);
        Words words = source.of(request).words();
        List<String> criteria = Stream.of("effect", "power", "urgency", "effort")
                .map(each -> words.text("analysis.criterion." + each))
                .toList();
        return does(id, fields, () -> priorities.begin(id, criteria), response, model);
    }

    @PostMapping("/criteria")
    String criteria(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        analyses.toWrite(id);
        return saving.save(
                SentForm.of(fields),
                form(
                        id,
                        sent -> FreeText.errors(FormErrors.none(), sent, "criteria"),
                        sent -> priorities.criteria(id, sent.version(), PriorityForm.criteria(sent)),
                        model),
                response);
    }

    @PostMapping("/scores")
    String score(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        AnalysisView analysis = analyses.toWrite(id);
        List<Part> areas = areas(analysis);
        return saving.save(
                SentForm.of(fields),
                form(
                        id,
                        sent -> FormErrors.none(),
                        sent -> priorities.score(
                                id,
                                PriorityForm.scores(
                                        areas, priorities.newest(analysis).orElseThrow(Refusal::notSeen), sent),
                                sent.text("finished").equals("true")),
                        model),
                response);
    }

    @PostMapping("/closing")
    String close(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        analyses.toWrite(id);
        return does(id, fields, () -> priorities.close(id), response, model);
    }

    @PostMapping("/decision")
    String decide(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        List<Part> areas = areas(analyses.toWrite(id));
        return saving.save(
                SentForm.of(fields),
                form(
                        id,
                        sent -> PriorityForm.errors(areas, sent),
                        sent -> priorities.decide(id, PriorityForm.places(areas, sent), numbers(areas, sent)),
                        model),
                response);
    }

    private static Optional<FreeText> numbers(List<Part> areas, SentForm sent) {
        return areas.stream()
                .map(area -> FreeText.of(sent, PriorityForm.reason(area)))
                .filter(text -> !text.numberReason().isEmpty())
                .findFirst();
    }

    @PostMapping("/reopening")
    String reopen(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        analyses.toWrite(id);
        return saving.save(
                SentForm.of(fields),
                form(
                        id,
                        sent -> FreeText.errors(
                                sent.text("why-anew").isEmpty()
                                        ? FormErrors.none().with("why-anew", "analysis.refusal.why-anew")
                                        : FormErrors.none(),
                                sent,
                                "why-anew"),
                        sent -> priorities.reopen(id, FreeText.of(sent, "why-anew")),
                        model),
                response);
    }

    private List<Part> areas(AnalysisView analysis) {
        return chains.chain(analysis).of(PartKind.AREA);
    }

    private String does(
            long id, MultiValueMap<String, String> fields, Runnable deed, HttpServletResponse response, Model model) {
        return once.does(
                SentForm.of(fields),
                deed,
                address(id),
                errors -> pages.of(id, Optional.empty(), errors, model),
                response);
    }

    private static String address(long id) {
        return "/analyses/" + id + "/priorities";
    }

    private Saving.Form form(long id, Function<SentForm, FormErrors> errors, Consumer<SentForm> deed, Model model) {
        return new Saving.Form() {
            @Override
            public FormErrors errors(SentForm sent) {
                return errors.apply(sent);
            }

            @Override
            public String save(SentForm sent) {
                deed.accept(sent);
                return address(id);
            }

            @Override
            public String page(FormAgain again) {
                return pages.of(id, Optional.of(again), FormErrors.none(), model);
            }
        };
    }
}
