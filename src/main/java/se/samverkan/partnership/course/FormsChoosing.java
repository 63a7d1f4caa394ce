package se.samverkan.partnership.course;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door through which a case chooses the short forms, where its variant has them: a small organiser with one head teacher
 * need not answer what is asked of twelve. By those who decide about its course, with a reason, and back again as they like.
 */
@Component
public class FormsChoosing {

    private final Partnerships partnerships;
    private final Course course;
    private final Phases phases;
    private final CaseRights rights;
    private final JdbcClient database;
    private final AuditTrail trail;

    FormsChoosing(
            Partnerships partnerships,
            Course course,
            Phases phases,
            CaseRights rights,
            JdbcClient database,
            AuditTrail trail) {
        this.partnerships = partnerships;
        this.course = course;
        this.phases = phases;
        this.rights = rights;
        this.database = database;
        this.trail = trail;
    }

    /** Whether the case has a choice: its variant has short forms, and something may still happen in it. */
    public boolean isPossible(PartnershipView view) {
        return view.standing().isLive() && phases.variant(view).lightMode();
    }

    /** The partnership for somebody who chooses. */
    @Transactional(readOnly = true)
    public PartnershipView toChoose(long id) {
        PartnershipView view = partnerships.find(id).orElseThrow(Refusal::notSeen);
        rights.requireDeciding(view);
        return view;
    }

    /**
     * Chooses.
     *
     * @param version the version of the partnership that was seen
     * @param light whether the short forms hold from now on
     */
    @Transactional
    public void choose(long id, int version, boolean light, FreeText reason) {
        PartnershipView view = course.locked(id);
        rights.requireDeciding(view);
        if (!isPossible(view)) {
            throw Refusal.rule("partnership.case.refusal.no-short-forms");
        }
        if (reason.text().isBlank()) {
            throw Refusal.rule("partnership.case.refusal.forms-why");
        }
        if (view.version() != version) {
            throw Refusal.stale();
        }
        if (view.light() == light) {
            return;
        }
        database.sql("update partnership.partnership set light = ?, version = version + 1 where id = ?")
                .params(light, id)
                .update();
        database.sql("insert into partnership.forms_chosen (partnership, light, words) values (?, ?, ?)")
                .params(id, light, reason.text())
                .update();
        trail.record(Happening.of("partnership.forms-chosen", Course.subject(view), view.owner())
                .changing("short-forms", view.light(), light)
                .changing("words", null, reason.text())
                .changing("number-reason", null, reason.numberReasonOrNull()));
    }
}
