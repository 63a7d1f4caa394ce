package se.samverkan.partnership.course;

import org.springframework.stereotype.Component;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.shared.Refusal;

/** What the actor may do in a case that the actor knows of: run it, coordinate it for the organiser, or neither. */
@Component
public class CaseRights {

    private final Rights rights;

    CaseRights(Rights rights) {
        this.rights = rights;
    }

    /** Whether the actor runs it for the agency or office. */
    public boolean runs(PartnershipView partnership) {
        return rights.allow(Verb.RUN_PARTNERSHIP, partnership.owner());
    }

    /** Whether the actor decides about its course: for the agency or office, or for the organiser. */
    public boolean decides(PartnershipView partnership) {
        return runs(partnership) || rights.allow(Verb.COORDINATE_PARTNERSHIP, partnership.organiser());
    }

    void requireDeciding(PartnershipView partnership) {
        if (!decides(partnership)) {
            throw Refusal.notAllowed("refusal.verb.COORDINATE_PARTNERSHIP");
        }
    }

    /** Refuses whoever runs no case at all, before it is known whether this one is there. */
    void requireRunning() {
        rights.require(Verb.RUN_PARTNERSHIP);
    }

    void requireRunning(PartnershipView partnership) {
        rights.require(Verb.RUN_PARTNERSHIP, partnership.owner());
    }
}
