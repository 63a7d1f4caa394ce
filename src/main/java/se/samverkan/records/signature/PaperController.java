package se.samverkan.records.signature;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.samverkan.records.signature.SigningView.SignatoryView;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** A signature on paper: the form that registers it. */
@Controller
@RequestMapping("/signatures/{id}/papers/{position}")
class PaperController {

    private final PaperSigning papers;
    private final Saving saving;

    PaperController(PaperSigning papers, Saving saving) {
        this.papers = papers;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long id, @PathVariable int position, Model model) {
        SigningView view = papers.toRegister(id);
        return page(view, signatory(view, position), FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping
    String register(
            @PathVariable long id,
            @PathVariable int position,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model) {
        SigningView view = papers.toRegister(id);
        return saving.save(SentForm.of(fields), new OneForm(view, signatory(view, position), file, model), response);
    }

    private static SignatoryView signatory(SigningView view, int position) {
        return view.signatories().stream()
                .filter(each -> each.position() == position)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
    }

    private static String page(SigningView view, SignatoryView signatory, FormAgain again, Model model) {
        model.addAttribute("signing", view);
        model.addAttribute("signatory", signatory);
        model.addAttribute("again", again);
        return "records/signature/paper";
    }

    /** The form of one paper. */
    private final class OneForm implements Saving.Form {

        private final SigningView view;
        private final SignatoryView signatory;
        private final @Nullable MultipartFile file;
        private final Model model;

        OneForm(SigningView view, SignatoryView signatory, @Nullable MultipartFile file, Model model) {
            this.view = view;
            this.signatory = signatory;
            this.file = file;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (sent.day("signed-on").isEmpty()) {
                errors = errors.with("signed-on", "signature.refusal.day");
            }
            if (file == null || file.isEmpty()) {
                errors = errors.with("file", "signature.refusal.scan");
            }
            return errors;
        }

        @Override
        public String save(SentForm sent) {
            papers.register(
                    view.id(),
                    signatory.position(),
                    sent.text("checksum"),
                    sent.day("signed-on").orElseThrow(),
                    content());
            return "/signatures/" + view.id();
        }

        private byte[] content() {
            try {
                return file == null ? new byte[0] : file.getBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String page(FormAgain again) {
            return PaperController.page(view, signatory, again, model);
        }
    }
}
