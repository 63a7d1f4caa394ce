package se.samverkan.notice.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Attendee;
import biweekly.property.Classification;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import se.samverkan.notice.Appointment;
import se.samverkan.notice.CalendarSource.Dated;
import se.samverkan.shared.page.Words;

/** Writes dated things as iCalendar (RFC 5545): titles as neutral as their rooms made them, and the way to the rest. */
public final class CalendarFile {

    private static final String PRODUCT = "-//Samverkan//Samverkan//SV";

    private CalendarFile() {}

    /** @param site the address of this installation */
    static String of(List<Dated> things, Words words, String site) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setName(words.text("web.name"));
        calendar.setRefreshInterval(Duration.builder().hours(1).build());
        things.forEach(one -> calendar.addEvent(event(one, words, site)));
        return Biweekly.write(calendar).go();
    }

    /** What a calendar is to do with an appointment that comes by mail (RFC 5546, section 1.4). */
    public static String method(Appointment appointment) {
        return appointment.cancelled() ? Method.CANCEL : Method.REQUEST;
    }

    /**
     * An appointment that goes with a mail to one person.
     *
     * @param site the address of this installation
     * @param from the address that the mail comes from
     * @param to the address of the one who gets it
     */
    public static String of(Appointment one, Words words, String site, String from, String to) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setMethod(method(one));
        VEvent event = new VEvent();
        event.setUid(one.id() + "@samverkan");
        event.setSequence(one.sequence());
        event.setStatus(one.cancelled() ? Status.cancelled() : Status.confirmed());
        event.setSummary(words.text(one.key()));
        event.setDateStart(Date.from(one.from()));
        event.setDateEnd(Date.from(one.to()));
        if (!one.place().isEmpty()) {
            event.setLocation(one.place());
        }
        String more = one.address().startsWith("/") ? site + one.address() : one.address();
        if (!more.isEmpty()) {
            event.setUrl(more);
            event.setDescription(more);
        }
        event.setClassification(Classification.private_());
        event.setOrganizer(new Organizer(words.text("web.name"), bare(from)));
        Attendee attendee = new Attendee(null, to);
        attendee.setRsvp(false);
        event.addAttendee(attendee);
        calendar.addEvent(event);
        return Biweekly.write(calendar).go();
    }

    /** The address itself, of one that may stand with a name: <i>Samverkan &lt;post@…&gt;</i>. */
    private static String bare(String from) {
        return from.replaceFirst(".*<([^>]*)>.*", "$1").strip();
    }

    private static VEvent event(Dated one, Words words, String site) {
        VEvent event = new VEvent();
        event.setUid(one.id() + "@samverkan");
        event.setSummary(words.text(one.key(), one.arguments().toArray()));
        event.setUrl(site + one.address());
        event.setClassification(Classification.private_());
        one.time()
                .ifPresentOrElse(
                        span -> {
                            event.setDateStart(Date.from(span.from()));
                            event.setDateEnd(Date.from(span.to()));
                        },
                        () -> {
                            event.setDateStart(new DateStart(date(one.day())));
                            event.setDateEnd(new DateEnd(date(one.day().plusDays(1))));
                            event.setTransparency(Transparency.transparent());
                        });
        return event;
    }

    private static ICalDate date(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }
}
