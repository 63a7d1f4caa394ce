package se.samverkan.partnership.paper;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.records.document.PlaceToWrite;
import se.samverkan.records.file.Files;
import se.samverkan.records.file.StoredFile;
import se.samverkan.records.file.Upload;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Puts many documents into a case at once: first the files, then what each of them is. */
@Controller
@RequestMapping("/partnerships/{id}/papers/several")
class SeveralPapersController {

    private static final String KEPT = "kept";

    private final Partnerships partnerships;
    private final BringingPapers bringing;
    private final Files files;
    private final Saving saving;

    SeveralPapersController(Partnerships partnerships, BringingPapers bringing, Files files, Saving saving) {
        this.partnerships = partnerships;
        this.bringing = bringing;
        this.files = files;
        this.saving = saving;
    }

    /** A file that was not taken in, and why. */
    record NotTaken(String name, Refusal why) {}

    @GetMapping
    String choose(@PathVariable long id, Model model) {
        return page(id, List.of(), FormAgain.shown(SentForm.empty()), model);
    }

    /** Keeps what can be kept, and says of the rest why not. */
    @PostMapping("/files")
    String keep(
            @PathVariable long id,
            @RequestParam(required = false) List<MultipartFile> file,
            HttpServletResponse response,
            Model model) {
        bringing.places(id);
        List<NotTaken> refused = new ArrayList<>();
        SentForm form = SentForm.empty();
        List<String> kept = new ArrayList<>();
        for (Upload upload : uploads(file)) {
            try {
                StoredFile stored = files.keep(upload);
                kept.add(Long.toString(stored.id()));
                form = form.with("title-" + stored.id(), withoutEnding(stored.name()));
            } catch (Refusal why) {
                refused.add(new NotTaken(upload.name(), why));
            }
        }
        if (!refused.isEmpty() || kept.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        FormErrors errors = kept.isEmpty() && refused.isEmpty()
                ? FormErrors.none().with("file", "partnership.papers.refusal.none", BringingPapers.MOST)
                : FormErrors.none();
        return page(id, refused, new FormAgain(form.with(KEPT, kept), errors, List.of()), model);
    }

    private static List<Upload> uploads(@org.jspecify.annotations.Nullable List<MultipartFile> chosen) {
        return chosen == null
                ? List.of()
                : chosen.stream()
                        .flatMap(each -> Upload.of(each).stream())
                        .limit(BringingPapers.MOST)
                        .toList();
    }

    private static String withoutEnding(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    @PostMapping
    String bring(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        bringing.places(id);
        return saving.save(SentForm.of(fields), new OneForm(id, model), response);
    }

    private String page(long id, List<NotTaken> refused, FormAgain again, Model model) {
        PartnershipView partnership = partnerships.find(id).orElseThrow(Refusal::notSeen);
        model.addAttribute("partnership", partnership);
        model.addAttribute("places", bringing.places(id));
        model.addAttribute("kept", files.held(kept(again.form())));
        model.addAttribute("refused", refused);
        model.addAttribute("megabytes", files.megabytes());
        model.addAttribute("again", again);
        return "partnership/paper/several";
    }

    private static List<Long> kept(SentForm sent) {
        return sent.all(KEPT).stream()
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .limit(BringingPapers.MOST)
                .toList();
    }

    /** The fields of a file in which somebody writes. */
    private static Stream<String> written(long file) {
        return Stream.of("title-" + file, "sort-" + file, "sender-" + file);
    }

    static String[] written(List<StoredFile> files) {
        return files.stream().flatMap(file -> written(file.id())).toArray(String[]::new);
    }

    private final class OneForm implements Saving.Form {

        private final long id;
        private final Model model;

        OneForm(long id, Model model) {
            this.id = id;
            this.model = model;
        }

        private Optional<PlaceToWrite> place(SentForm sent) {
            return bringing.places(id).stream()
                    .filter(each -> each.key().equals(sent.text("place")))
                    .findFirst();
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = place(sent).isPresent()
                    ? FormErrors.none()
                    : FormErrors.none().with("place", "document.refusal.place");
            for (long file : kept(sent)) {
                if (sent.text("title-" + file).isEmpty()) {
                    errors = errors.with("title-" + file, "document.refusal.title");
                }
                if (!sent.text("day-" + file).isEmpty()
                        && sent.day("day-" + file).isEmpty()) {
                    errors = errors.with("day-" + file, "partnership.papers.refusal.day");
                }
                for (String field : written(file).toList()) {
                    if (sent.text(field).length() > BringingPapers.LONGEST) {
                        errors = errors.with(field, "partnership.papers.refusal.long", BringingPapers.LONGEST);
                    }
                }
            }
            return FreeText.errors(
                    errors,
                    sent,
                    kept(sent).stream()
                            .flatMap(SeveralPapersController::written)
                            .toArray(String[]::new));
        }

        @Override
        public String save(SentForm sent) {
            bringing.bring(
                    id,
                    place(sent).orElseThrow(Refusal::notSeen),
                    kept(sent).stream().map(file -> paper(sent, file)).toList(),
                    sent.text(FreeText.REASON_FIELD));
            return CaseDocumented.address(id);
        }

        private static BroughtPaper paper(SentForm sent, long file) {
            return new BroughtPaper(
                    file,
                    sent.text("title-" + file),
                    sent.day("day-" + file),
                    sent.text("sort-" + file),
                    sent.text("sender-" + file));
        }

        @Override
        public String page(FormAgain again) {
            return SeveralPapersController.this.page(id, List.of(), again, model);
        }
    }
}
