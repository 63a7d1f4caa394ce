package se.samverkan.analysis.own;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** A unit's own figures: which there are, their values term by term, and the way to take one in as evidence. */
@Controller
@RequestMapping("/analyses/{id}/own-figures")
class OwnFigureController {

    /** So many terms back one can write. */
    private static final int TERMS = 10;

    private final Analyses analyses;
    private final OwnFigures figures;
    private final Saving saving;
    private final PageSource source;
    private final Clock clock;

    OwnFigureController(Analyses analyses, OwnFigures figures, Saving saving, PageSource source, Clock clock) {
        this.analyses = analyses;
        this.figures = figures;
        this.saving = saving;
        this.source = source;
        this.clock = clock;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String list(@PathVariable long id, Model model) {
        return list(analyses.analysis(id), FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping
    String add(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new Adding(analyses.toWrite(id), model), response);
    }

    @GetMapping("/{indicator}/values/{term}")
    @Transactional(readOnly = true)
    public String form(@PathVariable long id, @PathVariable long indicator, @PathVariable String term, Model model) {
        AnalysisView analysis = analyses.toWrite(id);
        OwnIndicator found = figures.indicator(analysis, indicator);
        Period wanted = term(term).orElseThrow(Refusal::notSeen);
        return form(analysis, found, wanted, FormAgain.shown(form(found, wanted)), model);
    }

    @PostMapping("/{indicator}/values/{term}")
    String put(
            @PathVariable long id,
            @PathVariable long indicator,
            @PathVariable String term,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        AnalysisView analysis = analyses.toWrite(id);
        OwnIndicator found = figures.indicator(analysis, indicator);
        Period wanted = term(term).orElseThrow(Refusal::notSeen);
        return saving.save(SentForm.of(fields), new Putting(analysis, found, wanted, model), response);
    }

    /** Takes a value in as evidence; it stands under nothing until it is placed. */
    @PostMapping("/{indicator}/values/{term}/evidence")
    String takeIn(
            @PathVariable long id,
            @PathVariable long indicator,
            @PathVariable String term,
            HttpServletRequest request) {
        long part = figures.takeIn(
                id,
                indicator,
                term(term).orElseThrow(Refusal::notSeen),
                source.of(request).words());
        return "redirect:/analyses/" + id + "/parts/" + part;
    }

    private String list(AnalysisView analysis, FormAgain again, Model model) {
        model.addAttribute("terms", terms());
        model.addAttribute("analysis", analysis);
        model.addAttribute("indicators", figures.of(analysis));
        model.addAttribute("again", again);
        return "analysis/own/figures";
    }

    private static String form(
            AnalysisView analysis, OwnIndicator indicator, Period term, FormAgain again, Model model) {
        model.addAttribute("analysis", analysis);
        model.addAttribute("indicator", indicator);
        model.addAttribute("term", term);
        model.addAttribute("again", again);
        return "analysis/own/value";
    }

    private List<Period> terms() {
        Period now = Period.termOf(LocalDate.now(clock));
        return IntStream.range(0, TERMS).mapToObj(back -> now.plusTerms(-back)).toList();
    }

    private Optional<Period> term(String key) {
        return terms().stream()
                .filter(term -> Integer.toString(term.key()).equals(key))
                .findFirst();
    }

    private static SentForm form(OwnIndicator indicator, Period term) {
        Optional<OwnValue> value = indicator.in(term);
        return SentForm.ofVersion(value.map(OwnValue::version).orElse(0))
                .with(
                        "own-value",
                        value.map(each -> each.value()
                                        .stripTrailingZeros()
                                        .toPlainString()
                                        .replace('.', ','))
                                .orElse(""))
                .with(
                        "people",
                        value.map(each -> Integer.toString(each.people())).orElse(""));
    }

    private static Optional<Measure> measure(SentForm sent) {
        return Arrays.stream(Measure.values())
                .filter(each -> each.name().equals(sent.text("measure")))
                .findFirst();
    }

    private final class Adding implements Saving.Form {

        private final AnalysisView analysis;
        private final Model model;

        Adding(AnalysisView analysis, Model model) {
            this.analysis = analysis;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (sent.text("own-name").isEmpty()) {
                errors = errors.with("own-name", "analysis.refusal.own-nameless");
            }
            if (measure(sent).isEmpty()) {
                errors = errors.with("measure", "analysis.refusal.own-measure");
            }
            return FreeText.errors(errors, sent, "own-name", "own-words");
        }

        @Override
        public String save(SentForm sent) {
            figures.add(
                    analysis.id(),
                    FreeText.of(sent, "own-name"),
                    measure(sent).orElseThrow(),
                    FreeText.of(sent, "own-words"));
            return analysis.address() + "/own-figures";
        }

        @Override
        public String page(FormAgain again) {
            return list(analysis, again, model);
        }
    }

    private final class Putting implements Saving.Form {

        private final AnalysisView analysis;
        private final OwnIndicator indicator;
        private final Period term;
        private final Model model;

        Putting(AnalysisView analysis, OwnIndicator indicator, Period term, Model model) {
            this.analysis = analysis;
            this.indicator = indicator;
            this.term = term;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (!sent.text("own-value").matches("\\d{1,7}([.,]\\d{1,2})?")) {
                errors = errors.with("own-value", "analysis.refusal.own-number");
            }
            if (!sent.text("people").matches("[1-9]\\d{0,6}")) {
                errors = errors.with("people", "analysis.refusal.own-people");
            }
            return errors;
        }

        @Override
        public String save(SentForm sent) {
            figures.put(
                    analysis.id(),
                    indicator.id(),
                    term,
                    sent.version(),
                    new BigDecimal(sent.text("own-value").replace(',', '.')),
                    Integer.parseInt(sent.text("people")),
                    sent.text("answered-for").equals("true"));
            return analysis.address() + "/own-figures";
        }

        @Override
        public SentForm now() {
            return OwnFigureController.form(figures.indicator(analysis, indicator.id()), term);
        }

        @Override
        public List<Compared> compared() {
            return List.of(Compared.text("own-value"), Compared.text("people"));
        }

        @Override
        public String page(FormAgain again) {
            return OwnFigureController.form(analysis, indicator, term, again, model);
        }
    }
}
