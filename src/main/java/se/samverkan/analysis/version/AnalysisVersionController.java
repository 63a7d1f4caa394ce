package se.samverkan.analysis.version;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import se.samverkan.records.rendition.PdfDocument;
import se.samverkan.records.rendition.Rendition;
import se.samverkan.records.rendition.WordDocument;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The versions of an analysis: adopted, compared with one another and with what is written now, taken away as documents. */
@Controller
@RequestMapping("/analyses/{id}/versions")
class AnalysisVersionController {

    /** What an address calls that which is written now. */
    private static final int NOW = 0;

    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final Analyses analyses;
    private final Versions versions;
    private final Saving saving;
    private final PageSource source;

    AnalysisVersionController(Analyses analyses, Versions versions, Saving saving, PageSource source) {
        this.analyses = analyses;
        this.versions = versions;
        this.saving = saving;
        this.source = source;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String list(@PathVariable long id, Model model) {
        AnalysisView analysis = analyses.analysis(id);
        return page(analysis, FormAgain.shown(SentForm.ofVersion(newest(analysis))), model);
    }

    @PostMapping
    String adopt(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new OneForm(analyses.toWrite(id), model), response);
    }

    /** How a version differs from another; 0 is what is written now. */
    @GetMapping("/{number}/comparison")
    @Transactional(readOnly = true)
    public String compare(
            @PathVariable long id,
            @PathVariable int number,
            @RequestParam(defaultValue = "0") int with,
            HttpServletRequest request,
            Model model) {
        AnalysisView analysis = analyses.analysis(id);
        AdoptedVersion before = versions.version(analysis, number);
        Frozen after = with == NOW
                ? versions.now(analysis)
                : versions.version(analysis, with).content();
        model.addAttribute("analysis", analysis);
        model.addAttribute("before", before);
        model.addAttribute("with", with);
        model.addAttribute(
                "differences",
                VersionDifference.between(
                        before.content(), after, source.of(request).words()));
        return "analysis/version/comparison";
    }

    @GetMapping("/{number}/document.{format}")
    @Transactional(readOnly = true)
    public ResponseEntity<byte[]> document(
            @PathVariable long id, @PathVariable int number, @PathVariable String format) {
        AnalysisView analysis = analyses.analysis(id);
        String name = "analysis-" + id + (number == NOW ? "" : "-" + number) + "." + format;
        return switch (format) {
            case "pdf" ->
                OnceOnPage.file(name, MediaType.APPLICATION_PDF, PdfDocument.write(rendition(analysis, number)));
            case "docx" -> OnceOnPage.file(name, WORD, WordDocument.write(rendition(analysis, number)));
            default -> throw Refusal.notSeen();
        };
    }

    private Rendition rendition(AnalysisView analysis, int number) {
        return number == NOW
                ? versions.draft(analysis)
                : versions.rendition(analysis, versions.version(analysis, number));
    }

    private int newest(AnalysisView analysis) {
        return versions.of(analysis).stream()
                .findFirst()
                .map(AdoptedVersion::number)
                .orElse(0);
    }

    private String page(AnalysisView analysis, FormAgain again, Model model) {
        List<AdoptedVersion> all = versions.of(analysis);
        model.addAttribute("analysis", analysis);
        model.addAttribute("versions", all);
        model.addAttribute("again", again);
        return "analysis/version/versions";
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
            return FreeText.errors(FormErrors.none(), sent, "adoption-words");
        }

        @Override
        public String save(SentForm sent) {
            versions.adopt(analysis.id(), sent.version(), FreeText.of(sent, "adoption-words"));
            return analysis.address() + "/versions";
        }

        @Override
        public SentForm now() {
            return SentForm.ofVersion(newest(analysis));
        }

        @Override
        public boolean decides() {
            return true;
        }

        @Override
        public String page(FormAgain again) {
            return AnalysisVersionController.this.page(analysis, again, model);
        }
    }
}
