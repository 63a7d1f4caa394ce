package se.samverkan.followup.goal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;
import se.samverkan.shared.page.Words;

/** One goal as a run chart, with what can be read from it; and the figures that the unit counts itself. */
@Controller
@RequestMapping("/follow-ups/{plan}/goals/{goal}")
class GoalController {

    private static final String WORDS = "figure-words";

    private final Goals goals;
    private final MarkedPoints points;
    private final FollowedPlans plans;
    private final Saving saving;
    private final OnceOnPage once;
    private final PageSource source;
    private final TransactionTemplate reading;

    GoalController(
            Goals goals,
            MarkedPoints points,
            FollowedPlans plans,
            Saving saving,
            OnceOnPage once,
            PageSource source,
            TransactionTemplate transactions) {
        this.goals = goals;
        this.points = points;
        this.plans = plans;
        this.saving = saving;
        this.once = once;
        this.source = source;
        this.reading = transactions;
    }

    @GetMapping
    String show(@PathVariable long plan, @PathVariable long goal, HttpServletRequest request, Model model) {
        return page(
                plan,
                goal,
                FormAgain.shown(
                        SentForm.empty().with("counted-on", plans.today().toString())),
                request,
                model);
    }

    String page(long plan, long goal, FormAgain again, HttpServletRequest request, Model model) {
        Words words = source.of(request).words();
        reading.executeWithoutResult(status -> {
            FollowedPlan followed = plans.plan(plan);
            GoalSeries series = goals.of(followed, goal);
            GoalPicture picture = new GoalPicture(words, series);
            model.addAttribute("followed", followed);
            model.addAttribute("series", series);
            model.addAttribute("picture", picture);
            List<MarkedPoint> marked = points.ofPlan(plan).stream()
                    .filter(each -> each.goal() == goal)
                    .toList();
            model.addAttribute("marked", marked);
            model.addAttribute("svg", picture.draw(GoalMarks.of(followed, series, marked, words)));
            model.addAttribute("counted", goals.counted(followed, goal));
        });
        model.addAttribute("again", again);
        return "followup/goal/goal";
    }

    @PostMapping("/figures")
    String count(
            @PathVariable long plan,
            @PathVariable long goal,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new Counting(plan, goal, request, model), response);
    }

    @PostMapping("/figures/{figure}/removal")
    String remove(
            @PathVariable long plan,
            @PathVariable long goal,
            @PathVariable long figure,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        SentForm sent = SentForm.of(fields);
        return once.does(
                sent,
                () -> goals.remove(plan, goal, figure),
                address(plan, goal),
                errors -> page(plan, goal, new FormAgain(sent, errors, List.of()), request, model),
                response);
    }

    private static String address(long plan, long goal) {
        return FollowedPlan.address(plan) + "/goals/" + goal;
    }

    private final class Counting implements Saving.Form {

        private final long plan;
        private final long goal;
        private final HttpServletRequest request;
        private final Model model;

        Counting(long plan, long goal, HttpServletRequest request, Model model) {
            this.plan = plan;
            this.goal = goal;
            this.request = request;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (sent.day("counted-on").isEmpty()) {
                errors = errors.with("counted-on", "followup.refusal.day");
            }
            if (!sent.text("value").replace(',', '.').matches("-?\\d{1,9}(\\.\\d{1,4})?")) {
                errors = errors.with("value", "followup.refusal.number");
            }
            if (!sent.text("n").matches("(|[1-9]\\d{0,5})")) {
                errors = errors.with("n", "followup.refusal.number");
            }
            return FreeText.errors(errors, sent, WORDS);
        }

        @Override
        public String save(SentForm sent) {
            LocalDate day = sent.day("counted-on").orElseThrow();
            String n = sent.text("n");
            goals.count(
                    plan,
                    goal,
                    day,
                    Double.parseDouble(sent.text("value").replace(',', '.')),
                    n.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(n)),
                    FreeText.of(sent, WORDS));
            return address(plan, goal);
        }

        @Override
        public String page(FormAgain again) {
            return GoalController.this.page(plan, goal, again, request, model);
        }
    }
}
