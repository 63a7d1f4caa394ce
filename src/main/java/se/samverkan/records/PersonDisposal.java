package se.samverkan.records;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samverkan.access.PersonPseudonymised;

/** Erases what the log knows of a person's name and address when the person is given a pseudonym. */
@Component
class PersonDisposal {

    private final Disposal disposal;

    PersonDisposal(Disposal disposal) {
        this.disposal = disposal;
    }

    @EventListener
    void erase(PersonPseudonymised event) {
        disposal.erase("person", Long.toString(event.person()));
    }
}
