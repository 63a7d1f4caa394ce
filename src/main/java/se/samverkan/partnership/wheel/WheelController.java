package se.samverkan.partnership.wheel;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.course.Course;
import se.samverkan.partnership.course.Phases;
import se.samverkan.partnership.course.Steps;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.SentForm;

/** An organiser's own quality work: started in one click, and shown by month and unit. */
@Controller
class WheelController {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final OwnWork work;
    private final Course course;
    private final Phases phases;
    private final Steps steps;
    private final OnceOnPage once;
    private final Clock clock;

    WheelController(OwnWork work, Course course, Phases phases, Steps steps, OnceOnPage once, Clock clock) {
        this.work = work;
        this.course = course;
        this.phases = phases;
        this.steps = steps;
        this.once = once;
        this.clock = clock;
    }

    @GetMapping("/quality")
    String list(Model model) {
        return page(FormErrors.none(), model);
    }

    @PostMapping("/quality")
    String start(@RequestParam MultiValueMap<String, String> fields, HttpServletResponse response, Model model) {
        SentForm sent = SentForm.of(fields);
        return once.does(
                sent,
                () -> work.start(number(sent.text("organiser")), sent.text("variant")),
                "/quality",
                errors -> page(errors, model),
                response);
    }

    @GetMapping("/partnerships/{id}/wheel")
    @Transactional(readOnly = true)
    public String wheel(@PathVariable long id, Model model) {
        PartnershipView view = work.wheelOf(id);
        model.addAttribute("view", view);
        model.addAttribute("wheel", Wheel.of(view, phases.variant(view), course.phasesBegun(id), steps.done(id)));
        model.addAttribute("today", LocalDate.now(clock.withZone(SWEDEN)));
        return "partnership/wheel/wheel";
    }

    private String page(FormErrors errors, Model model) {
        model.addAttribute("organisers", work.organisers());
        model.addAttribute("variants", work.variants());
        model.addAttribute("running", work.running());
        model.addAttribute("errors", errors);
        return "partnership/wheel/quality";
    }

    private static long number(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw Refusal.notSeen();
        }
        return Long.parseLong(text);
    }
}
