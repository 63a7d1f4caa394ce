package se.samverkan.analysis.own;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.shared.ExcelText;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;
import se.samverkan.shared.page.Words;

/** Takes in all the figures that a unit has in a spreadsheet already: pasted, or as a CSV file. */
@Controller
@RequestMapping("/analyses/{id}/own-figures/table")
class OwnTableController {

    private static final String FIELD = "table";
    private static final int MOST_BYTES = 200_000;

    private final Analyses analyses;
    private final OwnFigures figures;
    private final Saving saving;
    private final List<Words> languages;
    private final Clock clock;

    OwnTableController(Analyses analyses, OwnFigures figures, Saving saving, MessageSource messages, Clock clock) {
        this.analyses = analyses;
        this.figures = figures;
        this.saving = saving;
        this.languages = List.of(new Words(messages, Words.SWEDISH), new Words(messages, Words.ENGLISH));
        this.clock = clock;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String form(@PathVariable long id, Model model) {
        return new OneForm(analyses.toWrite(id), model).page(FormAgain.shown(SentForm.empty()));
    }

    @PostMapping
    String take(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model)
            throws IOException {
        AnalysisView analysis = analyses.toWrite(id);
        SentForm sent = SentForm.of(fields);
        if (file != null && file.getSize() > MOST_BYTES) {
            FormErrors large = FormErrors.none().with("file", "analysis.own.table.large", MOST_BYTES / 1000);
            return new OneForm(analysis, model).page(FormAgain.refused(sent, large, response));
        }
        SentForm whole = file == null || file.isEmpty() ? sent : sent.with(FIELD, ExcelText.of(file.getBytes()));
        return saving.save(whole, new OneForm(analysis, model), response);
    }

    private final class OneForm implements Saving.Form {

        private final AnalysisView analysis;
        private final Model model;

        OneForm(AnalysisView analysis, Model model) {
            this.analysis = analysis;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return OwnTable.of(sent.text(FIELD), languages).errors(FIELD);
        }

        @Override
        public String save(SentForm sent) {
            figures.putTable(
                    analysis.id(),
                    OwnTable.of(sent.text(FIELD), languages).figures(),
                    Period.termOf(LocalDate.now(clock)),
                    sent.text("answered-for").equals("true"));
            return analysis.address() + "/own-figures";
        }

        @Override
        public String page(FormAgain again) {
            model.addAttribute("analysis", analysis);
            model.addAttribute("again", again);
            return "analysis/own/table";
        }
    }
}
