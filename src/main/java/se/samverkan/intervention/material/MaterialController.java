package se.samverkan.intervention.material;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.samverkan.intervention.commission.CommissionView;
import se.samverkan.intervention.commission.Commissions;
import se.samverkan.intervention.occasion.Occasion;
import se.samverkan.intervention.occasion.SubPlans;
import se.samverkan.records.file.ChosenFile;
import se.samverkan.records.file.FileAnswer;
import se.samverkan.records.file.Files;
import se.samverkan.records.file.StoredFile;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The page with the material of an occasion: what is there to take away, and the form for one more file. */
@Controller
@RequestMapping("/occasions/{id:\\d+}/material")
class MaterialController {

    private static final int LONGEST = 500;

    private final Materials materials;
    private final SubPlans plans;
    private final Commissions commissions;
    private final Files files;
    private final FileAnswer answer;
    private final Saving saving;
    private final OnceOnPage once;
    private final TransactionTemplate reading;

    MaterialController(
            Materials materials,
            SubPlans plans,
            Commissions commissions,
            Files files,
            FileAnswer answer,
            Saving saving,
            OnceOnPage once,
            TransactionTemplate transactions) {
        this.materials = materials;
        this.plans = plans;
        this.commissions = commissions;
        this.files = files;
        this.answer = answer;
        this.saving = saving;
        this.once = once;
        this.reading = transactions;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        return page(id, FormAgain.shown(SentForm.empty()), List.of(), model);
    }

    private String page(long id, FormAgain again, List<StoredFile> kept, Model model) {
        reading.executeWithoutResult(status -> {
            Occasion occasion = plans.occasion(id);
            CommissionView commission = commissions.commission(occasion.commission());
            model.addAttribute("occasion", occasion);
            model.addAttribute("commission", commission);
            model.addAttribute("materials", materials.of(id));
            model.addAttribute("mayPut", Materials.mayPut(commission));
        });
        model.addAttribute("megabytes", files.megabytes());
        model.addAttribute("kept", kept);
        model.addAttribute("again", again);
        return "intervention/material/material";
    }

    @GetMapping("/{material}")
    void file(@PathVariable long id, @PathVariable long material, HttpServletResponse response) throws IOException {
        answer.send(materials.file(id, material), response);
    }

    @PostMapping
    String put(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model) {
        reading.executeWithoutResult(status -> materials.toPut(plans.occasion(id)));
        ChosenFile chosen = ChosenFile.of(files, SentForm.of(fields), file);
        return saving.save(chosen.form(), new Put(id, chosen, model), response);
    }

    @PostMapping("/{material}/removal")
    String remove(
            @PathVariable long id,
            @PathVariable long material,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return once.does(
                SentForm.of(fields),
                () -> materials.remove(id, material),
                "/occasions/" + id + "/material",
                errors -> page(id, FormAgain.refused(SentForm.empty(), errors, response), List.of(), model),
                response);
    }

    private final class Put implements Saving.Form {

        private final long occasion;
        private final ChosenFile chosen;
        private final Model model;

        Put(long occasion, ChosenFile chosen, Model model) {
            this.occasion = occasion;
            this.chosen = chosen;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = chosen.errors(FormErrors.none());
            if (errors.isEmpty() && chosen.file().isEmpty()) {
                errors = errors.with(ChosenFile.FIELD, "material.refusal.file");
            }
            if (sent.text("material-words").length() > LONGEST) {
                errors = errors.with("material-words", "intervention.refusal.long", LONGEST);
            }
            return FreeText.errors(errors, sent, "material-words");
        }

        @Override
        public String save(SentForm sent) {
            materials.put(occasion, chosen.file().orElseThrow(), FreeText.of(sent, "material-words"));
            return "/occasions/" + occasion + "/material";
        }

        @Override
        public String page(FormAgain again) {
            return MaterialController.this.page(
                    occasion, again, chosen.file().stream().toList(), model);
        }
    }
}
