package se.samverkan.organisation.keeping;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.organisation.Particulars;
import se.samverkan.organisation.Particulars.CalendarDays;
import se.samverkan.organisation.Particulars.DayKind;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.SentForm;

/** The terms and holidays of an organiser. */
@Controller
@RequestMapping("/organisers/{key}/calendar")
class CalendarController extends KeptController<OrganiserView> {

    private final Calendars calendars;
    private final Particulars particulars;

    CalendarController(KeptPages pages, Calendars calendars, Particulars particulars) {
        super(Kept.CALENDAR, pages, pages::organiser, organiser -> organiser);
        this.calendars = calendars;
        this.particulars = particulars;
    }

    @Override
    String address(OrganiserView organiser) {
        return "/organisers/" + organiser.key() + "/calendar";
    }

    @Override
    String list(OrganiserView organiser, Model model) {
        model.addAttribute("calendar", particulars.calendar(organiser.id()));
        return "organisation/keeping/calendar";
    }

    @Override
    String form(OrganiserView organiser, Model model) {
        return "organisation/keeping/days";
    }

    @Override
    SentForm blank() {
        return SentForm.empty().with("kind", DayKind.TERM.name());
    }

    @Override
    SentForm now(OrganiserView organiser, long id) {
        CalendarDays days = calendars.days(organiser.id(), id);
        return SentForm.ofVersion(days.version())
                .with("kind", days.kind().name())
                .with("name", days.name())
                .with("first", days.first().toString())
                .with("last", days.last().toString());
    }

    @Override
    List<Compared> compared() {
        return List.of(
                Compared.choice("kind", "calendar.kind."),
                Compared.text("name"),
                Compared.text("first"),
                Compared.text("last"));
    }

    @Override
    FormErrors errors(OrganiserView organiser, SentForm sent) {
        FormErrors errors = KeptFields.name(sent, "calendar.refusal.name");
        return KeptFields.day(KeptFields.day(errors, sent, "first"), sent, "last");
    }

    @Override
    void add(OrganiserView organiser, SentForm sent) {
        calendars.add(
                organiser.id(),
                kind(sent),
                sent.text("name"),
                sent.day("first").orElseThrow(),
                sent.day("last").orElseThrow());
    }

    @Override
    void change(OrganiserView organiser, long id, SentForm sent) {
        calendars.change(
                organiser.id(),
                id,
                sent.version(),
                kind(sent),
                sent.text("name"),
                sent.day("first").orElseThrow(),
                sent.day("last").orElseThrow());
    }

    private static DayKind kind(SentForm sent) {
        return sent.text("kind").equals(DayKind.HOLIDAY.name()) ? DayKind.HOLIDAY : DayKind.TERM;
    }
}
