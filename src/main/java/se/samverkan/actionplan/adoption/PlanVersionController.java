package se.samverkan.actionplan.adoption;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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
import se.samverkan.actionplan.content.Baselines;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.records.rendition.PdfDocument;
import se.samverkan.records.rendition.Rendition;
import se.samverkan.records.rendition.WordDocument;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The versions of a plan: adopted and amended, compared with one another and with what is written now, taken as documents. */
@Controller
@RequestMapping("/action-plans/{id}/versions")
class PlanVersionController {

    /** What an address calls that which is written now. */
    private static final int NOW = 0;

    private static final String WORDS = "plan-adoption-words";
    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final Plans plans;
    private final Adoptions adoptions;
    private final Baselines baselines;
    private final Saving saving;
    private final OnceOnPage once;
    private final PageSource source;

    PlanVersionController(
            Plans plans, Adoptions adoptions, Baselines baselines, Saving saving, OnceOnPage once, PageSource source) {
        this.plans = plans;
        this.adoptions = adoptions;
        this.baselines = baselines;
        this.saving = saving;
        this.once = once;
        this.source = source;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String list(@PathVariable long id, Model model) {
        PlanView plan = plans.plan(id);
        return page(plan, FormAgain.shown(SentForm.ofVersion(newest(plan))), model);
    }

    @PostMapping
    String adopt(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new OneForm(plans.toWrite(id), model), response);
    }

    /** Decides for the organiser; {@code holds} is {@code yes}, or anything else to send it back. */
    @PostMapping("/{number}/decision")
    String decide(
            @PathVariable long id,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String holds,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        SentForm sent = SentForm.of(fields);
        PlanView plan = plans.plan(id);
        return once.does(
                sent,
                () -> adoptions.decide(id, number, holds.equals("yes"), FreeText.of(sent, "plan-decision-words")),
                plan.address() + "/versions",
                errors -> page(plan, new FormAgain(sent, errors, List.of()), model),
                response);
    }

    /** Draws a version that holds up as a document. */
    @PostMapping("/{number}/paper")
    String draw(@PathVariable long id, @PathVariable int number) {
        return "redirect:/documents/" + adoptions.draw(id, number);
    }

    /** How a version differs from another; 0 is what is written now. */
    @GetMapping("/{number}/comparison")
    @Transactional(readOnly = true)
    public String compare(
            @PathVariable long id,
            @PathVariable int number,
            @RequestParam(defaultValue = "0") int with,
            HttpServletRequest request,
            Model model) {
        PlanView plan = plans.plan(id);
        PlanVersion before = adoptions.version(plan, number);
        FrozenPlan after = with == NOW
                ? adoptions.now(plan)
                : adoptions.version(plan, with).content();
        model.addAttribute("plan", plan);
        model.addAttribute("before", before);
        model.addAttribute("with", with);
        model.addAttribute(
                "differences",
                PlanDifference.between(
                        before.content(), after, baselines, source.of(request).words()));
        return "actionplan/adoption/comparison";
    }

    @GetMapping("/{number}/document.{format}")
    @Transactional(readOnly = true)
    public ResponseEntity<byte[]> document(
            @PathVariable long id, @PathVariable int number, @PathVariable String format) {
        PlanView plan = plans.plan(id);
        String name = "action-plan-" + id + (number == NOW ? "" : "-" + number) + "." + format;
        return switch (format) {
            case "pdf" -> OnceOnPage.file(name, MediaType.APPLICATION_PDF, PdfDocument.write(rendition(plan, number)));
            case "docx" -> OnceOnPage.file(name, WORD, WordDocument.write(rendition(plan, number)));
            default -> throw Refusal.notSeen();
        };
    }

    private Rendition rendition(PlanView plan, int number) {
        return number == NOW ? adoptions.draft(plan) : adoptions.rendition(plan, adoptions.version(plan, number));
    }

    private int newest(PlanView plan) {
        return adoptions.of(plan).stream().findFirst().map(PlanVersion::number).orElse(0);
    }

    private String page(PlanView plan, FormAgain again, Model model) {
        model.addAttribute("plan", plan);
        model.addAttribute("versions", adoptions.of(plan));
        model.addAttribute("again", again);
        return "actionplan/adoption/versions";
    }

    private final class OneForm implements Saving.Form {

        private final PlanView plan;
        private final Model model;

        OneForm(PlanView plan, Model model) {
            this.plan = plan;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return FreeText.errors(FormErrors.none(), sent, WORDS);
        }

        @Override
        public String save(SentForm sent) {
            adoptions.adopt(plan.id(), sent.version(), FreeText.of(sent, WORDS));
            return plan.address() + "/versions";
        }

        @Override
        public SentForm now() {
            return SentForm.ofVersion(newest(plan));
        }

        @Override
        public boolean decides() {
            return true;
        }

        @Override
        public String page(FormAgain again) {
            return PlanVersionController.this.page(plan, again, model);
        }
    }
}
