package se.samverkan.followup.checkpoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.actionplan.HoldingPlans.HeldIntervention;
import se.samverkan.followup.checkpoint.CheckpointDraft.Given;
import se.samverkan.followup.checkpoint.CheckpointDraft.Judged;
import se.samverkan.followup.checkpoint.CheckpointView.FollowOn;
import se.samverkan.followup.checkpoint.CheckpointView.Standing;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.followup.sign.SignView;
import se.samverkan.followup.sign.Signs;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to checkpoints. The working group writes in one as it goes; the head teacher, or the education director at the
 * organiser's own level, closes it, opens it again with a reason, or says why it is skipped.
 */
@Component
public class Checkpoints {

    private final StoredCheckpoints store;
    private final FollowedPlans plans;
    private final Signs signs;
    private final AuditTrail trail;

    Checkpoints(StoredCheckpoints store, FollowedPlans plans, Signs signs, AuditTrail trail) {
        this.store = store;
        this.plans = plans;
        this.signs = signs;
        this.trail = trail;
    }

    /** Those that somebody has written in or skipped, in time. */
    @Transactional(readOnly = true)
    public List<CheckpointView> ofPlan(FollowedPlan plan) {
        return store.ofPlan(plan.id());
    }

    /** The one of a term, among all of its plan; awaited where nobody has written in it. */
    public CheckpointView of(FollowedPlan plan, Period term, List<CheckpointView> all) {
        return all.stream().filter(each -> each.term().equals(term)).findFirst().orElseGet(() -> {
            if (!plan.hasCheckpointIn(term, plans.today())) {
                throw Refusal.notSeen();
            }
            return awaited(plan, term);
        });
    }

    private static CheckpointView awaited(FollowedPlan plan, Period term) {
        return new CheckpointView(
                0,
                plan.id(),
                plan.plan().unit(),
                term,
                Standing.AWAITED,
                CheckpointDraft.empty(),
                0,
                List.of(),
                List.of());
    }

    private CheckpointView now(FollowedPlan plan, Period term) {
        return of(plan, term, store.ofPlan(plan.id()));
    }

    /** The terms in which a plan is due for a checkpoint and has none that is over, the oldest first. */
    @Transactional(readOnly = true)
    public Map<Long, List<Period>> missing(List<FollowedPlan> followed) {
        Map<Long, Set<Period>> over = new HashMap<>();
        store.stood(followed.stream().map(FollowedPlan::id).toList()).forEach(each -> {
            if (each.isOver()) {
                over.computeIfAbsent(each.plan(), plan -> new HashSet<>()).add(each.term());
            }
        });
        Map<Long, List<Period>> missing = new HashMap<>();
        for (FollowedPlan plan : followed) {
            List<Period> due = plan.isLive()
                    ? plan.due(plans.today(), plans.heldSince(plan)).stream()
                            .filter(term ->
                                    !over.getOrDefault(plan.id(), Set.of()).contains(term))
                            .toList()
                    : List.of();
            missing.put(plan.id(), due);
        }
        return missing;
    }

    /** Writes what a group says, from the version that was seen; 0 for one that nobody had written in. */
    @Transactional
    public void write(long id, Period term, int version, CheckpointDraft said, FreeText texts) {
        FollowedPlan plan = plans.toWrite(id);
        CheckpointView before = requireOpen(now(plan, term), version);
        if (before.said().equals(said)) {
            return;
        }
        List<SignView> noted = signsNow(plan);
        long checkpoint = before.id() == 0 ? store.begin(plan.plan(), term) : before.id();
        store.write(checkpoint, Math.max(1, version), said);
        store.judge(checkpoint, plan.plan().unit(), noted, said.signs());
        store.give(checkpoint, plan.plan().unit(), plan.plan().interventions(), said.interventions());
        trail.record(changes(happening("checkpoint-written", plan, term), plan, noted, before.said(), said)
                .changing("number-reason", null, texts.numberReasonOrNull()));
    }

    /** The signs that stand in the plan now; kept first where the plan was decided before anybody followed it up. */
    private List<SignView> signsNow(FollowedPlan plan) {
        signs.keep(plan.plan());
        return signs.ofPlan(plan).stream().filter(SignView::stands).toList();
    }

    private static CheckpointView requireOpen(CheckpointView checkpoint, int version) {
        if (checkpoint.standing().isOver()) {
            throw Refusal.rule("followup.refusal." + checkpoint.standing());
        }
        if (checkpoint.version() != version) {
            throw Refusal.stale();
        }
        return checkpoint;
    }

    private static Happening changes(
            Happening happening,
            FollowedPlan plan,
            List<SignView> signs,
            CheckpointDraft before,
            CheckpointDraft said) {
        Happening told = happening
                .changing("followup-reading", none(before.reading()), none(said.reading()))
                .changing("followup-keep", none(before.keep()), none(said.keep()))
                .changing("followup-change", none(before.change()), none(said.change()))
                .changing("followup-stop", none(before.stop()), none(said.stop()));
        List<String> signsBefore = new ArrayList<>();
        List<String> signsSaid = new ArrayList<>();
        for (SignView sign : signs) {
            Judged was = before.signs().get(sign.id());
            Judged is = said.signs().get(sign.id());
            if (!java.util.Objects.equals(was, is)) {
                Optional.ofNullable(was).ifPresent(each -> signsBefore.add(sign.title() + ": " + told(each)));
                Optional.ofNullable(is).ifPresent(each -> signsSaid.add(sign.title() + ": " + told(each)));
            }
        }
        List<String> before2 = new ArrayList<>();
        List<String> said2 = new ArrayList<>();
        for (HeldIntervention part : plan.plan().interventions()) {
            Given was = before.interventions().get(part.id());
            Given is = said.interventions().get(part.id());
            if (!java.util.Objects.equals(was, is)) {
                Optional.ofNullable(was).ifPresent(each -> before2.add(part.number() + ": " + told(each)));
                Optional.ofNullable(is).ifPresent(each -> said2.add(part.number() + ": " + told(each)));
            }
        }
        return told.changing("followup-signs", lines(signsBefore), lines(signsSaid))
                .changing("followup-interventions", lines(before2), lines(said2));
    }

    private static String told(Judged judged) {
        return (judged.state() + " " + judged.words()).strip();
    }

    private static String told(Given given) {
        return (given.state() + " " + given.dose() + " " + given.words()).strip();
    }

    private static @Nullable String lines(List<String> lines) {
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    private static @Nullable String none(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Closes a checkpoint: what it says stands from then on. */
    @Transactional
    public void close(long id, Period term, int version) {
        FollowedPlan plan = plans.toClose(id);
        CheckpointView checkpoint = requireOpen(now(plan, term), version);
        if (checkpoint.id() == 0 || checkpoint.said().isEmpty()) {
            throw Refusal.rule("followup.refusal.empty");
        }
        store.turn(checkpoint.id(), version);
        store.decide(checkpoint.id(), checkpoint.unit(), "CLOSED", "");
        trail.record(happening("checkpoint-closed", plan, term));
    }

    /** Opens one that was closed or skipped, with the reason. */
    @Transactional
    public void reopen(long id, Period term, int version, FreeText words) {
        FollowedPlan plan = plans.toClose(id);
        CheckpointView checkpoint = now(plan, term);
        if (!checkpoint.standing().isOver()) {
            throw Refusal.rule("followup.refusal.not-over");
        }
        if (checkpoint.version() != version) {
            throw Refusal.stale();
        }
        store.decide(checkpoint.id(), checkpoint.unit(), "REOPENED", required(words));
        store.turn(checkpoint.id(), version);
        trail.record(told("checkpoint-reopened", plan, term, words));
    }

    /** Says that a checkpoint is not held, and why. */
    @Transactional
    public void skip(long id, Period term, int version, FreeText words) {
        FollowedPlan plan = plans.toClose(id);
        CheckpointView checkpoint = requireOpen(now(plan, term), version);
        long skipped = checkpoint.id() == 0 ? store.begin(plan.plan(), term) : checkpoint.id();
        store.turn(skipped, Math.max(1, version));
        store.decide(skipped, checkpoint.unit(), "SKIPPED", required(words));
        trail.record(told("checkpoint-skipped", plan, term, words));
    }

    private static String required(FreeText words) {
        if (words.text().isBlank()) {
            throw Refusal.rule("followup.refusal.why");
        }
        if (words.text().length() > CheckpointDraft.MOST_OF_WORDS) {
            throw Refusal.rule("followup.refusal.words-long", CheckpointDraft.MOST_OF_WORDS);
        }
        return words.text();
    }

    private static Happening told(String deed, FollowedPlan plan, Period term, FreeText words) {
        return happening(deed, plan, term)
                .changing("words", null, words.text())
                .changing("number-reason", null, words.numberReasonOrNull());
    }

    private static Happening happening(String deed, FollowedPlan plan, Period term) {
        return FollowedPlans.happening(deed, plan.plan()).changing("followup-term", null, term.toString());
    }

    /** Keeps what a checkpoint led to, with the path of what it became. */
    @Transactional
    public void lead(long id, Period term, FollowOn to, FreeText words) {
        FollowedPlan plan = plans.toLead(id);
        CheckpointView checkpoint = now(plan, term);
        if (checkpoint.id() == 0) {
            throw Refusal.rule("followup.refusal.empty");
        }
        store.lead(checkpoint.id(), checkpoint.unit(), to);
        trail.record(happening("checkpoint-led", plan, term)
                .changing("words", null, to.words())
                .changing("number-reason", null, words.numberReasonOrNull()));
    }
}
