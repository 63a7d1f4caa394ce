package se.samverkan.actionplan.suggestion;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanText;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.PlanWriting;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door by which those who read a plan and do not write in it say how they would word a text, and those who write it take it as
 * the text or say why not. Nobody but its writers ever changes a plan, and who suggested what stands for good.
 */
@Component
public class PlanSuggestions {

    private final Plans plans;
    private final PlanWriting writing;
    private final StoredPlanSuggestions store;
    private final SuggestionNotices notices;
    private final AuditTrail trail;

    PlanSuggestions(
            Plans plans,
            PlanWriting writing,
            StoredPlanSuggestions store,
            SuggestionNotices notices,
            AuditTrail trail) {
        this.plans = plans;
        this.writing = writing;
        this.store = store;
        this.notices = notices;
        this.trail = trail;
    }

    /** Those of a plan that were not taken back, the newest first. */
    @Transactional(readOnly = true)
    public List<PlanSuggestion> of(PlanView plan) {
        return store.of(plan.id()).stream().filter(each -> !each.withdrawn()).toList();
    }

    /** How many wait for an answer. */
    @Transactional(readOnly = true)
    public int waiting(PlanView plan) {
        return store.waiting(plan.id());
    }

    /** Those on one part. */
    @Transactional(readOnly = true)
    public List<PlanSuggestion> on(PlanView plan, long part) {
        return of(plan).stream().filter(each -> each.part() == part).toList();
    }

    @Transactional(readOnly = true)
    public PlanSuggestion suggestion(PlanView plan, long id) {
        return store.of(plan.id()).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
    }

    /** The plan, for somebody who may suggest something in it now. */
    @Transactional(readOnly = true)
    public PlanView toSuggest(long id) {
        PlanView plan = plans.plan(id);
        if (plan.writes()) {
            throw Refusal.rule("actionplan.suggestion.refusal.writer");
        }
        plans.requireLive(plan);
        return plan;
    }

    /**
     * Suggests another wording of a text.
     *
     * @param version the version of the part that was seen
     * @return the id of the suggestion
     */
    @Transactional
    public long suggest(long id, long partId, PlanText text, int version, FreeText words, FreeText why) {
        PlanView plan = toSuggest(id);
        PlanPart part = writing.parts(plan).find(partId).orElseThrow(Refusal::notSeen);
        if (part.version() != version) {
            throw Refusal.stale();
        }
        String now = text.in(part);
        if (words.text().isBlank() || words.text().equals(now)) {
            throw Refusal.rule("actionplan.suggestion.refusal.same");
        }
        if (words.text().length() > text.most() || why.text().length() > text.most()) {
            throw Refusal.rule("actionplan.suggestion.refusal.long", text.most());
        }
        long made = store.suggest(id, partId, text, now, words.text(), why.text());
        trail.record(Plans.happening("suggested", plan)
                .changing("title", null, part.title())
                .changing(text.key(), null, words.text())
                .changing("number-reason", null, words.numberReasonOrNull()));
        return made;
    }

    /** Takes back what the actor suggested, before it was answered. */
    @Transactional
    public void withdraw(long id, long suggestion) {
        PlanView plan = plans.plan(id);
        PlanSuggestion said = suggestion(plan, suggestion);
        if (!said.mine()) {
            throw Refusal.notAllowed("actionplan.suggestion.refusal.not-yours");
        }
        requireWaiting(said);
        store.withdraw(suggestion);
        trail.record(Plans.happening("suggestion-withdrawn", plan)
                .changing(said.text().key(), said.words(), null));
    }

    /**
     * Makes a suggestion the text.
     *
     * @param version the version of the part that was seen beside it
     */
    @Transactional
    public void accept(long id, long suggestion, int version) {
        PlanView plan = plans.locked(id);
        PlanSuggestion said = suggestion(plan, suggestion);
        requireWaiting(said);
        PlanPart part = writing.parts(plan)
                .find(said.part())
                .orElseThrow(() -> Refusal.rule("actionplan.suggestion.refusal.part-gone"));
        writing.change(id, part.id(), version, said.text().put(part, said.words()));
        answer(plan, said, true, "");
    }

    /** Leaves the text as it is, with a word to whoever suggested another. */
    @Transactional
    public void decline(long id, long suggestion, FreeText words) {
        PlanView plan = plans.locked(id);
        PlanSuggestion said = suggestion(plan, suggestion);
        requireWaiting(said);
        if (words.text().isBlank()) {
            throw Refusal.rule("actionplan.suggestion.refusal.wordless");
        }
        if (words.text().length() > said.text().most()) {
            throw Refusal.rule("actionplan.suggestion.refusal.long", said.text().most());
        }
        answer(plan, said, false, words.text());
    }

    private void answer(PlanView plan, PlanSuggestion said, boolean accepted, String words) {
        store.answer(plan.id(), said.id(), accepted, words);
        notices.answered(plan, said.id(), store.madeBy(said.id()), accepted);
        trail.record(Plans.happening(accepted ? "suggestion-accepted" : "suggestion-declined", plan)
                .changing("plan-suggested-by", null, said.by().name())
                .changing("words", null, none(words)));
    }

    private static void requireWaiting(PlanSuggestion said) {
        if (!said.waits()) {
            throw Refusal.rule(
                    said.withdrawn()
                            ? "actionplan.suggestion.refusal.withdrawn"
                            : "actionplan.suggestion.refusal.answered");
        }
    }

    private static @Nullable String none(String text) {
        return text.isEmpty() ? null : text;
    }
}
