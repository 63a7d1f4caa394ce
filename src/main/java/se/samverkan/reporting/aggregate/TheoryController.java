package se.samverkan.reporting.aggregate;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The theory of change of a programme, as a picture and as a list. */
@Controller
class TheoryController {

    private final Aggregates aggregates;
    private final AggregateNaming naming;

    TheoryController(Aggregates aggregates, AggregateNaming naming) {
        this.aggregates = aggregates;
        this.naming = naming;
    }

    @GetMapping("/aggregates/{organisation}/{variant}/theory")
    @Transactional(readOnly = true)
    public String show(@PathVariable long organisation, @PathVariable String variant, Locale locale, Model model) {
        Aggregate aggregate = aggregates.of(organisation, variant);
        model.addAttribute("aggregate", aggregate);
        model.addAttribute("theory", Theory.of(aggregate));
        model.addAttribute("names", naming.words(aggregate.programme(), locale));
        model.addAttribute("variant", naming.variant(aggregate.programme(), locale));
        return "reporting/aggregate/theory";
    }
}
