package se.samverkan.selection.round;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.selection.round.Participants.Candidate;
import se.samverkan.selection.round.Participants.Participant;
import se.samverkan.selection.round.RoundView.FormPlaces;
import se.samverkan.selection.round.Standing.Stage;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Refusal;

/**
 * The door to selection rounds and their people. Who has no duty in a round does not know of it; who has one but not that
 * of preparing reads only.
 */
@Component
public class SelectionRounds {

    private final Rounds rounds;
    private final Participants people;
    private final Standing standing;
    private final Rights rights;
    private final AuditTrail trail;

    SelectionRounds(Rounds rounds, Participants people, Standing standing, Rights rights, AuditTrail trail) {
        this.rounds = rounds;
        this.people = people;
        this.standing = standing;
        this.rights = rights;
        this.trail = trail;
    }

    /** Whether the actor can have a duty in any round at all. */
    public boolean concernActor() {
        return java.util.Arrays.stream(Duty.values()).anyMatch(duty -> rights.allow(duty.verb()));
    }

    /** The rounds that the actor has a duty in, the newest first. */
    @Transactional(readOnly = true)
    public List<RoundView> rounds() {
        if (!concernActor()) {
            rights.require(Verb.PREPARE_SELECTION);
        }
        return rounds.all().stream().filter(RoundView::hasReader).toList();
    }

    @Transactional(readOnly = true)
    public RoundView round(long id) {
        return rounds.find(id).filter(RoundView::hasReader).orElseThrow(Refusal::notSeen);
    }

    /** What of a round may still be changed. */
    @Transactional(readOnly = true)
    public Stage stage(long id) {
        return standing.stage(round(id).id());
    }

    /** The round for somebody who wants to prepare it. */
    @Transactional(readOnly = true)
    public RoundView roundToPrepare(long id) {
        return roundFor(id, Duty.PREPARER);
    }

    /** The round for somebody who wants to assess units in it. */
    @Transactional(readOnly = true)
    public RoundView roundToAssess(long id) {
        return roundFor(id, Duty.ASSESSOR);
    }

    /**
     * The round for somebody who wants to do something in it.
     *
     * @throws Refusal when the actor has another duty only, or the round is closed
     */
    @Transactional(readOnly = true)
    public RoundView roundFor(long id, Duty duty) {
        RoundView round = round(id);
        if (!round.duties().contains(duty)) {
            throw Refusal.notAllowed("refusal.verb." + duty.verb());
        }
        if (round.isClosed()) {
            throw Refusal.rule("selection.refusal.closed");
        }
        return round;
    }

    /** Opens a round for an organisation; whoever opens it prepares it. */
    @Transactional
    public long open(long owner, RoundDraft draft) {
        rights.require(Verb.PREPARE_SELECTION, owner);
        RoundRules.check(draft);
        long id = rounds.open(owner, draft);
        trail.record(changed(happening("opened", round(id)), null, draft));
        return id;
    }

    /**
     * Changes what a round is, while nothing of it is frozen.
     *
     * @param seen the version that the form showed
     */
    @Transactional
    public void change(long id, int seen, RoundDraft draft) {
        RoundView before = roundToPrepare(id);
        standing.requireOpen(id);
        RoundRules.check(draft);
        if (!rounds.change(id, seen, draft)) {
            throw Refusal.stale();
        }
        trail.record(changed(happening("changed", round(id)), before, draft));
    }

    @Transactional(readOnly = true)
    public List<Participant> people(long id) {
        return people.of(round(id).id());
    }

    /** The ids of those who have a duty in the round now. */
    @Transactional(readOnly = true)
    public List<Long> withDuty(long id, Duty duty) {
        return people(id).stream()
                .filter(one -> one.isThere() && one.duty() == duty)
                .map(Participant::person)
                .toList();
    }

    @Transactional(readOnly = true)
    public List<Candidate> whoMayJoin(long id, Duty duty) {
        return people.whoMayJoin(roundToPrepare(id).id(), duty);
    }

    @Transactional
    public void join(long id, long person, Duty duty) {
        RoundView round = roundToPrepare(id);
        Candidate joining = people.whoMayJoin(id, duty).stream()
                .filter(candidate -> candidate.id() == person)
                .findFirst()
                .orElseThrow(() -> Refusal.rule("selection.refusal.may-not-join"));
        people.join(id, person, duty);
        trail.record(happening("joined", round)
                .changing("person", null, joining.name())
                .changing("duty", null, duty));
    }

    /** Ends a duty. Somebody must always prepare the round. */
    @Transactional
    public void leave(long id, long participant) {
        RoundView round = roundToPrepare(id);
        List<Participant> there =
                people.of(id).stream().filter(Participant::isThere).toList();
        Participant leaving = there.stream()
                .filter(one -> one.id() == participant)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        boolean another = there.stream().anyMatch(one -> one.duty() == Duty.PREPARER && one.id() != participant);
        if (leaving.duty() == Duty.PREPARER && !another) {
            throw Refusal.rule("selection.refusal.last-preparer");
        }
        people.leave(participant);
        trail.record(happening("left", round)
                .changing("person", leaving.name(), null)
                .changing("duty", leaving.duty(), null));
    }

    /** Something that was done in a round, for the log of its organisation. */
    public static Happening happening(String deed, RoundView round) {
        return Happening.of(
                "round." + deed,
                new Happening.Subject("round", Long.toString(round.id()), round.name()),
                round.owner());
    }

    private static Happening changed(
            Happening happening, @org.jspecify.annotations.Nullable RoundView before, RoundDraft after) {
        return happening
                .changing("name", before == null ? null : before.name(), after.name())
                .changing(
                        "purpose",
                        before == null ? null : before.purpose(),
                        after.purpose().text())
                .changing("number-reason", null, after.purpose().numberReasonOrNull())
                .changing("variant", before == null ? null : before.variant(), after.variant())
                .changing("cohort", before == null ? null : before.cohort(), after.cohort())
                .changing("last-year", before == null ? null : before.lastYear(), after.lastYear())
                .changing(
                        "per-organiser",
                        before == null || before.perOrganiser().isEmpty()
                                ? null
                                : before.perOrganiser().getAsInt(),
                        after.perOrganiser())
                .changing("places", before == null ? null : places(before.forms()), places(after.forms()));
    }

    private static String places(List<FormPlaces> forms) {
        return forms.stream().map(form -> form.form() + " " + form.places()).collect(Collectors.joining(", "));
    }
}
