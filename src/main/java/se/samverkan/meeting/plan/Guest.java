package se.samverkan.meeting.plan;

import java.text.Collator;
import java.util.Comparator;
import java.util.Optional;
import se.samverkan.access.Names.PersonName;
import se.samverkan.partnership.staffing.PersonInCase;
import se.samverkan.shared.page.Page;
import se.samverkan.shared.page.Words;

/**
 * Somebody who is invited to a meeting, or could be.
 *
 * @param role the role in which they are
 * @param came whether they came; empty while nobody has said
 */
public record Guest(long person, PersonName name, String role, Optional<Boolean> came) {

    static final Comparator<Guest> BY_NAME =
            Comparator.comparing((Guest each) -> each.name().name(), Collator.getInstance(Words.SWEDISH));

    static Guest of(PersonInCase person) {
        return new Guest(person.person(), person.name(), person.role().name(), Optional.empty());
    }

    /** What the person is called: by the last role where the name has been replaced by a number. */
    public String called(Page page) {
        String former = name.formerRole();
        return former == null ? name.name() : page.text("audit.who.former", page.text("role." + former), name.name());
    }

    public boolean isThere() {
        return came.orElse(false);
    }
}
