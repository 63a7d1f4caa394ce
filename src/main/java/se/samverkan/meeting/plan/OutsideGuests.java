package se.samverkan.meeting.plan;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Actor;
import se.samverkan.meeting.MeetingView;
import se.samverkan.notice.Appointment;
import se.samverkan.notice.OutsideLetter;
import se.samverkan.notice.OutsideLetters;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;

/**
 * The door to people from outside: they are invited by name and mail, follow the meeting in their own calendar, are ticked off as
 * guests, and see nothing here. What is kept of them is the name with the meeting, and the address while the meeting is.
 */
@Component
public class OutsideGuests {

    static final int LONGEST_NAME = 200;
    static final int LONGEST_ADDRESS = 254;

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;:\"]+@[^\\s@<>,;:\"]+\\.[^\\s@<>,;:\".]+");

    private final StoredOutsideGuests store;
    private final OutsideLetters letters;
    private final Partnerships partnerships;
    private final AuditTrail trail;
    private final MessageSource messages;

    OutsideGuests(
            StoredOutsideGuests store,
            OutsideLetters letters,
            Partnerships partnerships,
            AuditTrail trail,
            MessageSource messages) {
        this.store = store;
        this.letters = letters;
        this.partnerships = partnerships;
        this.trail = trail;
        this.messages = messages;
    }

    /** Those who are invited, by name as a Swede sorts. */
    @Transactional(readOnly = true)
    public List<OutsideGuest> of(long meeting) {
        return store.of(meeting);
    }

    /** The ids of those whose last mail could not be sent. */
    @Transactional(readOnly = true)
    Set<Long> unreached(List<OutsideGuest> guests) {
        Set<UUID> notSent = letters.notSent(
                guests.stream().flatMap(each -> each.letter().stream()).toList());
        return guests.stream()
                .filter(each -> each.letter().filter(notSent::contains).isPresent())
                .map(OutsideGuest::id)
                .collect(Collectors.toSet());
    }

    static boolean isAddress(String email) {
        return email.length() <= LONGEST_ADDRESS && ADDRESS.matcher(email).matches();
    }

    /** Invites somebody, who gets a mail with the time for the calendar. */
    @Transactional
    public void invite(MeetingView meeting, FreeText name, String email) {
        if (name.text().isBlank() || name.text().length() > LONGEST_NAME) {
            throw Refusal.rule("meeting.refusal.guest-name", LONGEST_NAME);
        }
        if (!isAddress(email)) {
            throw Refusal.rule("meeting.refusal.guest-email");
        }
        if (store.of(meeting.id()).stream().anyMatch(each -> each.email().equalsIgnoreCase(email))) {
            throw Refusal.rule("meeting.refusal.guest-twice");
        }
        long id = store.add(meeting.id(), name.text(), email);
        trail.record(Planning.happening("guest-invited", meeting).changing("guest", null, name.text()));
        of(meeting.id()).stream().filter(each -> each.id() == id).forEach(each -> tell("invited", meeting, each));
    }

    /** Takes the invitation and the address away; the guest is told, and it leaves the calendar. */
    @Transactional
    public void remove(MeetingView meeting, long guest) {
        OutsideGuest gone = of(meeting.id()).stream()
                .filter(each -> each.id() == guest)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        tell("uninvited", meeting, gone);
        store.remove(guest);
        trail.record(Planning.happening("guest-uninvited", meeting).changing("guest", gone.name(), null));
    }

    @Transactional
    void moved(MeetingView meeting) {
        of(meeting.id()).forEach(each -> tell("moved", meeting, each));
    }

    @Transactional
    void cancelled(MeetingView meeting) {
        of(meeting.id()).forEach(each -> tell("cancelled", meeting, each));
    }

    /** Ticks off which of the guests came. */
    @Transactional
    public void tick(MeetingView meeting, Collection<Long> came) {
        List<OutsideGuest> before = of(meeting.id());
        if (before.isEmpty()) {
            return;
        }
        store.tick(meeting.id(), came);
        long then = before.stream().filter(OutsideGuest::isThere).count();
        long now = before.stream().filter(each -> came.contains(each.id())).count();
        if (then != now) {
            trail.record(Planning.happening("guests-attended", meeting).changing("came", then, now));
        }
    }

    private void tell(String what, MeetingView meeting, OutsideGuest guest) {
        if (guest.email().isEmpty()) {
            return;
        }
        Words words = new Words(messages, Words.SWEDISH);
        String key = "meeting.guest.mail." + what;
        String name = meeting.name().sv();
        String when = When.of(words, meeting);
        String text = words.text(key + ".text", name, when, organiser(meeting), where(meeting))
                        .strip() + "\n\n-- \n"
                + words.text("meeting.guest.mail.foot", Actor.current().name());
        store.told(
                guest.id(),
                letters.write(
                        new OutsideLetter(
                                guest.email(),
                                guest.name(),
                                words.text(key + ".subject", when),
                                text,
                                appointment(meeting, what)),
                        words));
    }

    private String organiser(MeetingView meeting) {
        return partnerships
                .find(meeting.partnership())
                .map(PartnershipView::organiserName)
                .orElse("");
    }

    private static String where(MeetingView meeting) {
        return (meeting.place() + "\n" + meeting.link()).strip();
    }

    private static Appointment appointment(MeetingView meeting, String what) {
        return new Appointment(
                MeetingDates.id(meeting),
                meeting.sequence(),
                what.equals("cancelled") || what.equals("uninvited"),
                MeetingDates.TITLE,
                meeting.starts(),
                meeting.ends(),
                meeting.place(),
                meeting.link());
    }
}
