package se.samverkan.partnership.form;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
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
import se.samverkan.partnership.QuestionFields;
import se.samverkan.records.rendition.PdfDocument;
import se.samverkan.records.rendition.WordDocument;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** A form of the programme at one unit of a case: answered there, read, taken away as a document. */
@Controller
@RequestMapping("/partnerships/{id}/units/{unit}/forms/{form}")
class CaseFormController {

    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final CaseForms forms;
    private final FormAdopting adopting;
    private final Saving saving;

    CaseFormController(CaseForms forms, FormAdopting adopting, Saving saving) {
        this.forms = forms;
        this.adopting = adopting;
        this.saving = saving;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String show(
            @PathVariable long id,
            @PathVariable long unit,
            @PathVariable String form,
            @RequestParam Optional<String> saved,
            Model model) {
        CaseForm asked = forms.form(id, unit, form);
        Optional<String> elsewhere = forms.elsewhere(asked);
        model.addAttribute("done", saved.map(given -> "partnership.form.saved").orElse(""));
        return elsewhere.isPresent()
                ? "redirect:" + elsewhere.get()
                : page(asked, FormAgain.shown(shown(asked)), model);
    }

    @PostMapping
    String answer(
            @PathVariable long id,
            @PathVariable long unit,
            @PathVariable String form,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        CaseForm asked = forms.form(id, unit, form);
        return saving.save(SentForm.of(fields), new Answering(asked, model), response);
    }

    @GetMapping("/document.{format}")
    @Transactional(readOnly = true)
    public ResponseEntity<byte[]> document(
            @PathVariable long id, @PathVariable long unit, @PathVariable String form, @PathVariable String format) {
        CaseForm asked = forms.form(id, unit, form);
        String name = form + "-" + id + "-" + unit + "." + format;
        return switch (format) {
            case "pdf" -> OnceOnPage.file(name, MediaType.APPLICATION_PDF, PdfDocument.write(adopting.now(asked)));
            case "docx" -> OnceOnPage.file(name, WORD, WordDocument.write(adopting.now(asked)));
            default -> throw Refusal.notSeen();
        };
    }

    static SentForm shown(CaseForm asked) {
        return QuestionFields.form(asked.version(), asked.fields(), asked.answers());
    }

    static String page(CaseForm asked, FormAgain again, Model model) {
        model.addAttribute("asked", asked);
        model.addAttribute("again", again);
        return "partnership/form/form";
    }

    private final class Answering implements Saving.Form {

        private final CaseForm asked;
        private final Model model;

        Answering(CaseForm asked, Model model) {
            this.asked = asked;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return QuestionFields.errors(asked.fields(), sent);
        }

        @Override
        public String save(SentForm sent) {
            forms.answer(
                    asked.partnership().id(),
                    asked.unit().unit(),
                    asked.form().key(),
                    sent.version(),
                    QuestionFields.answers(asked.fields(), sent));
            return asked.address() + "?saved";
        }

        @Override
        public SentForm now() {
            return shown(forms.form(
                    asked.partnership().id(), asked.unit().unit(), asked.form().key()));
        }

        @Override
        public List<Compared> compared() {
            return QuestionFields.compared(asked.fields());
        }

        @Override
        public String page(FormAgain again) {
            return CaseFormController.page(asked, again, model);
        }
    }
}
