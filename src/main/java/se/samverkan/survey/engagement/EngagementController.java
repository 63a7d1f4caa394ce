package se.samverkan.survey.engagement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.survey.collect.SurveyView;
import se.samverkan.survey.collect.Surveys;

/** How large a share of a unit's staff has taken part in each step; and how many have answered open surveys. */
@Controller
@RequestMapping("/partnerships/{partnership}/engagement")
class EngagementController {

    private final Engagement engagement;
    private final Surveys surveys;
    private final Rights rights;

    EngagementController(Engagement engagement, Surveys surveys, Rights rights) {
        this.engagement = engagement;
        this.surveys = surveys;
        this.rights = rights;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String show(@PathVariable long partnership, @RequestParam Optional<String> unit, Model model) {
        PartnershipView view = engagement.partnership(partnership);
        rights.require(Verb.READ_ENGAGEMENT);
        List<Participant> units = engagement.units(view);
        Optional<Participant> chosen = unit.flatMap(key ->
                        units.stream().filter(each -> each.key().equals(key)).findFirst())
                .or(() -> units.stream().findFirst());
        List<SurveyView> open = surveys.ofPartnership(partnership).stream()
                .filter(survey -> survey.isOpen()
                        && chosen.filter(each -> each.unit() == survey.unit()).isPresent())
                .toList();
        model.addAttribute("partnership", view);
        model.addAttribute("units", units);
        model.addAttribute("unit", chosen);
        model.addAttribute("teams", chosen.map(engagement::teams).orElse(Map.of()));
        model.addAttribute(
                "steps", chosen.map(each -> engagement.steps(view, each)).orElse(List.of()));
        model.addAttribute(
                "removed",
                chosen.map(each -> engagement.removedSteps(view, each)).orElse(List.of()));
        model.addAttribute("surveys", open);
        model.addAttribute("answers", surveys.answers(open));
        model.addAttribute(
                "mayKeep",
                chosen.filter(each -> engagement.unitsKept(view).contains(each)).isPresent());
        return "survey/engagement/engagement";
    }
}
