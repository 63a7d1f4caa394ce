package se.samverkan.followup.sign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.actionplan.HoldingPlans;
import se.samverkan.actionplan.HoldingPlans.HeldGoal;
import se.samverkan.actionplan.HoldingPlans.HeldSign;
import se.samverkan.actionplan.HoldingPlans.HoldingPlan;
import se.samverkan.actionplan.PlanDecided;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.followup.sign.StoredSigns.Bare;
import se.samverkan.records.file.Files;
import se.samverkan.records.file.StoredFile;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Codes;

/**
 * The door to visible signs. Anybody who works at a unit notes that a sign was seen, any day; the working group takes in or sets
 * aside what came by the unit's code. The signs are those of the plan that holds; one that is amended away keeps its notes.
 */
@Component
public class Signs {

    private final StoredSigns store;
    private final FollowedPlans plans;
    private final HoldingPlans holding;
    private final Files files;
    private final Names names;
    private final Rights rights;
    private final AuditTrail trail;

    Signs(
            StoredSigns store,
            FollowedPlans plans,
            HoldingPlans holding,
            Files files,
            Names names,
            Rights rights,
            AuditTrail trail) {
        this.store = store;
        this.plans = plans;
        this.holding = holding;
        this.files = files;
        this.names = names;
        this.rights = rights;
        this.trail = trail;
    }

    /** What was decided of a plan decides which signs can be seen, in the same transaction. */
    @EventListener
    @Transactional
    public void decided(PlanDecided decided) {
        holding.of(decided.plan()).ifPresent(this::keep);
    }

    /** Keeps the signs of a plan as it holds now; those that are no longer in it stay, and say so. */
    @Transactional
    public void keep(HoldingPlan plan) {
        List<Long> standing = new ArrayList<>();
        for (HeldGoal goal : plan.goals()) {
            for (HeldSign sign : goal.signs()) {
                store.keep(plan, goal, sign, standing.size());
                standing.add(sign.id());
            }
        }
        store.takeOut(plan.id(), standing);
    }

    /** The signs of a plan in its order; those that were amended away too. */
    @Transactional(readOnly = true)
    public List<SignView> ofPlan(FollowedPlan plan) {
        return store.ofPlan(plan.id());
    }

    /** The signs that the actor can note, by unit. */
    @Transactional(readOnly = true)
    public List<SignView> toNote() {
        rights.require(Verb.NOTE_SIGNS);
        return store.toNote();
    }

    @Transactional(readOnly = true)
    public SignView sign(long sign) {
        return store.find(sign).orElseThrow(Refusal::notSeen);
    }

    /** Whether the actor can note a sign now. */
    @Transactional(readOnly = true)
    public boolean mayNote(SignView sign) {
        return sign.stands() && rights.allow(Verb.NOTE_SIGNS) && store.mayNote(sign.unit()) && !rests(sign);
    }

    /** Whether the unit takes part no longer: then what was seen stands, and nothing is noted any more. */
    @Transactional(readOnly = true)
    public boolean rests(SignView sign) {
        return store.rests(sign.id());
    }

    /** What was seen of the signs of a plan, the newest first. */
    @Transactional(readOnly = true)
    public List<NoteView> notes(FollowedPlan plan) {
        return named(store.notes(plan.id()));
    }

    /** What was seen of a sign, the newest first; somebody who only notes sees the own notes. */
    @Transactional(readOnly = true)
    public List<NoteView> notes(SignView sign) {
        return named(store.notesOf(sign.id()));
    }

    private List<NoteView> named(List<Bare> notes) {
        Map<Long, PersonName> called = names.of(
                notes.stream().map(Bare::by).filter(by -> by > 0).distinct().toList());
        return notes.stream().map(bare -> named(bare, called)).toList();
    }

    private static NoteView named(Bare bare, Map<Long, PersonName> called) {
        NoteView note = bare.note();
        return new NoteView(
                note.id(),
                note.sign(),
                note.state(),
                note.words(),
                note.seenOn(),
                note.standing(),
                Optional.ofNullable(called.get(bare.by())).map(PersonName::name),
                note.file());
    }

    /** Notes that a sign was seen. */
    @Transactional
    public void note(long id, NoteDraft draft) {
        rights.require(Verb.NOTE_SIGNS);
        SignView sign = sign(id);
        if (!store.mayNote(sign.unit())) {
            throw Refusal.notAllowed("refusal.verb.NOTE_SIGNS");
        }
        if (!sign.stands()) {
            throw Refusal.rule("followup.refusal.sign-taken-out");
        }
        if (rests(sign)) {
            throw Refusal.rule("followup.refusal.sign-rests");
        }
        if (draft.seenOn().isAfter(plans.today())) {
            throw Refusal.rule("followup.refusal.seen-later");
        }
        store.note(sign, draft);
        draft.file().ifPresent(files::attached);
        trail.record(happening("sign-noted", sign)
                .changing("followup-sign", null, sign.title())
                .changing(
                        "words",
                        null,
                        draft.words().text().isEmpty() ? null : draft.words().text())
                .changing("number-reason", null, draft.words().numberReasonOrNull()));
    }

    private static Happening happening(String deed, SignView sign) {
        return Happening.of(
                "followup." + deed,
                new Subject("followup", Long.toString(sign.plan()), sign.unitName()),
                sign.organiser());
    }

    /** The file that shows a note. */
    @Transactional(readOnly = true)
    public StoredFile file(long sign, long note) {
        return notes(sign(sign)).stream()
                .filter(each -> each.id() == note)
                .flatMap(each -> each.file().stream())
                .flatMap(each -> files.find(each.file()).stream())
                .findFirst()
                .orElseThrow(Refusal::notSeen);
    }

    /** Takes a note that came by the unit's code in, or sets it aside. */
    @Transactional
    public void settle(long id, long note, boolean in) {
        FollowedPlan plan = plans.toWrite(id);
        NoteView settled = notes(plan).stream()
                .filter(each -> each.id() == note)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        if (!settled.waits()) {
            return;
        }
        store.settle(note, in ? NoteView.Standing.TAKEN_IN : NoteView.Standing.SET_ASIDE);
        trail.record(FollowedPlans.happening(in ? "note-taken-in" : "note-set-aside", plan.plan())
                .changing("words", null, settled.words().isEmpty() ? null : settled.words()));
    }

    /** The code by which the staff notes without an account, where it is open. */
    @Transactional(readOnly = true)
    public Optional<String> code(FollowedPlan plan) {
        return plan.writes() ? store.code(plan.id()) : Optional.empty();
    }

    /** Opens the code; one that is open is the same. */
    @Transactional
    public void openCode(long id) {
        FollowedPlan plan = plans.toClose(id);
        if (store.code(id).isPresent()) {
            return;
        }
        keep(plan.plan());
        store.openCode(plan.plan(), Codes.random());
        trail.record(FollowedPlans.happening("code-opened", plan.plan()));
    }

    /** Closes the code for good; the next one is another. */
    @Transactional
    public void closeCode(long id) {
        FollowedPlan plan = plans.toClose(id);
        if (store.code(id).isPresent()) {
            store.closeCode(id);
            trail.record(FollowedPlans.happening("code-closed", plan.plan()));
        }
    }
}
