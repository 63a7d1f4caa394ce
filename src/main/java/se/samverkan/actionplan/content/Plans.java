package se.samverkan.actionplan.content;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.analysis.PrioritisedAreas;
import se.samverkan.analysis.PrioritisedAreas.GroundCause;
import se.samverkan.analysis.PrioritisedAreas.PrioritisedArea;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.Standing;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;

/** The door to action plans: which there are in a partnership, who reads and writes them, and how one is begun. */
@Component
public class Plans {

    private static final int MOST_HOURS = 100_000;

    private final StoredPlans store;
    private final StoredPlanParts parts;
    private final Partnerships partnerships;
    private final PlannedTerms terms;
    private final PrioritisedAreas areas;
    private final Rights rights;
    private final AuditTrail trail;

    Plans(
            StoredPlans store,
            StoredPlanParts parts,
            Partnerships partnerships,
            PlannedTerms terms,
            PrioritisedAreas areas,
            Rights rights,
            AuditTrail trail) {
        this.store = store;
        this.parts = parts;
        this.partnerships = partnerships;
        this.terms = terms;
        this.areas = areas;
        this.rights = rights;
        this.trail = trail;
    }

    /** The plans of a partnership that the actor reads, the organiser's own level first. */
    @Transactional(readOnly = true)
    public List<PlanView> ofPartnership(long partnership) {
        return rights.allow(Verb.READ_ACTION_PLAN) ? store.ofPartnership(partnership) : List.of();
    }

    /**
     * The plans that go on in several partnerships, that the actor coordinates for their organiser and reads: one question, and
     * none for whoever coordinates for no organiser.
     */
    @Transactional(readOnly = true)
    public List<PlanView> coordinated(Collection<Long> partnerships) {
        Set<Long> own = rights.organisations(Verb.COORDINATE_PARTNERSHIP);
        return own.isEmpty() ? List.of() : store.awake(partnerships, own);
    }

    @Transactional(readOnly = true)
    public Optional<PlanView> find(long id) {
        return rights.allow(Verb.READ_ACTION_PLAN) ? store.find(id) : Optional.empty();
    }

    @Transactional(readOnly = true)
    public PlanView plan(long id) {
        rights.require(Verb.READ_ACTION_PLAN);
        return store.find(id).orElseThrow(Refusal::notSeen);
    }

    /** The partnership of a plan. */
    @Transactional(readOnly = true)
    public PartnershipView partnership(PlanView plan) {
        return partnerships.find(plan.partnership()).orElseThrow(Refusal::notSeen);
    }

    /** The plan, for somebody who may write in it now. */
    @Transactional(readOnly = true)
    public PlanView toWrite(long id) {
        PlanView plan = plan(id);
        requireLive(plan);
        if (!plan.writes()) {
            throw Refusal.notAllowed("refusal.verb.WRITE_ACTION_PLAN");
        }
        return plan;
    }

    /** Refuses where the unit no longer takes part. */
    public void requireLive(PlanView plan) {
        if (plan.rests()) {
            throw Refusal.rule("actionplan.refusal.not-live");
        }
    }

    /** The plan, for somebody who may write in it, and nobody else writes in it until the transaction ends. */
    @Transactional
    public PlanView locked(long id) {
        store.lock(id);
        return toWrite(id);
    }

    /** The plan, for somebody who decides for its unit. */
    @Transactional(readOnly = true)
    public PlanView deciding(long id) {
        PlanView plan = toWrite(id);
        if (!plan.adopts()) {
            throw Refusal.notAllowed("refusal.verb.ADOPT_ACTION_PLAN");
        }
        return plan;
    }

    /** The same, and nobody else writes in it until the transaction ends. */
    @Transactional
    public PlanView toDecide(long id) {
        store.lock(id);
        return deciding(id);
    }

    /** The plan, for somebody who decides for its organiser, and nobody else decides until the transaction ends. */
    @Transactional
    public PlanView toApprove(long id) {
        store.lock(id);
        PlanView plan = plan(id);
        if (!plan.approves()) {
            throw Refusal.notAllowed("refusal.verb.APPROVE_ACTION_PLAN");
        }
        requireLive(plan);
        return plan;
    }

    /** The units of a partnership whose plan the actor can begin now. */
    @Transactional(readOnly = true)
    public List<Participant> mayBegin(PartnershipView partnership) {
        if (!rights.allow(Verb.WRITE_ACTION_PLAN)) {
            return List.of();
        }
        Set<Long> mine = store.mayBegin(partnership);
        List<Long> begun = store.ofPartnership(partnership.id()).stream()
                .map(PlanView::unit)
                .toList();
        return partnership.units().stream()
                .filter(unit -> mine.contains(unit.unit()) && !begun.contains(unit.unit()))
                .filter(unit -> canBegin(partnership, unit))
                .toList();
    }

    /**
     * Begins the plan of a unit, filled from the areas that its analysis put first; one that is begun already is the same.
     *
     * @return its id
     */
    @Transactional
    public long begin(long partnershipId, long unitId) {
        rights.require(Verb.WRITE_ACTION_PLAN);
        PartnershipView partnership = partnerships.find(partnershipId).orElseThrow(Refusal::notSeen);
        Participant unit = partnership.participant(unitId).orElseThrow(Refusal::notSeen);
        if (!store.mayBegin(partnership).contains(unitId)) {
            throw Refusal.notAllowed("refusal.verb.WRITE_ACTION_PLAN");
        }
        store.lock(partnershipId);
        Optional<PlanView> begun = store.ofPartnership(partnershipId).stream()
                .filter(each -> each.unit() == unitId)
                .findFirst();
        if (begun.isPresent()) {
            return begun.get().id();
        }
        if (!canBegin(partnership, unit)) {
            throw Refusal.rule("actionplan.refusal.not-begun");
        }
        long id = store.begin(partnership, unit);
        PlanView plan = plan(id);
        trail.record(happening("begun", plan));
        fill(plan);
        return id;
    }

    /** Fetches areas and causes that the analysis has come to since; what is there already is left as it is. */
    @Transactional
    public void refill(long id) {
        fill(locked(id));
    }

    /** Whether the analysis has areas with a place that the plan has not fetched. */
    @Transactional(readOnly = true)
    public boolean isBehind(PlanView plan) {
        return plan.writes() && !parts.origins(plan.id()).containsAll(areas.order(plan.partnership(), plan.unit()));
    }

    private void fill(PlanView plan) {
        Set<Long> fetched = parts.origins(plan.id());
        for (PrioritisedArea area : areas.of(plan.partnership(), plan.unit())) {
            if (fetched.contains(area.id())) {
                continue;
            }
            Map<PlanField, String> fields = new EnumMap<>(PlanField.class);
            fields.put(PlanField.PROBLEM, said(area.problems()));
            fields.put(PlanField.EVIDENCE, said(area.evidence()));
            PlanPartDraft draft = new PlanPartDraft(PlanPartKind.AREA, area.title(), cut(area.words()), fields);
            long filled = parts.add(plan.id(), draft, Optional.empty(), Optional.of(area.id()));
            for (GroundCause cause : area.causes()) {
                PlanPartDraft copy =
                        new PlanPartDraft(PlanPartKind.CAUSE, cause.text(), "", Map.of(PlanField.ABOUT, cause.kind()));
                parts.add(plan.id(), copy, Optional.of(filled), Optional.of(cause.id()));
            }
            trail.record(happening("filled", plan).changing("title", null, area.title()));
        }
    }

    private static String said(List<String> lines) {
        return cut(String.join("\n", lines));
    }

    private static String cut(String text) {
        return text.length() <= PlanPartDraft.MOST_OF_WORDS
                ? text
                : text.substring(0, PlanPartDraft.MOST_OF_WORDS - 1) + "…";
    }

    private boolean canBegin(PartnershipView partnership, Participant unit) {
        return (unit.standing() == Standing.RUNNING || unit.standing() == Standing.ACCEPTED)
                && terms.variant(partnership).documents().stream()
                        .anyMatch(document -> document.kind().equals(PlannedTerms.DOCUMENT)
                                && document.levels().contains(unit.level()));
    }

    /** Those who can be responsible for something in a plan today. */
    @Transactional(readOnly = true)
    public List<Colleague> colleagues(PlanView plan) {
        return colleagues(List.of(plan)).getOrDefault(plan.id(), List.of());
    }

    /** The same of several plans, by the id of the plan. */
    @Transactional(readOnly = true)
    public Map<Long, List<Colleague>> colleagues(Collection<PlanView> several) {
        return store.colleagues(several.stream().map(PlanView::id).toList());
    }

    /** Says how many hours the staff has each term for what the plan says; empty where nobody knows. */
    @Transactional
    public void hours(long id, OptionalInt hours) {
        PlanView plan = locked(id);
        if (hours.isPresent() && (hours.getAsInt() < 0 || hours.getAsInt() > MOST_HOURS)) {
            throw Refusal.rule("actionplan.refusal.field.NUMBER");
        }
        store.hours(id, hours);
        trail.record(happening("hours-said", plan)
                .changing(
                        "plan-hours",
                        plan.staffHours().isPresent() ? plan.staffHours().getAsInt() : null,
                        hours.isPresent() ? hours.getAsInt() : null));
    }

    /** Something that was done to a plan, as the log of its organiser tells it. */
    public static Happening happening(String deed, PlanView plan) {
        return Happening.of(
                "actionplan." + deed,
                new Subject("actionplan", Long.toString(plan.id()), plan.unitName()),
                plan.organiser());
    }
}
