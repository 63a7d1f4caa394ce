package se.samverkan.actionplan.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.PlanWriting;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Origins;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Writes the parts of a plan, one at a time, where they stand. */
@Controller
@RequestMapping("/action-plans/{id}/parts")
class PlanPartController {

    private final Plans plans;
    private final PlanWriting writing;
    private final PlanPartPage pages;
    private final Saving saving;
    private final Origins origins;

    PlanPartController(Plans plans, PlanWriting writing, PlanPartPage pages, Saving saving, Origins origins) {
        this.plans = plans;
        this.writing = writing;
        this.pages = pages;
        this.saving = saving;
        this.origins = origins;
    }

    @GetMapping("/new")
    String add(
            @PathVariable long id,
            @RequestParam String kind,
            @RequestParam Optional<Long> under,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(name = Origins.FIELD, defaultValue = "") String origin,
            Model model) {
        PlanView plan = plans.toWrite(id);
        PlanPartKind wanted = PlanPartKind.named(kind).orElseThrow(Refusal::notSeen);
        return pages.added(plan, wanted, under, FormAgain.shown(form(title, words, origin)), model);
    }

    private static SentForm form(String title, String words, String origin) {
        return SentForm.empty()
                .with(PlanPartForm.TITLE, title)
                .with(PlanPartForm.WORDS, words)
                .with(Origins.FIELD, origin);
    }

    @PostMapping
    String add(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new Adding(plans.toWrite(id), SentForm.of(fields), model), response);
    }

    @GetMapping("/{part}")
    String show(@PathVariable long id, @PathVariable long part, Model model) {
        return pages.of(id, part, Optional.empty(), FormErrors.none(), model);
    }

    @PostMapping("/{part}")
    String change(
            @PathVariable long id,
            @PathVariable long part,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        PlanView plan = plans.toWrite(id);
        PlanPart before = writing.parts(plan).find(part).orElseThrow(Refusal::notSeen);
        return saving.save(SentForm.of(fields), new Changing(plan, before, model), response);
    }

    private final class Adding implements Saving.Form {

        private final PlanView plan;
        private final PlanPartKind kind;
        private final Optional<Long> under;
        private final Model model;

        Adding(PlanView plan, SentForm sent, Model model) {
            this.plan = plan;
            this.kind = PlanPartKind.named(sent.text("kind")).orElseThrow(Refusal::notSeen);
            this.under = Optional.of(sent.text("under"))
                    .filter(text -> text.matches("\\d{1,18}"))
                    .map(Long::parseLong);
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return PlanPartForm.errors(kind, sent);
        }

        @Override
        public String save(SentForm sent) {
            long part = writing.add(plan.id(), PlanPartForm.draft(kind, sent), under);
            origins.made(sent, "AMENDMENT", sent.text(PlanPartForm.TITLE), plan.address() + "/parts/" + part);
            return plan.address() + "#part-" + part;
        }

        @Override
        public String page(FormAgain again) {
            return pages.added(plan, kind, under, again, model);
        }
    }

    private final class Changing implements Saving.Form {

        private final PlanView plan;
        private final PlanPart part;
        private final Model model;

        Changing(PlanView plan, PlanPart part, Model model) {
            this.plan = plan;
            this.part = part;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return PlanPartForm.errors(part.kind(), sent);
        }

        @Override
        public String save(SentForm sent) {
            writing.change(plan.id(), part.id(), sent.version(), PlanPartForm.draft(part.kind(), sent));
            return plan.address() + "/parts/" + part.id();
        }

        @Override
        public SentForm now() {
            return pages.now(plan, part.id());
        }

        @Override
        public List<Compared> compared() {
            return PlanPartForm.compared(part.kind());
        }

        /** What the one who came second wrote is kept, whatever becomes of the form. */
        @Override
        public String page(FormAgain again) {
            if (again.isStale()) {
                writing.keepUnsaved(plan.id(), part.id(), PlanPartForm.draft(part.kind(), again.form()));
            }
            return pages.of(plan.id(), part.id(), Optional.of(again), FormErrors.none(), model);
        }
    }
}
