package se.samverkan.partnership.staffing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.Role;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.staffing.CaseStaffing.Newcomer;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Gives a role in a partnership: to somebody who is known, or to somebody new who gets a link to come in by. */
@Controller
@RequestMapping("/partnerships/{id}/people")
class StaffingController {

    private final CaseStaffing staffing;
    private final Needs needs;
    private final Saving saving;

    StaffingController(CaseStaffing staffing, Needs needs, Saving saving) {
        this.staffing = staffing;
        this.needs = needs;
        this.saving = saving;
    }

    @GetMapping("/new")
    String blank(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String unit,
            Model model) {
        SentForm form = SentForm.empty()
                .with("role", role)
                .with("unit", unit)
                .with("from", staffing.today().toString());
        return new OneForm(id, form, model).page(FormAgain.shown(form));
    }

    @PostMapping
    String give(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        staffing.partnership(id);
        SentForm sent = SentForm.of(fields);
        OneForm form = new OneForm(id, sent, model);
        String view = saving.save(sent, form, response);
        if (form.link.isEmpty()) {
            return view;
        }
        model.addAttribute("partnership", staffing.partnership(id));
        model.addAttribute("name", sent.text("name"));
        model.addAttribute("email", sent.text("email"));
        model.addAttribute("link", form.link.orElseThrow());
        return "partnership/staffing/invited";
    }

    /** The form for one role at one place. */
    private final class OneForm implements Saving.Form {

        private final long id;
        private final Role role;
        private final Optional<Long> unit;
        private final Model model;
        private Optional<String> link = Optional.empty();

        OneForm(long id, SentForm form, Model model) {
            this.id = id;
            this.role = StaffForm.role(form.text("role")).orElseThrow(Refusal::notSeen);
            this.unit = StaffForm.number(form.text("unit"));
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return StaffForm.errorsOfNew(sent, role);
        }

        @Override
        public String save(SentForm sent) {
            StoredStaffing.Draft draft = StaffForm.draft(sent, role, unit);
            Optional<Long> person = StaffForm.person(sent);
            if (person.isPresent()) {
                staffing.give(id, person.get(), draft);
            } else {
                link = staffing.invite(id, newcomer(sent), draft);
            }
            return "/partnerships/" + id + "/people";
        }

        private static Newcomer newcomer(SentForm sent) {
            String language = sent.text("language").equals("en") ? "en" : "sv";
            return new Newcomer(sent.text("name"), sent.text("email"), language);
        }

        @Override
        public String page(FormAgain again) {
            PartnershipView partnership = staffing.partnership(id);
            model.addAttribute("candidates", staffing.candidates(id, role, unit));
            model.addAttribute("partnership", partnership);
            model.addAttribute(
                    "need",
                    needs.of(partnership, staffing.people(id)).stream()
                            .filter(need -> need.role() == role && need.unitId().equals(unit))
                            .findFirst());
            model.addAttribute("role", role);
            model.addAttribute("again", again);
            return "partnership/staffing/give";
        }
    }
}
