package se.samverkan.partnership.closing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.Standing;
import se.samverkan.partnership.course.CaseRights;
import se.samverkan.partnership.course.Course;
import se.samverkan.partnership.course.Decision;
import se.samverkan.partnership.course.DecisionKind;
import se.samverkan.partnership.course.Phases;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.Worded;
import se.samverkan.shared.page.FreeText;

/**
 * The door through which a case is closed. One that has run its course is completed when its conditions are fulfilled, or
 * waived with a reason where its variant lets them be; one that was discontinued is closed with what can be learned. From then
 * on it can be read by those who could read it before, and nothing in it changes but what is said of {@link LivingOn what lives on}.
 */
@Component
public class CaseClosing {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final int MOST_OF_WORDS = 4_000;

    private final Partnerships partnerships;
    private final Course course;
    private final Phases phases;
    private final Remaining remaining;
    private final CaseRights caseRights;
    private final Rights rights;
    private final StoredClosings store;
    private final ClosingNotices notices;
    private final AuditTrail trail;
    private final Clock clock;

    CaseClosing(
            Partnerships partnerships,
            Course course,
            Phases phases,
            Remaining remaining,
            CaseRights caseRights,
            Rights rights,
            StoredClosings store,
            ClosingNotices notices,
            AuditTrail trail,
            Clock clock) {
        this.partnerships = partnerships;
        this.course = course;
        this.phases = phases;
        this.remaining = remaining;
        this.caseRights = caseRights;
        this.rights = rights;
        this.store = store;
        this.notices = notices;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What somebody decides.
     *
     * @param day the day that it holds from
     * @param words why, in words
     * @param mandate on what mandate
     * @param learned what can be learned, for those who come after
     * @param waivers the reason for each condition that is waived
     */
    public record Draft(LocalDate day, FreeText words, String mandate, String learned, Map<String, String> waivers) {

        public Draft {
            waivers = Map.copyOf(waivers);
        }
    }

    /** The partnership, for somebody who knows of it. */
    @Transactional(readOnly = true)
    public PartnershipView partnership(long id) {
        rights.require(Verb.READ_PARTNERSHIP);
        return partnerships.find(id).orElseThrow(Refusal::notSeen);
    }

    /** Whether the actor closes it: for the agency or office, or for an organiser that runs it alone. */
    public boolean mayClose(PartnershipView view) {
        return caseRights.runs(view) || view.owner() == view.organiser() && caseRights.decides(view);
    }

    /** Whether it has come so far that it can be closed, now or once its conditions are fulfilled. */
    public static boolean canClose(PartnershipView view) {
        return view.standing() == Standing.RUNNING || view.standing() == Standing.DISCONTINUED;
    }

    /** Whether it has been closed. */
    @Transactional(readOnly = true)
    public boolean isClosed(long id) {
        return store.closed(id).isPresent();
    }

    /** What its variant asks for before it is completed; one that was discontinued is asked for nothing. */
    @Transactional(readOnly = true)
    public List<Remaining.Condition> conditions(PartnershipView view) {
        return view.standing() == Standing.DISCONTINUED ? List.of() : remaining.of(view, phases.variant(view));
    }

    /**
     * Closes it: a case that runs is completed, one that was discontinued is closed with what can be learned. The package for
     * the archive is asked for in the same transaction, where the actor may make it.
     *
     * @param version the version of the partnership that was seen
     */
    @Transactional
    public void close(long id, int version, Draft draft) {
        PartnershipView view = course.locked(partnership(id).id());
        requireClosing(view);
        if (view.version() != version) {
            throw Refusal.stale();
        }
        if (isClosed(id)) {
            throw Refusal.rule("partnership.closing.refusal.closed");
        }
        check(draft);
        Map<String, String> waived = waived(view, draft);
        if (view.standing() == Standing.DISCONTINUED) {
            store.touch(id);
        } else {
            complete(view, version, draft);
        }
        store.close(id, draft.day(), draft.learned(), waived);
        if (rights.allow(Verb.MAKE_ARCHIVE_PACKAGE, view.owner())) {
            store.askForArchive(id);
        }
        Happening closed = Happening.of("partnership.closed", Course.subject(view), view.owner())
                .changing("day", null, draft.day())
                .changing("learned", null, draft.learned())
                .changing("number-reason", null, draft.words().numberReasonOrNull());
        for (Map.Entry<String, String> each : waived.entrySet()) {
            closed = closed.changing("waived", null, each.getKey() + ": " + each.getValue());
        }
        trail.record(closed);
        notices.closed(view);
    }

    /** Units that run are completed first, each by a decision of its own, while the whole still runs. */
    private void complete(PartnershipView view, int version, Draft draft) {
        view.units().stream()
                .filter(each -> each.standing() == Standing.RUNNING)
                .forEach(each -> course.decide(
                        view.id(),
                        each.unit(),
                        each.version(),
                        Decision.Draft.of(DecisionKind.COMPLETED, draft.day())));
        course.decide(
                view.id(),
                version,
                new Decision.Draft(
                        DecisionKind.COMPLETED, draft.day(), "", draft.words().text(), draft.mandate()));
    }

    private void check(Draft draft) {
        if (draft.day().isAfter(today())) {
            throw Refusal.rule("partnership.case.refusal.day-to-come");
        }
        if (draft.words().text().isBlank()) {
            throw Refusal.rule("partnership.closing.error.words");
        }
        if (draft.mandate().isBlank()) {
            throw Refusal.rule("partnership.case.refusal.mandate");
        }
        if (draft.learned().isBlank()) {
            throw Refusal.rule("partnership.closing.error.learned");
        }
        if (draft.learned().length() > MOST_OF_WORDS || draft.words().text().length() > MOST_OF_WORDS) {
            throw Refusal.rule("partnership.closing.error.long", MOST_OF_WORDS);
        }
    }

    /** The conditions that are waived, with their reasons; refuses where one that is not fulfilled cannot be, or has no reason. */
    private Map<String, String> waived(PartnershipView view, Draft draft) {
        Map<String, String> waived = new LinkedHashMap<>();
        for (Remaining.Condition each : conditions(view)) {
            String reason = draft.waivers().getOrDefault(each.condition(), "");
            if (each.isFulfilled()) {
                continue;
            }
            Worded named = new Worded("programme.code." + each.condition());
            if (!each.waivable()) {
                throw Refusal.rule("partnership.closing.refusal.not-waivable", named);
            }
            if (reason.isBlank()) {
                throw Refusal.rule("partnership.closing.refusal.waiver-reason", named);
            }
            waived.put(each.condition(), reason);
        }
        return waived;
    }

    private void requireClosing(PartnershipView view) {
        if (!mayClose(view)) {
            throw Refusal.notAllowed("partnership.closing.refusal.owner", view.ownerName());
        }
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(SWEDEN));
    }
}
