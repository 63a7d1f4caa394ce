package se.samverkan.actionplan.content;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Refusal;

/**
 * The door to the parts of a plan: those who write in it add parts, change and remove them. Nothing that was written is lost: a
 * text that is replaced is kept, and a removal can be undone for 30 days.
 */
@Component
public class PlanWriting {

    private static final int MOST_TEXTS = 20;

    private final Plans plans;
    private final StoredPlanParts store;
    private final Baselines baselines;
    private final PlanRules rules;
    private final AuditTrail trail;

    PlanWriting(Plans plans, StoredPlanParts store, Baselines baselines, PlanRules rules, AuditTrail trail) {
        this.plans = plans;
        this.store = store;
        this.baselines = baselines;
        this.rules = rules;
        this.trail = trail;
    }

    /** The parts of a plan that the actor reads. */
    @Transactional(readOnly = true)
    public PlanParts parts(PlanView plan) {
        return store.parts(plan.id());
    }

    /**
     * Adds a part.
     *
     * @param upper the part that it stands under; empty where it stands in the plan itself
     * @return its id
     */
    @Transactional
    public long add(long id, PlanPartDraft draft, Optional<Long> upper) {
        PlanView plan = plans.locked(id);
        PlanParts parts = store.parts(id);
        Optional<PlanPart> above = upper.map(part -> require(parts, part));
        if (!draft.kind().upper().equals(above.map(PlanPart::kind))) {
            throw Refusal.rule("actionplan.refusal.place");
        }
        PlanPartDraft whole = draft.text(PlanField.INDICATOR).isEmpty() ? draft : baselines.frozen(plan, draft);
        rules.require(plans.partnership(plan), parts, above.flatMap(parts::areaOf), whole);
        requireColleague(plan, whole, "");
        long part = store.add(id, whole, upper, Optional.empty());
        trail.record(changes(Plans.happening("part-added", plan), Optional.empty(), whole));
        return part;
    }

    /** Changes a part, from the version that was seen; what stood there is kept, and so is a baseline that was frozen. */
    @Transactional
    public void change(long id, long partId, int version, PlanPartDraft draft) {
        PlanView plan = plans.locked(id);
        PlanParts parts = store.parts(id);
        PlanPart before = require(parts, partId);
        if (before.version() != version) {
            throw Refusal.stale();
        }
        PlanPartDraft whole = withBaseline(plan, before, draft);
        if (before.draft().equals(whole)) {
            return;
        }
        rules.require(plans.partnership(plan), parts, parts.areaOf(before), whole);
        requireColleague(plan, whole, before.text(PlanField.RESPONSIBLE));
        if (!before.draft().readsAs(whole)) {
            store.keepReplaced(before);
        }
        if (!store.change(partId, version, whole)) {
            throw Refusal.stale();
        }
        trail.record(changes(Plans.happening("part-changed", plan), Optional.of(before.draft()), whole));
    }

    private PlanPartDraft withBaseline(PlanView plan, PlanPart before, PlanPartDraft draft) {
        if (draft.text(PlanField.INDICATOR).isEmpty()) {
            return draft;
        }
        if (!draft.text(PlanField.INDICATOR).equals(before.text(PlanField.INDICATOR))) {
            return baselines.frozen(plan, draft);
        }
        PlanPartDraft same = draft.with(PlanField.SCALE, "");
        for (PlanField kept : List.of(PlanField.BASELINE, PlanField.BASELINE_PERIOD, PlanField.BASELINE_IMPORT)) {
            same = same.with(kept, before.text(kept));
        }
        return same.with(PlanField.BETTER, before.text(PlanField.BETTER));
    }

    private void requireColleague(PlanView plan, PlanPartDraft draft, String before) {
        String responsible = draft.text(PlanField.RESPONSIBLE);
        if (!responsible.isEmpty()
                && !responsible.equals(before)
                && plans.colleagues(plan).stream()
                        .noneMatch(each -> Long.toString(each.id()).equals(responsible))) {
            throw Refusal.rule("actionplan.refusal.not-colleague");
        }
    }

    private static Happening changes(Happening happening, Optional<PlanPartDraft> before, PlanPartDraft after) {
        Happening told = happening
                .changing("title", before.map(PlanPartDraft::title).orElse(null), after.title())
                .changing("words", none(before.map(PlanPartDraft::words).orElse("")), none(after.words()));
        for (PlanField field : PlanField.of(after.kind())) {
            told = told.changing(
                    "plan-" + field.key(),
                    none(before.map(each -> each.text(field)).orElse("")),
                    none(after.text(field)));
        }
        return told;
    }

    /** Keeps what somebody wrote in a part while somebody else saved another text. */
    @Transactional
    public void keepUnsaved(long id, long part, PlanPartDraft draft) {
        plans.toWrite(id);
        require(store.parts(id), part);
        store.keepUnsaved(part, draft);
    }

    /** The texts of a part that do not stand any more, the newest first; for those who write in it. */
    @Transactional(readOnly = true)
    public List<KeptPlanText> keptTexts(PlanView plan, long part) {
        return plan.writes() ? store.keptTexts(part, MOST_TEXTS) : List.of();
    }

    /** Removes a part; what stands under it goes with it, and comes back with it. */
    @Transactional
    public void remove(long id, long partId) {
        PlanView plan = plans.locked(id);
        PlanPart part = require(store.parts(id), partId);
        store.remove(partId);
        trail.record(Plans.happening("part-removed", plan)
                .changing("title", part.title(), null)
                .changing("words", none(part.words()), null));
    }

    /** What has been removed and can be taken back, the newest first. */
    @Transactional(readOnly = true)
    public List<RemovedPlanPart> removed(PlanView plan) {
        return plan.writes() ? store.removed(plan.id()) : List.of();
    }

    /** Takes a removed part back, to where it stood. */
    @Transactional
    public void restore(long id, long partId) {
        PlanView plan = plans.locked(id);
        if (store.parts(id).find(partId).isPresent()) {
            return;
        }
        RemovedPlanPart part = store.removed(id).stream()
                .filter(each -> each.id() == partId)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        store.restore(partId);
        trail.record(Plans.happening("part-restored", plan).changing("title", null, part.title()));
    }

    /**
     * Hands all that one person is responsible for over to another: somebody leaves, and nothing is left without anybody.
     *
     * @return how many interventions it was
     */
    @Transactional
    public int handOver(long id, long from, long to) {
        PlanView plan = plans.locked(id);
        List<PlanPart> theirs = store.parts(id).of(PlanPartKind.INTERVENTION).stream()
                .filter(part -> part.text(PlanField.RESPONSIBLE).equals(Long.toString(from)))
                .toList();
        for (PlanPart part : theirs) {
            PlanPartDraft draft = part.draft().with(PlanField.RESPONSIBLE, Long.toString(to));
            requireColleague(plan, draft, "");
            store.change(part.id(), part.version(), draft);
            trail.record(changes(Plans.happening("part-changed", plan), Optional.of(part.draft()), draft));
        }
        return theirs.size();
    }

    private static PlanPart require(PlanParts parts, long part) {
        return parts.find(part).orElseThrow(Refusal::notSeen);
    }

    private static @org.jspecify.annotations.Nullable String none(String text) {
        return text.isEmpty() ? null : text;
    }
}
