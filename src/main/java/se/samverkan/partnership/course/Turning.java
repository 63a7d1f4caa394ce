package se.samverkan.partnership.course;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door through which a partnership is paused, resumed and discontinued, and a unit leaves it. What was before can still
 * be read. The units of a paused or discontinued partnership stand as they stood: the whole tells.
 */
@Component
public class Turning {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final Partnerships partnerships;
    private final Course course;
    private final CaseRights rights;
    private final AuditTrail trail;
    private final Clock clock;

    Turning(Partnerships partnerships, Course course, CaseRights rights, AuditTrail trail, Clock clock) {
        this.partnerships = partnerships;
        this.course = course;
        this.rights = rights;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What somebody wants to decide.
     *
     * @param day the day that it holds from
     * @param mandate on what mandate, asked for when somebody discontinues
     */
    public record Draft(Turn turn, LocalDate day, TurnReason reason, FreeText words, String mandate) {}

    /** The partnership for somebody who decides about its course. */
    @Transactional(readOnly = true)
    public PartnershipView toDecide(long id) {
        PartnershipView view = partnerships.find(id).orElseThrow(Refusal::notSeen);
        rights.requireDeciding(view);
        return view;
    }

    /**
     * Decides it.
     *
     * @param unit the unit that leaves; empty for the whole
     * @param version the version that was seen, of the unit's part where there is one
     */
    @Transactional
    public void turn(long id, Optional<Long> unit, int version, Draft draft) {
        PartnershipView view = toDecide(id);
        check(view, draft);
        DecisionKind kind = draft.turn().decision(rights.runs(view));
        Decision.Draft decision = new Decision.Draft(
                kind, draft.day(), draft.reason().name(), draft.words().text(), draft.mandate());
        if (draft.turn() == Turn.LEAVE) {
            course.decide(id, unit.orElseThrow(Refusal::notSeen), version, decision);
        } else {
            course.decide(id, version, decision);
        }
        if (draft.words().numberReasonOrNull() != null) {
            trail.record(Happening.of("partnership.number-kept", Course.subject(view), view.owner())
                    .changing("number-reason", null, draft.words().numberReason()));
        }
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(SWEDEN));
    }

    private void check(PartnershipView view, Draft draft) {
        if (!TurnReason.of(draft.turn()).contains(draft.reason())) {
            throw Refusal.rule("partnership.case.refusal.reason");
        }
        if (draft.day().isAfter(today())) {
            throw Refusal.rule("partnership.case.refusal.day-to-come");
        }
        if (draft.turn() == Turn.DISCONTINUE && draft.mandate().isBlank()) {
            throw Refusal.rule("partnership.case.refusal.mandate");
        }
        course.decisions(view.id()).stream()
                .filter(made -> made.unit().isEmpty() && made.day().isAfter(draft.day()))
                .reduce((one, next) -> next)
                .ifPresent(made -> {
                    throw Refusal.rule("partnership.case.refusal.day-before", made.day());
                });
    }
}
