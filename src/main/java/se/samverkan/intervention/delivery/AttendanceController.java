package se.samverkan.intervention.delivery;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.intervention.delivery.Attendances.Noted;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Notes who of a unit's own staff came to an occasion. */
@Controller
@RequestMapping("/occasions/{id:\\d+}/attendance/{unit}")
class AttendanceController {

    private final Attendances attendances;
    private final Saving saving;
    private final OnceOnPage once;

    AttendanceController(Attendances attendances, Saving saving, OnceOnPage once) {
        this.attendances = attendances;
        this.saving = saving;
        this.once = once;
    }

    @GetMapping
    String show(@PathVariable long id, @PathVariable long unit, Model model) {
        Noted noted = attendances.noted(id, unit);
        return page(noted, FormAgain.shown(form(noted)), model);
    }

    /** Everybody is ticked until somebody has said otherwise: it is quicker to take away who was not there. */
    private static SentForm form(Noted noted) {
        Set<Long> came = noted.came()
                .orElseGet(() -> noted.roll().participants().stream()
                        .map(Participant::id)
                        .collect(Collectors.toSet()));
        return SentForm.ofVersion(noted.version())
                .with("came", came.stream().map(Object::toString).toList());
    }

    private static String page(Noted noted, FormAgain again, Model model) {
        model.addAttribute("noted", noted);
        model.addAttribute("again", again);
        return "intervention/delivery/attendance";
    }

    @PostMapping
    String note(
            @PathVariable long id,
            @PathVariable long unit,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new OneForm(attendances.noted(id, unit), model), response);
    }

    @PostMapping("/removal")
    String forget(
            @PathVariable long id,
            @PathVariable long unit,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        Noted noted = attendances.noted(id, unit);
        return once.does(
                SentForm.of(fields),
                () -> attendances.forget(id, unit),
                noted.occasion().address(),
                errors -> page(noted, new FormAgain(form(noted), errors, List.of()), model),
                response);
    }

    private final class OneForm implements Saving.Form {

        private final Noted noted;
        private final Model model;

        OneForm(Noted noted, Model model) {
            this.noted = noted;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return FormErrors.none();
        }

        @Override
        public String save(SentForm sent) {
            attendances.note(
                    noted.occasion().id(),
                    noted.roll().unit().id(),
                    sent.version(),
                    sent.all("came").stream()
                            .filter(each -> each.matches("[1-9]\\d{0,17}"))
                            .map(Long::valueOf)
                            .collect(Collectors.toSet()));
            return noted.occasion().address();
        }

        @Override
        public SentForm now() {
            return form(
                    attendances.noted(noted.occasion().id(), noted.roll().unit().id()));
        }

        @Override
        public String page(FormAgain again) {
            return AttendanceController.page(noted, again, model);
        }
    }
}
