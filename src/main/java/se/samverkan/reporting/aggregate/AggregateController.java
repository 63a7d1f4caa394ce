package se.samverkan.reporting.aggregate;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.partnership.CaseTallies.Programme;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.TableFile;
import se.samverkan.shared.page.Words;

/** A programme in figures, on a page and table by table to take away. */
@Controller
@RequestMapping("/aggregates")
class AggregateController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Aggregates aggregates;
    private final AggregateNaming naming;
    private final MessageSource messages;

    AggregateController(Aggregates aggregates, AggregateNaming naming, MessageSource messages) {
        this.aggregates = aggregates;
        this.naming = naming;
        this.messages = messages;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String list(Locale locale, Model model) {
        List<Programme> programmes = aggregates.programmes();
        model.addAttribute("programmes", programmes);
        model.addAttribute(
                "names",
                programmes.stream().map(each -> naming.variant(each, locale)).toList());
        return "reporting/aggregate/programmes";
    }

    @GetMapping("/{organisation}/{variant}")
    @Transactional(readOnly = true)
    public String show(
            @PathVariable long organisation,
            @PathVariable String variant,
            @RequestParam(defaultValue = "") String by,
            Locale locale,
            Model model) {
        Aggregate aggregate = aggregates.of(organisation, variant);
        AggregateWords names = naming.words(aggregate.programme(), locale);
        model.addAttribute("aggregate", aggregate);
        model.addAttribute("names", names);
        model.addAttribute("order", TableOrder.of(by, names));
        model.addAttribute("variant", naming.variant(aggregate.programme(), locale));
        return "reporting/aggregate/aggregate";
    }

    @GetMapping("/{organisation}/{variant}/{topic}.csv")
    @Transactional(readOnly = true)
    public ResponseEntity<byte[]> csv(
            @PathVariable long organisation, @PathVariable String variant, @PathVariable String topic, Locale locale) {
        return OnceOnPage.file(
                topic + ".csv", CSV, file(organisation, variant, topic, locale).csv(new Words(messages, locale)));
    }

    @GetMapping("/{organisation}/{variant}/{topic}.xlsx")
    @Transactional(readOnly = true)
    public ResponseEntity<byte[]> xlsx(
            @PathVariable long organisation, @PathVariable String variant, @PathVariable String topic, Locale locale) {
        return OnceOnPage.file(
                topic + ".xlsx",
                XLSX,
                file(organisation, variant, topic, locale).xlsx());
    }

    private TableFile file(long organisation, String variant, String key, Locale locale) {
        Topic topic = Topic.of(key).orElseThrow(Refusal::notSeen);
        Aggregate aggregate = aggregates.of(organisation, variant);
        return naming.words(aggregate.programme(), locale).file(topic, aggregate.table(topic));
    }
}
