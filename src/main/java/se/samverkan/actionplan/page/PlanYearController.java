package se.samverkan.actionplan.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.actionplan.year.PlanCalendar;
import se.samverkan.actionplan.year.PlanDay;
import se.samverkan.actionplan.year.PlanDay.Kind;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.PageSource;

/** The pictures of a plan that stand on a page of their own: a school year as a wheel, and the plan as a driver diagram. */
@Controller
@RequestMapping("/action-plans/{id}")
class PlanYearController {

    private final PlanReading reading;
    private final PlanCalendar calendar;
    private final PageSource source;
    private final Clock clock;

    PlanYearController(PlanReading reading, PlanCalendar calendar, PageSource source, Clock clock) {
        this.reading = reading;
        this.calendar = calendar;
        this.source = source;
        this.clock = clock;
    }

    /** @param from the year in which the school year begins; without it the one that goes on, or the first of the plan */
    @GetMapping("/year")
    @Transactional(readOnly = true)
    public String year(
            @PathVariable long id, @RequestParam Optional<Integer> from, HttpServletRequest request, Model model) {
        PlanNow now = reading.read(id);
        List<Integer> years = now.terms().stream()
                .map(PlanYearController::schoolYear)
                .distinct()
                .toList();
        int today = schoolYear(Period.termOf(LocalDate.now(clock)));
        int year = from.or(() -> Optional.of(today)).filter(years::contains).orElse(years.getFirst());
        Period autumn = Period.ofKey(year * 10 + 4);
        List<Period> terms = List.of(autumn, autumn.plusTerms(1));
        List<PlanDay> days = calendar
                .of(now.view(), now.parts(), terms, source.of(request).words())
                .stream()
                .filter(day -> day.kind() != Kind.SIGN && day.kind() != Kind.MILESTONE)
                .toList();
        model.addAttribute("now", now);
        model.addAttribute("years", years);
        model.addAttribute("autumn", autumn);
        model.addAttribute("days", days);
        return "actionplan/page/year";
    }

    /** From the goal to what is to be done, as those who know driver diagrams draw it. */
    @GetMapping("/drivers")
    String drivers(@PathVariable long id, Model model) {
        model.addAttribute("now", reading.read(id));
        return "actionplan/page/drivers";
    }

    private static int schoolYear(Period term) {
        return term.firstDayOfTerm().getMonthValue() < 7 ? term.year() - 1 : term.year();
    }
}
