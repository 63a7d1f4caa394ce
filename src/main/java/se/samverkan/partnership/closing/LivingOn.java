package se.samverkan.partnership.closing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Standing;
import se.samverkan.partnership.course.CaseRights;
import se.samverkan.partnership.course.Course;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.Worded;
import se.samverkan.shared.page.FreeText;

/**
 * The door to what lives on after a case: the organiser plans what goes on in its ordinary quality work, who owns it and when it is
 * looked at, before the case is closed; and says how it is, when that day has come.
 */
@Component
public class LivingOn {

    private final CaseClosing closing;
    private final Course course;
    private final CaseRights caseRights;
    private final StoredClosings store;
    private final AuditTrail trail;

    LivingOn(CaseClosing closing, Course course, CaseRights caseRights, StoredClosings store, AuditTrail trail) {
        this.closing = closing;
        this.course = course;
        this.caseRights = caseRights;
        this.store = store;
        this.trail = trail;
    }

    /** Whether the actor plans what lives on. */
    public boolean mayPlan(PartnershipView view) {
        return caseRights.decides(view);
    }

    /** The units that run, by name; for what lives on at one of them. */
    static List<Participant> units(PartnershipView view) {
        return view.units().stream()
                .filter(each -> each.standing() != Standing.DECLINED && each.standing() != Standing.LAPSED)
                .toList();
    }

    /** Something that lives on after a case that the actor knows of. */
    @Transactional(readOnly = true)
    public LivesOn livesOn(long id, long item) {
        return store.oneThatLivesOn(item)
                .filter(each -> each.partnership() == id)
                .orElseThrow(Refusal::notSeen);
    }

    /** Plans that something lives on. */
    @Transactional
    public void plan(long id, Optional<Long> unit, FreeText what, FreeText owner, LocalDate lookAt) {
        PartnershipView view = toPlan(id);
        if (unit.isPresent() && unit.flatMap(view::participant).isEmpty()) {
            throw Refusal.rule("partnership.closing.error.unit");
        }
        LivesOn.Draft draft = new LivesOn.Draft(unit, what.text(), owner.text(), lookAt);
        store.plan(id, draft);
        trail.record(Happening.of("partnership.lives-on-planned", Course.subject(view), view.owner())
                .changing("lives-on", null, draft.what())
                .changing("owned-by", null, draft.owner())
                .changing("look-at", null, draft.lookAt())
                .changing("number-reason", null, what.numberReasonOrNull()));
    }

    /** Takes away what was planned. */
    @Transactional
    public void takeAway(long id, long item) {
        PartnershipView view = toPlan(id);
        LivesOn planned = livesOn(id, item);
        if (store.takeAway(item)) {
            trail.record(Happening.of("partnership.lives-on-removed", Course.subject(view), view.owner())
                    .changing("lives-on", planned.what(), null));
        }
    }

    /** Says how something that lives on is, when it was looked at. */
    @Transactional
    public void look(long id, long item, boolean lives, FreeText words) {
        PartnershipView view = course.locked(closing.partnership(id).id());
        LivesOn planned = livesOn(id, item);
        if (!closing.isClosed(id)) {
            throw Refusal.rule("partnership.closing.refusal.not-closed");
        }
        if (!planned.mayLook()) {
            throw Refusal.notAllowed("refusal.verb.COORDINATE_PARTNERSHIP");
        }
        if (planned.looked().isPresent()) {
            throw Refusal.rule("partnership.closing.refusal.looked");
        }
        if (words.text().isBlank()) {
            throw Refusal.rule("partnership.closing.error.look");
        }
        store.look(item, lives, words.text());
        trail.record(Happening.of("partnership.looked-at", Course.subject(view), view.organiser())
                .changing("lives-on", null, planned.what())
                .changing("lives", null, lives)
                .changing("words", null, words.text())
                .changing("number-reason", null, words.numberReasonOrNull()));
    }

    private PartnershipView toPlan(long id) {
        PartnershipView view = course.locked(closing.partnership(id).id());
        if (!mayPlan(view)) {
            throw Refusal.notAllowed("refusal.verb.COORDINATE_PARTNERSHIP");
        }
        if (closing.isClosed(id)) {
            throw Refusal.rule("partnership.closing.refusal.closed");
        }
        if (!CaseClosing.canClose(view)) {
            throw Refusal.rule(
                    "partnership.closing.refusal.not-now", new Worded("partnership.standing." + view.standing()));
        }
        return view;
    }
}
