package se.samverkan.intervention.occasion;

import java.util.List;
import java.util.Optional;
import se.samverkan.intervention.commission.CommissionView;
import se.samverkan.intervention.commission.Deed;
import se.samverkan.intervention.commission.Deed.Side;
import se.samverkan.intervention.occasion.PlanVersion.Standing;
import se.samverkan.shared.Refusal;

/**
 * The detailed plan of a commission, as the actor sees it.
 *
 * @param holding the version that was agreed on last
 * @param proposal what one side proposes now
 * @param draft what the actor's own side writes
 * @param earlier what was agreed on, refused or replaced before, the newest first
 */
public record SubPlan(
        CommissionView commission,
        Optional<PlanVersion> holding,
        Optional<PlanVersion> proposal,
        Optional<PlanVersion> draft,
        List<PlanVersion> earlier) {

    /** Of all versions that the actor reads, the newest first. */
    static SubPlan of(CommissionView commission, List<PlanVersion> all) {
        Optional<PlanVersion> holding = with(all, Standing.AGREED);
        Optional<Side> own = side(commission);
        return new SubPlan(
                commission,
                holding,
                with(all, Standing.PROPOSED),
                all.stream()
                        .filter(each -> each.standing() == Standing.DRAFT && own.equals(Optional.of(each.side())))
                        .findFirst(),
                all.stream()
                        .filter(each -> each.settled().isPresent() && !holding.equals(Optional.of(each)))
                        .toList());
    }

    private static Optional<PlanVersion> with(List<PlanVersion> all, Standing standing) {
        return all.stream().filter(each -> each.standing() == standing).findFirst();
    }

    /** Which side the actor acts for, if any. */
    public Optional<Side> side() {
        return side(commission);
    }

    private static Optional<Side> side(CommissionView commission) {
        return commission.answers()
                ? Optional.of(Side.PROVIDER)
                : commission.gives() ? Optional.of(Side.CLIENT) : Optional.empty();
    }

    /** Whether the actor can write in it now. */
    public boolean writes() {
        return side().isPresent() && commission.standing() == Deed.Standing.ACCEPTED;
    }

    /** Whether the other side's proposal waits for the actor. */
    public boolean isToAnswer() {
        return writes()
                && proposal.filter(
                                each -> side().filter(own -> own != each.side()).isPresent())
                        .isPresent();
    }

    /** What a proposal must have seen, so that it answers what stands now. */
    public String seen() {
        return holding.map(PlanVersion::id).orElse(0L) + "-"
                + proposal.map(PlanVersion::id).orElse(0L);
    }

    /** The own draft, for one who writes in it. */
    PlanVersion ownDraft() {
        return draft.orElseThrow(() -> Refusal.rule("occasion.refusal.no-draft"));
    }

    /** The occasion of the draft, for one who changes it: what has been held or cancelled stays as it is. */
    Occasion toChange(long occasion) {
        Occasion before = ownDraft().find(occasion).orElseThrow(Refusal::notSeen);
        if (!before.isPlanned()) {
            throw Refusal.rule("occasion.refusal.been." + before.standing());
        }
        return before;
    }
}
