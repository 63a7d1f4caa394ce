package se.samverkan.partnership.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.samverkan.access.Names.PersonName;
import se.samverkan.shared.page.Page;

/**
 * Something that happened in a case, in words.
 *
 * @param day the day that it holds from
 * @param key the key of its sentence
 * @param details what is put into the sentence; texts of the variant in the reader's language
 * @param words what was written to it; may be empty
 * @param by who did it; empty where the record does not say
 * @param at when it was entered, which orders what holds from the same day
 */
record CaseEvent(LocalDate day, String key, List<Object> details, String words, Optional<PersonName> by, Instant at) {

    private static final String DECISION = "partnership.decision.";

    String told(Page page) {
        Object[] put = details.toArray();
        String told = page.text(key, put);
        return key.startsWith(DECISION) && put.length > 0
                ? page.text("partnership.case.event.of-unit", told, put[0])
                : told;
    }

    /** What the person is called; by the last role where the name has been replaced by a number. */
    String who(Page page) {
        return by.map(name -> name.formerRole() == null
                        ? name.name()
                        : page.text("audit.who.former", page.text("role." + name.formerRole()), name.name()))
                .orElse("");
    }
}
