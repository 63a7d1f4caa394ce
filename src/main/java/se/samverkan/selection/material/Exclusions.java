package se.samverkan.selection.material;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.organisation.UnitView;
import se.samverkan.selection.material.StoredExclusions.Kept;
import se.samverkan.selection.round.RoundMaterial;
import se.samverkan.selection.round.RoundMaterial.Exclusion;
import se.samverkan.selection.round.RoundMaterial.Reason;
import se.samverkan.selection.round.RoundUnits;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.selection.round.Standing;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to the exclusions of a round: whom it shall not choose, for a coded reason, before anything is drawn or
 * decided. An excluded unit stays in sight and counts nowhere.
 */
@Component
public class Exclusions {

    private final SelectionRounds rounds;
    private final RoundMaterial material;
    private final Standing standing;
    private final StoredExclusions stored;
    private final RoundUnits units;
    private final AuditTrail trail;

    Exclusions(
            SelectionRounds rounds,
            RoundMaterial material,
            Standing standing,
            StoredExclusions stored,
            RoundUnits units,
            AuditTrail trail) {
        this.rounds = rounds;
        this.material = material;
        this.standing = standing;
        this.stored = stored;
        this.units = units;
        this.trail = trail;
    }

    /** Those that stand, by unit; none where the actor is not of the round. */
    @Transactional(readOnly = true)
    public List<Exclusion> standing(long round) {
        return material.exclusions(round);
    }

    /** All with who made them, the newest first. */
    @Transactional(readOnly = true)
    public List<Kept> all(long round) {
        return stored.all(rounds.round(round).id());
    }

    /**
     * Leaves a unit out of a round.
     *
     * @param unit the key of a unit of one of the round's school forms
     * @throws Refusal when it is excluded already, or when a reason of its own is not told in words
     */
    @Transactional
    public void exclude(long round, String unit, Reason reason, FreeText note) {
        RoundView prepared = rounds.roundToPrepare(round);
        standing.requireOpen(round);
        UnitView excluded = units.of(prepared, unit);
        if (reason == Reason.OTHER && note.text().isBlank()) {
            throw Refusal.rule("selection.refusal.exclusion-note");
        }
        if (!stored.add(round, excluded.id(), reason, note.text())) {
            throw Refusal.rule("selection.refusal.excluded-already", excluded.name());
        }
        trail.record(SelectionRounds.happening("excluded", prepared)
                .changing("unit", null, excluded.name())
                .changing("exclusion-reason", null, reason)
                .changing("number-reason", null, note.numberReasonOrNull()));
    }

    @Transactional
    public void withdraw(long round, long id) {
        RoundView prepared = rounds.roundToPrepare(round);
        standing.requireOpen(round);
        Kept kept = stored.all(round).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        if (!stored.withdraw(id)) {
            throw Refusal.rule("selection.refusal.withdrawn-already");
        }
        trail.record(SelectionRounds.happening("exclusion-withdrawn", prepared)
                .changing("unit", units.name(kept.unit()), null)
                .changing("exclusion-reason", kept.reason(), null));
    }
}
