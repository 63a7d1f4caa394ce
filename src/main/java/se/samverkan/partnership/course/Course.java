package se.samverkan.partnership.course;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.Standing;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.Worded;

/**
 * What happens to a partnership, one decision after another. The verb is checked by the part that calls; the row by the
 * database; here it is checked that the decision can follow on where things stand, and written down with its audit line.
 */
@Component
public class Course {

    private final Partnerships partnerships;
    private final StoredCourse store;
    private final AuditTrail trail;

    Course(Partnerships partnerships, StoredCourse store, AuditTrail trail) {
        this.partnerships = partnerships;
        this.store = store;
        this.trail = trail;
    }

    /** The partnership, locked until the transaction ends, so that two who decide do it one after the other. */
    @Transactional
    public PartnershipView locked(long partnership) {
        store.lock(partnership);
        return partnerships.find(partnership).orElseThrow(Refusal::notSeen);
    }

    /**
     * Decides something about the whole partnership.
     *
     * @param version the version that the one who decides saw
     */
    @Transactional
    public void decide(long partnership, int version, Decision.Draft draft) {
        PartnershipView view = locked(partnership);
        if (view.version() != version) {
            throw Refusal.stale();
        }
        follows(draft.kind(), view.standing());
        store.decide(partnership, null, draft);
        store.stand(partnership, draft.kind().after());
        trail.record(happening(view, draft, view.standing()));
    }

    /**
     * Decides something about one unit of it.
     *
     * @param version the version of the unit's part that the one who decides saw
     */
    @Transactional
    public void decide(long partnership, long unit, int version, Decision.Draft draft) {
        PartnershipView view = locked(partnership);
        Participant participant = view.participant(unit).orElseThrow(Refusal::notSeen);
        if (participant.version() != version) {
            throw Refusal.stale();
        }
        follows(draft.kind(), participant.standing());
        store.decide(partnership, unit, draft);
        store.stand(partnership, unit, draft.kind().after());
        trail.record(happening(view, draft, participant.standing()).changing("unit", null, participant.name()));
    }

    /** What was decided, the oldest first. */
    @Transactional(readOnly = true)
    public List<Decision> decisions(long partnership) {
        return store.decisions(partnership);
    }

    /** When each unit began its phases: phase by phase, the day, by the unit's id. */
    @Transactional(readOnly = true)
    public Map<Long, Map<String, LocalDate>> phasesBegun(long partnership) {
        return store.phasesBegun(partnership);
    }

    /** The record that a partnership is in the log. */
    public static Subject subject(PartnershipView partnership) {
        return new Subject("partnership", Long.toString(partnership.id()), partnership.organiserName());
    }

    private static void follows(DecisionKind kind, Standing standing) {
        if (!kind.canFollow(standing)) {
            throw Refusal.rule("refusal.partnership." + kind, new Worded("partnership.standing." + standing));
        }
    }

    private static Happening happening(PartnershipView view, Decision.Draft draft, Standing before) {
        return Happening.of("partnership.decided", subject(view), view.owner())
                .changing("decision", null, draft.kind())
                .changing("standing", before, draft.kind().after())
                .changing("day", null, draft.day())
                .changing("reason", null, blankAsNone(draft.reason()))
                .changing("words", null, blankAsNone(draft.words()))
                .changing("mandate", null, blankAsNone(draft.mandate()));
    }

    private static @org.jspecify.annotations.Nullable String blankAsNone(String text) {
        return text.isBlank() ? null : text;
    }
}
