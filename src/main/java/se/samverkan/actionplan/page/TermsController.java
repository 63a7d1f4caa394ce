package se.samverkan.actionplan.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.OptionalInt;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.actionplan.content.PlanWriting;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.actionplan.thread.Workload;
import se.samverkan.actionplan.year.PlanCalendar;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.SentForm;

/** A plan term by term: what goes on when, how many hours it takes, who is responsible for how much; and handing that over. */
@Controller
@RequestMapping("/action-plans/{id}")
class TermsController {

    private final Plans plans;
    private final PlanWriting writing;
    private final PlanReading reading;
    private final PlanCalendar calendar;
    private final PageSource source;
    private final OnceOnPage once;

    TermsController(
            Plans plans,
            PlanWriting writing,
            PlanReading reading,
            PlanCalendar calendar,
            PageSource source,
            OnceOnPage once) {
        this.plans = plans;
        this.writing = writing;
        this.reading = reading;
        this.calendar = calendar;
        this.source = source;
        this.once = once;
    }

    @GetMapping("/terms")
    @Transactional(readOnly = true)
    public String show(@PathVariable long id, HttpServletRequest request, Model model) {
        return page(id, FormErrors.none(), request, model);
    }

    /** Says how many hours the staff has each term; an empty field says that nobody knows. */
    @PostMapping("/hours")
    String hours(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        SentForm sent = SentForm.of(fields);
        return once.does(
                sent,
                () -> plans.hours(id, number(sent.text("staff-hours"))),
                "/action-plans/" + id + "/terms",
                errors -> page(id, errors, request, model),
                response);
    }

    private static OptionalInt number(String text) {
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!text.matches("\\d{1,6}")) {
            throw Refusal.rule("actionplan.refusal.field.NUMBER");
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    /** Hands all that one person is responsible for over to another. */
    @PostMapping("/handing-over")
    String handOver(
            @PathVariable long id,
            @RequestParam long from,
            @RequestParam(defaultValue = "0") long to,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return once.does(
                SentForm.of(fields),
                () -> writing.handOver(id, from, to),
                "/action-plans/" + id + "/terms",
                errors -> page(id, errors, request, model),
                response);
    }

    private String page(long id, FormErrors errors, HttpServletRequest request, Model model) {
        PlanNow now = reading.read(id);
        model.addAttribute("now", now);
        model.addAttribute(
                "days",
                calendar.of(
                        now.view(), now.parts(), now.terms(), source.of(request).words()));
        model.addAttribute("hours", Workload.hours(now.parts(), now.terms()));
        model.addAttribute("shares", Workload.shares(now.parts(), now.terms()));
        model.addAttribute("errors", errors);
        return "actionplan/page/terms";
    }
}
