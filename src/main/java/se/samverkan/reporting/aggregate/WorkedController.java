package se.samverkan.reporting.aggregate;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What worked where in a programme: how it went for those who did something about a cause, with what cannot be read from it. */
@Controller
class WorkedController {

    private final Aggregates aggregates;
    private final AggregateNaming naming;

    WorkedController(Aggregates aggregates, AggregateNaming naming) {
        this.aggregates = aggregates;
        this.naming = naming;
    }

    @GetMapping("/aggregates/{organisation}/{variant}/worked")
    @Transactional(readOnly = true)
    public String show(@PathVariable long organisation, @PathVariable String variant, Locale locale, Model model) {
        Aggregate aggregate = aggregates.of(organisation, variant);
        AggregateWords names = naming.words(aggregate.programme(), locale);
        model.addAttribute("aggregate", aggregate);
        model.addAttribute("names", names);
        model.addAttribute("worked", new Worked(aggregate, names));
        model.addAttribute("order", TableOrder.of("", names));
        model.addAttribute("variant", naming.variant(aggregate.programme(), locale));
        return "reporting/aggregate/worked";
    }
}
