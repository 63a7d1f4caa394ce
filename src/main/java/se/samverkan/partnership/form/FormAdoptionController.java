package se.samverkan.partnership.form;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.ReasonedDeed;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Adopts a form of the programme for a unit, and opens it again. */
@Controller
@RequestMapping("/partnerships/{id}/units/{unit}/forms/{form}")
class FormAdoptionController {

    private static final String WHY = "why";

    private final CaseForms forms;
    private final FormAdopting adopting;
    private final OnceOnPage once;
    private final Saving saving;

    FormAdoptionController(CaseForms forms, FormAdopting adopting, OnceOnPage once, Saving saving) {
        this.forms = forms;
        this.adopting = adopting;
        this.once = once;
        this.saving = saving;
    }

    @PostMapping("/adoption")
    String adopt(
            @PathVariable long id,
            @PathVariable long unit,
            @PathVariable String form,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        SentForm sent = SentForm.of(fields);
        CaseForm asked = forms.form(id, unit, form);
        return once.does(
                sent,
                () -> adopting.adopt(id, unit, form, sent.version()),
                asked.address(),
                errors -> CaseFormController.page(
                        forms.form(id, unit, form),
                        new FormAgain(CaseFormController.shown(asked), errors, List.of()),
                        model),
                response);
    }

    @PostMapping("/reopening")
    String reopen(
            @PathVariable long id,
            @PathVariable long unit,
            @PathVariable String form,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        CaseForm asked = forms.form(id, unit, form);
        return saving.save(
                SentForm.of(fields),
                new ReasonedDeed(
                        WHY,
                        "partnership.form.refusal.no-why",
                        sent -> reopened(asked, sent),
                        SentForm::empty,
                        again -> CaseFormController.page(asked, again, model)),
                response);
    }

    private String reopened(CaseForm asked, SentForm sent) {
        adopting.reopen(
                asked.partnership().id(), asked.unit().unit(), asked.form().key(), FreeText.of(sent, WHY));
        return asked.address();
    }
}
