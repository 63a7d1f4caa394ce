package se.samverkan.partnership.staffing;

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
import se.samverkan.partnership.staffing.StoredStaffing.Draft;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Moves the days of a role in a partnership; one that ends leads on to the handover. */
@Controller
@RequestMapping("/partnerships/{id}/people/{assignment}")
class RoleController {

    private final CaseStaffing staffing;
    private final Saving saving;

    RoleController(CaseStaffing staffing, Saving saving) {
        this.staffing = staffing;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long id, @PathVariable long assignment, Model model) {
        OneForm form = new OneForm(id, assignment, model);
        return form.page(FormAgain.shown(form.now()));
    }

    @PostMapping
    String change(
            @PathVariable long id,
            @PathVariable long assignment,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        staffing.toChange(id, assignment);
        return saving.save(SentForm.of(fields), new OneForm(id, assignment, model), response);
    }

    /** The form of one role. */
    private final class OneForm implements Saving.Form {

        private final long id;
        private final long assignment;
        private final Model model;

        OneForm(long id, long assignment, Model model) {
            this.id = id;
            this.assignment = assignment;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return StaffForm.errors(sent, person().role());
        }

        @Override
        public String save(SentForm sent) {
            PersonInCase before = person();
            Draft draft = StaffForm.draft(sent, before.role(), before.unit());
            staffing.change(id, assignment, sent.version(), draft);
            boolean ends = draft.to().isPresent() && !draft.to().equals(before.to());
            return "/partnerships/" + id + (ends ? "/handovers/new?leaver=" + assignment : "/people");
        }

        @Override
        public SentForm now() {
            return StaffForm.of(person());
        }

        @Override
        public List<Compared> compared() {
            return List.of(Compared.text("from"), Compared.text("to"), Compared.choice("stands-for", "stands-for."));
        }

        @Override
        public String page(FormAgain again) {
            model.addAttribute("partnership", staffing.partnership(id));
            model.addAttribute("person", person());
            model.addAttribute("again", again);
            return "partnership/staffing/role";
        }

        private PersonInCase person() {
            return staffing.toChange(id, assignment);
        }
    }
}
