package se.samverkan.organisation.keeping;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.organisation.Particulars;
import se.samverkan.organisation.Particulars.CalendarDays;
import se.samverkan.organisation.Particulars.DayKind;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.SentForms;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.SentForm;

/** The terms and holidays of an organiser: a list for everybody, forms for those who may. */
@Controller
@RequestMapping("/organisers/{key}/calendar")
class CalendarController {

    private static final List<String> COMPARED = List.of("name", "first", "last");

    /** What a form says, once it has been read. */
    private record Days(DayKind kind, String name, LocalDate first, LocalDate last) {

        static Days of(SentForm sent) {
            return new Days(
                    sent.text("kind").equals(DayKind.HOLIDAY.name()) ? DayKind.HOLIDAY : DayKind.TERM,
                    sent.text("name"),
                    sent.day("first").orElseThrow(),
                    sent.day("last").orElseThrow());
        }
    }

    private final KeptPages pages;
    private final Calendars calendars;
    private final Particulars particulars;
    private final SentForms sentForms;

    CalendarController(KeptPages pages, Calendars calendars, Particulars particulars, SentForms sentForms) {
        this.pages = pages;
        this.calendars = calendars;
        this.particulars = particulars;
        this.sentForms = sentForms;
    }

    @GetMapping
    String list(@PathVariable String key, @RequestParam(defaultValue = "0") long removed, Model model) {
        OrganiserView organiser = pages.organiser(key);
        pages.describe(Kept.CALENDAR, organiser, removed, model);
        model.addAttribute("calendar", particulars.calendar(organiser.id()));
        return "organisation/keeping/calendar";
    }

    @GetMapping("/new")
    String empty(@PathVariable String key, Model model) {
        OrganiserView organiser = pages.organiser(key);
        pages.requireRight(Kept.CALENDAR, organiser);
        return form(organiser, 0, FormAgain.shown(SentForm.empty().with("kind", DayKind.TERM.name())), model);
    }

    @PostMapping
    String add(
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response) {
        OrganiserView organiser = pages.organiser(key);
        return save(organiser, 0, SentForm.of(fields), model, response);
    }

    @GetMapping("/{id}")
    String filled(@PathVariable String key, @PathVariable long id, Model model) {
        OrganiserView organiser = pages.organiser(key);
        pages.requireRight(Kept.CALENDAR, organiser);
        return form(organiser, id, FormAgain.shown(now(organiser, id)), model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response) {
        OrganiserView organiser = pages.organiser(key);
        return save(organiser, id, SentForm.of(fields), model, response);
    }

    @PostMapping("/{id}/remove")
    String remove(@PathVariable String key, @PathVariable long id, @RequestParam MultiValueMap<String, String> fields) {
        OrganiserView organiser = pages.organiser(key);
        SentForm sent = SentForm.of(fields);
        return "redirect:"
                + sentForms.once(sent.token(), () -> {
                    calendars.remove(organiser.id(), id, sent.version());
                    return address(organiser) + "?removed=" + id;
                });
    }

    /** @param id 0 for something new */
    private String save(OrganiserView organiser, long id, SentForm sent, Model model, HttpServletResponse response) {
        pages.requireRight(Kept.CALENDAR, organiser);
        FormErrors errors = errors(sent);
        if (!errors.isEmpty()) {
            return form(organiser, id, FormAgain.refused(sent, errors, response), model);
        }
        Days days = Days.of(sent);
        try {
            return "redirect:"
                    + sentForms.once(sent.token(), () -> {
                        if (id == 0) {
                            calendars.add(organiser.id(), days.kind(), days.name(), days.first(), days.last());
                        } else {
                            calendars.change(
                                    organiser.id(),
                                    id,
                                    sent.version(),
                                    days.kind(),
                                    days.name(),
                                    days.first(),
                                    days.last());
                        }
                        return address(organiser);
                    });
        } catch (Refusal refusal) {
            return form(
                    organiser, id, FormAgain.of(refusal, sent, () -> now(organiser, id), COMPARED, response), model);
        }
    }

    private String form(OrganiserView organiser, long id, FormAgain again, Model model) {
        model.addAttribute("organiser", organiser);
        model.addAttribute("id", id);
        model.addAttribute("again", again);
        return "organisation/keeping/days";
    }

    private SentForm now(OrganiserView organiser, long id) {
        CalendarDays days = calendars.days(organiser.id(), id);
        return SentForm.ofVersion(days.version())
                .with("kind", days.kind().name())
                .with("name", days.name())
                .with("first", days.first().toString())
                .with("last", days.last().toString());
    }

    private static FormErrors errors(SentForm sent) {
        FormErrors errors = KeptFields.name(sent, "calendar.refusal.name");
        return KeptFields.day(KeptFields.day(errors, sent, "first"), sent, "last");
    }

    private static String address(OrganiserView organiser) {
        return "/organisers/" + organiser.key() + "/calendar";
    }
}
