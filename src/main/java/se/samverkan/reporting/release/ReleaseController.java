package se.samverkan.reporting.release;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.partnership.CaseTallies.Programme;
import se.samverkan.reporting.aggregate.AggregateNaming;
import se.samverkan.reporting.aggregate.Topic;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;
import se.samverkan.statistics.disclosure.Place;

/** Releasing a table as open data: what can be released, the choice of what is masked, its audit, and the deed. */
@Controller
@RequestMapping("/releases")
class ReleaseController {

    private final Releases releases;
    private final AggregateNaming naming;
    private final Saving saving;

    ReleaseController(Releases releases, AggregateNaming naming, Saving saving) {
        this.releases = releases;
        this.naming = naming;
        this.saving = saving;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String list(Locale locale, Model model) {
        List<Programme> programmes = releases.programmes();
        model.addAttribute("programmes", programmes);
        model.addAttribute(
                "names",
                programmes.stream().map(each -> naming.variant(each, locale)).toList());
        return "reporting/release/releases";
    }

    /** The tables of a programme that there is something to read in. */
    @GetMapping("/{organisation}/{variant}")
    @Transactional(readOnly = true)
    public String topics(@PathVariable long organisation, @PathVariable String variant, Locale locale, Model model) {
        Programme programme = releases.programme(organisation, variant);
        model.addAttribute("programme", programme);
        model.addAttribute("name", naming.variant(programme, locale));
        model.addAttribute("topics", releases.topics(programme));
        return "reporting/release/topics";
    }

    /** The table with what the system would mask. */
    @GetMapping("/{organisation}/{variant}/{topic}")
    @Transactional(readOnly = true)
    public String propose(
            @PathVariable long organisation, @PathVariable String variant, @PathVariable String topic, Model model) {
        return new Releasing(organisation, variant, topic(topic), model).page(FormAgain.shown(SentForm.empty()));
    }

    /** Tries what somebody has chosen to mask, or releases the table so. */
    @PostMapping("/{organisation}/{variant}/{topic}")
    String release(
            @PathVariable long organisation,
            @PathVariable String variant,
            @PathVariable String topic,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        SentForm sent = SentForm.of(fields);
        Releasing form = new Releasing(organisation, variant, topic(topic), model);
        return sent.text("deed").equals("try") ? form.page(FormAgain.shown(sent)) : saving.save(sent, form, response);
    }

    private static Topic topic(String key) {
        return Topic.of(key).orElseThrow(Refusal::notSeen);
    }

    private static Collection<Place> masked(SentForm sent) {
        return sent.all("mask").stream()
                .map(key -> key.split("\\|", -1))
                .filter(parts -> parts.length == 2)
                .map(parts -> new Place(parts[0], parts[1]))
                .toList();
    }

    private final class Releasing implements Saving.Form {

        private final long organisation;
        private final String variant;
        private final Topic topic;
        private final Model model;

        Releasing(long organisation, String variant, Topic topic, Model model) {
            this.organisation = organisation;
            this.variant = variant;
            this.topic = topic;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return FreeText.errors(FormErrors.none(), sent, "words");
        }

        @Override
        public String save(SentForm sent) {
            return releases.release(organisation, variant, topic, masked(sent), FreeText.of(sent, "words"));
        }

        @Override
        public String page(FormAgain again) {
            boolean chosen = !again.form().all("chosen").isEmpty();
            model.addAttribute(
                    "proposal",
                    releases.proposal(
                            organisation,
                            variant,
                            topic,
                            chosen ? Optional.of(masked(again.form())) : Optional.empty()));
            model.addAttribute("again", again);
            return "reporting/release/proposal";
        }
    }
}
