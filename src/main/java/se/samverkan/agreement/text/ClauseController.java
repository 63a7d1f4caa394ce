package se.samverkan.agreement.text;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Writes the clauses of the own party's text, one at a time. */
@Controller
@RequestMapping("/agreements/{id}/clauses/{key}")
class ClauseController {

    private static final TextPart.Sort CLAUSE = new ClauseSort();

    private final Agreements agreements;
    private final TextPart parts;
    private final ClauseMarks marks;
    private final Saving saving;

    ClauseController(Agreements agreements, TextPart parts, ClauseMarks marks, Saving saving) {
        this.agreements = agreements;
        this.parts = parts;
        this.marks = marks;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long id, @PathVariable String key, Model model) {
        return parts.show(id, key, CLAUSE, model);
    }

    @PostMapping
    String save(
            @PathVariable long id,
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), parts.form(id, key, CLAUSE, model), response);
    }

    /** Keeps the clause apart, and goes on to where it is marked as secret. */
    @PostMapping("/keeping")
    String keepApart(@PathVariable long id, @PathVariable String key) {
        return "redirect:/marks/" + ClauseMarks.KIND + "/" + marks.keepApart(id, key);
    }

    @PostMapping("/raise")
    String raise(@PathVariable long id, @PathVariable String key, @RequestParam int version) {
        agreements.change(id, version, text -> text.raised(key));
        return "redirect:" + AgreementController.address(id);
    }

    @PostMapping("/removal")
    String remove(@PathVariable long id, @PathVariable String key, @RequestParam int version) {
        return parts.remove(id, key, version);
    }

    private static final class ClauseSort implements TextPart.Sort {

        @Override
        public String prefix() {
            return "clause-";
        }

        @Override
        public SentForm form(AgreementText text, String key, int version) {
            return AgreementForms.of(text.clause(key).orElseThrow(Refusal::notSeen), version);
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return AgreementForms.clauseErrors(sent);
        }

        @Override
        public AgreementText written(AgreementText text, String key, SentForm sent) {
            return text.with(AgreementForms.clause(
                    key, text.clause(key).map(AgreementText.Clause::secret).orElse(null), sent));
        }

        @Override
        public List<Compared> compared() {
            return List.of(Compared.text("heading"), Compared.text("words"));
        }

        @Override
        public String page(AgreementView agreement, Model model) {
            return "agreement/text/clause";
        }
    }
}
