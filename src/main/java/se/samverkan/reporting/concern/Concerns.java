package se.samverkan.reporting.concern;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.reporting.concern.Concern.Deed;
import se.samverkan.reporting.concern.StoredConcerns.Sides;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to concerns. Whoever works in a case raises one, for the own side or shared with the other; who runs or coordinates
 * the case answers it, escalates it and closes it, each time saying what was done. What was said stands.
 */
@Component
public class Concerns {

    private static final int MOST_OF_WORDS = 4_000;

    private final Partnerships partnerships;
    private final StoredConcerns store;
    private final ConcernNotices notices;
    private final Rights rights;
    private final AuditTrail trail;

    Concerns(Partnerships partnerships, StoredConcerns store, ConcernNotices notices, Rights rights, AuditTrail trail) {
        this.partnerships = partnerships;
        this.store = store;
        this.notices = notices;
        this.rights = rights;
        this.trail = trail;
    }

    /** How many concerns are open in each partnership, as far as the actor sees them. */
    @Transactional(readOnly = true)
    public Map<Long, Integer> open() {
        return store.open();
    }

    /** A partnership for somebody who raises concerns in it. */
    @Transactional(readOnly = true)
    public PartnershipView partnership(long id) {
        rights.require(Verb.RAISE_CONCERN);
        PartnershipView view = partnerships.find(id).orElseThrow(Refusal::notSeen);
        if (!store.sides(id).isAny()) {
            throw Refusal.notAllowed("refusal.verb.RAISE_CONCERN");
        }
        return view;
    }

    @Transactional(readOnly = true)
    List<Concern> of(long partnership) {
        return store.of(partnership(partnership).id());
    }

    @Transactional(readOnly = true)
    Concern concern(long partnership, long id) {
        rights.require(Verb.RAISE_CONCERN);
        return store.find(id).filter(each -> each.partnership() == partnership).orElseThrow(Refusal::notSeen);
    }

    /**
     * Raises one.
     *
     * @param unit the unit that it is about; empty for the whole
     * @param shared whether the other side sees it too
     * @return its id
     */
    @Transactional
    public long raise(long partnership, Optional<Long> unit, boolean shared, FreeText words) {
        PartnershipView view = partnership(partnership);
        check(words);
        if (!view.standing().isLive()) {
            throw Refusal.rule("reporting.concern.refusal.ended");
        }
        if (unit.isPresent() && unit.flatMap(view::participant).isEmpty()) {
            throw Refusal.rule("reporting.concern.error.unit");
        }
        Sides sides = store.sides(partnership);
        boolean agency = sides.agency();
        long id = store.raise(view, unit.orElse(null), agency, shared, words.text());
        Concern raised = store.find(id).orElseThrow(Refusal::notSeen);
        trail.record(happening("raised", raised)
                .changing("words", null, words.text())
                .changing("shared", null, shared)
                .changing("number-reason", null, words.numberReasonOrNull()));
        notices.raised(raised);
        return id;
    }

    /**
     * Answers it, escalates it, closes it, or shares it with the other side.
     *
     * @param version the version that was seen
     */
    @Transactional
    public void does(long partnership, long id, int version, String deed, FreeText words) {
        Concern concern = concern(partnership, id);
        if (!concern.mayHandle()) {
            throw Refusal.notAllowed("reporting.concern.refusal.not-yours");
        }
        check(words);
        if (concern.version() != version) {
            throw Refusal.stale();
        }
        Deed wanted = concern.deeds().stream()
                .filter(each -> each.name().equals(deed))
                .findFirst()
                .orElseThrow(() -> Refusal.rule("reporting.concern.refusal.not-now"));
        if (!store.does(id, version, wanted, wanted.after(concern.standing()), words.text())) {
            throw Refusal.stale();
        }
        trail.record(happening("handled", concern)
                .changing("standing", concern.standing(), wanted.after(concern.standing()))
                .changing("words", null, words.text())
                .changing("number-reason", null, words.numberReasonOrNull()));
        notices.handled(store.find(id).orElseThrow(Refusal::notSeen), wanted);
    }

    private static void check(FreeText words) {
        if (words.text().isBlank()) {
            throw Refusal.rule("reporting.concern.error.words");
        }
        if (words.text().length() > MOST_OF_WORDS) {
            throw Refusal.rule("reporting.concern.error.long", MOST_OF_WORDS);
        }
    }

    private static Happening happening(String what, Concern concern) {
        return Happening.of(
                "reporting.concern-" + what,
                new Subject("concern", Long.toString(concern.id()), concern.organiserName()),
                concern.agencySide() ? concern.agency() : concern.organiser());
    }
}
