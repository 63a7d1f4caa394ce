package se.samverkan.analysis.pack;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.analysis.chain.PartDraft;
import se.samverkan.records.rendition.PdfDocument;
import se.samverkan.records.rendition.SlideDocument;
import se.samverkan.records.rendition.WordDocument;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;
import se.samverkan.shared.page.Words;

/** The data pack of a unit: its page, its papers, and what is written beside its figures. */
@Controller
@RequestMapping("/partnerships/{partnership}/units/{unit}/pack")
class PackController {

    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    private static final MediaType SLIDES =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.presentationml.presentation");

    private final DataPacks packs;
    private final PackDocuments documents;
    private final Saving saving;
    private final PageSource source;

    PackController(DataPacks packs, PackDocuments documents, Saving saving, PageSource source) {
        this.packs = packs;
        this.documents = documents;
        this.saving = saving;
        this.source = source;
    }

    @GetMapping
    String show(@PathVariable long partnership, @PathVariable String unit, HttpServletRequest request, Model model) {
        model.addAttribute("pack", packs.pack(partnership, unit, words(request)));
        return "analysis/pack/pack";
    }

    @GetMapping("/document.{format}")
    ResponseEntity<byte[]> document(
            @PathVariable long partnership,
            @PathVariable String unit,
            @PathVariable String format,
            HttpServletRequest request) {
        Words words = words(request);
        DataPack pack = packs.pack(partnership, unit, words);
        String name = "data-" + pack.unit().key() + "." + format;
        return switch (format) {
            case "pdf" ->
                OnceOnPage.file(name, MediaType.APPLICATION_PDF, PdfDocument.write(documents.document(pack, words)));
            case "docx" -> OnceOnPage.file(name, WORD, WordDocument.write(documents.document(pack, words)));
            case "pptx" -> OnceOnPage.file(name, SLIDES, SlideDocument.write(documents.slides(pack, words)));
            default -> throw Refusal.notSeen();
        };
    }

    @GetMapping("/annotations/{line}")
    String form(
            @PathVariable long partnership,
            @PathVariable String unit,
            @PathVariable String line,
            HttpServletRequest request,
            Model model) {
        DataPack pack = packs.toAnnotate(partnership, unit, line, words(request));
        return page(pack, line, FormAgain.shown(form(pack, line)), model);
    }

    @PostMapping("/annotations/{line}")
    String annotate(
            @PathVariable long partnership,
            @PathVariable String unit,
            @PathVariable String line,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Words words = words(request);
        DataPack pack = packs.toAnnotate(partnership, unit, line, words);
        return saving.save(SentForm.of(fields), new Annotating(pack, line, words, model), response);
    }

    private Words words(HttpServletRequest request) {
        return source.of(request).words();
    }

    private static SentForm form(DataPack pack, String line) {
        Optional<Annotation> annotation = Optional.ofNullable(pack.annotations().get(line));
        return SentForm.ofVersion(annotation.map(Annotation::version).orElse(0))
                .with("annotation", annotation.map(Annotation::words).orElse(""));
    }

    private static String page(DataPack pack, String line, FormAgain again, Model model) {
        model.addAttribute("pack", pack);
        model.addAttribute("line", line);
        model.addAttribute("again", again);
        return "analysis/pack/annotation";
    }

    private final class Annotating implements Saving.Form {

        private final DataPack pack;
        private final String line;
        private final Words words;
        private final Model model;

        Annotating(DataPack pack, String line, Words words, Model model) {
            this.pack = pack;
            this.line = line;
            this.words = words;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            int length = sent.text("annotation").length();
            FormErrors errors = length > PartDraft.MOST_OF_WORDS
                    ? FormErrors.none()
                            .with("annotation", "analysis.refusal.words-long", PartDraft.MOST_OF_WORDS, length)
                    : FormErrors.none();
            return FreeText.errors(errors, sent, "annotation");
        }

        @Override
        public String save(SentForm sent) {
            FreeText text = FreeText.of(sent, "annotation");
            packs.annotate(
                    pack, line, sent.version(), new FreeText(text.text().replace("\r\n", "\n"), text.numberReason()));
            return pack.address() + (line.equals(Annotation.WHOLE) ? "" : "#" + line);
        }

        @Override
        public SentForm now() {
            return form(packs.pack(pack.partnership().id(), pack.unit().key(), words), line);
        }

        @Override
        public List<Compared> compared() {
            return List.of(Compared.text("annotation"));
        }

        @Override
        public String page(FormAgain again) {
            return PackController.page(pack, line, again, model);
        }
    }
}
