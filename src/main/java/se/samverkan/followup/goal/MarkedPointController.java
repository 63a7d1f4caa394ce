package se.samverkan.followup.goal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Marks a point that stands out, on the page of the goal, and takes it back. */
@Controller
@RequestMapping("/follow-ups/{plan}/goals/{goal}/points")
class MarkedPointController {

    private static final String WORDS = "point-words";

    private final MarkedPoints points;
    private final GoalController page;
    private final Saving saving;
    private final OnceOnPage once;

    MarkedPointController(MarkedPoints points, GoalController page, Saving saving, OnceOnPage once) {
        this.points = points;
        this.page = page;
        this.saving = saving;
        this.once = once;
    }

    private static String address(long plan, long goal) {
        return FollowedPlan.address(plan) + "/goals/" + goal;
    }

    @PostMapping
    String mark(
            @PathVariable long plan,
            @PathVariable long goal,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new Marking(plan, goal, request, model), response);
    }

    @PostMapping("/{point}/removal")
    String undo(
            @PathVariable long plan,
            @PathVariable long goal,
            @PathVariable long point,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        SentForm sent = SentForm.of(fields);
        return once.does(
                sent,
                () -> points.undo(plan, goal, point),
                address(plan, goal),
                errors -> page.page(plan, goal, new FormAgain(sent, errors, List.of()), request, model),
                response);
    }

    private final class Marking implements Saving.Form {

        private final long plan;
        private final long goal;
        private final HttpServletRequest request;
        private final Model model;

        Marking(long plan, long goal, HttpServletRequest request, Model model) {
            this.plan = plan;
            this.goal = goal;
            this.request = request;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (sent.day("point").isEmpty()) {
                errors = errors.with("point", "followup.refusal.no-point");
            }
            return FreeText.errors(errors, sent, WORDS);
        }

        @Override
        public String save(SentForm sent) {
            LocalDate day = sent.day("point").orElseThrow();
            points.mark(plan, goal, day, FreeText.of(sent, WORDS));
            return address(plan, goal);
        }

        @Override
        public String page(FormAgain again) {
            return page.page(plan, goal, again, request, model);
        }
    }
}
