package se.samverkan.partnership.overview;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.partnership.course.Phases;
import se.samverkan.partnership.course.Turning;
import se.samverkan.programme.variant.Phase;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Takes units on to their next phase; what is not done in the one before is told first. */
@Controller
@RequestMapping("/partnerships/{id}/phases/{phase}")
class PhaseController {

    private final Phases phases;
    private final Turning turning;
    private final CaseReading reading;
    private final Saving saving;

    PhaseController(Phases phases, Turning turning, CaseReading reading, Saving saving) {
        this.phases = phases;
        this.turning = turning;
        this.reading = reading;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long id, @PathVariable String phase, Model model) {
        turning.toDecide(id);
        CaseNow now = reading.read(id);
        return page(now, phase, FormAgain.shown(shown(now, phase)), model);
    }

    @PostMapping
    String begin(
            @PathVariable long id,
            @PathVariable String phase,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        turning.toDecide(id);
        return saving.save(SentForm.of(fields), new OneForm(id, phase, model), response);
    }

    private static SentForm shown(CaseNow now, String phase) {
        List<String> ready = ready(now, phase).stream()
                .filter(unit -> unit.open().isEmpty())
                .map(unit -> Long.toString(unit.unit().unit()))
                .toList();
        return SentForm.empty().with("units", ready).with("day", now.today().toString());
    }

    private static List<UnitNow> ready(CaseNow now, String phase) {
        return now.units().stream()
                .filter(unit -> unit.isRunning()
                        && unit.next().filter(each -> each.key().equals(phase)).isPresent())
                .toList();
    }

    private static String page(CaseNow now, String key, FormAgain again, Model model) {
        Phase phase = now.variant().phase(key).orElseThrow(Refusal::notSeen);
        model.addAttribute("now", now);
        model.addAttribute("phase", phase);
        model.addAttribute("ready", ready(now, key));
        model.addAttribute("again", again);
        return "partnership/overview/phase";
    }

    private final class OneForm implements Saving.Form {

        private final long id;
        private final String phase;
        private final Model model;

        OneForm(long id, String phase, Model model) {
            this.id = id;
            this.phase = phase;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return sent.day("day").isEmpty()
                    ? FormErrors.none().with("day", "partnership.case.refusal.day")
                    : FormErrors.none();
        }

        @Override
        public String save(SentForm sent) {
            List<Long> units = sent.all("units").stream()
                    .filter(each -> each.matches("\\d{1,18}"))
                    .map(Long::valueOf)
                    .toList();
            phases.begin(id, units, phase, sent.day("day").orElseThrow());
            return "/partnerships/" + id;
        }

        @Override
        public String page(FormAgain again) {
            return PhaseController.page(reading.read(id), phase, again, model);
        }
    }
}
