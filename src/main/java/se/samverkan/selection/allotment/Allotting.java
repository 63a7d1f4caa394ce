package se.samverkan.selection.allotment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.selection.OfferWatch;
import se.samverkan.selection.allotment.AllotmentView.Method;
import se.samverkan.selection.allotment.StoredAllotments.Commitment;
import se.samverkan.selection.method.Draw;
import se.samverkan.selection.method.DrawList;
import se.samverkan.selection.method.DrawList.Entry;
import se.samverkan.selection.method.Utf8;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.selection.round.Standing;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;

/**
 * The door to the allotment of a round's places, once and before any offer. By lot it goes in three steps, each in its own
 * transaction: the seed is committed to, the list is frozen, and the draw is made. By assessment see {@link Choosing}.
 */
@Component
public class Allotting {

    private final SelectionRounds rounds;
    private final Standing standing;
    private final StoredBases bases;
    private final Planning planning;
    private final StoredAllotments allotments;
    private final List<OfferWatch> watches;
    private final AuditTrail trail;

    Allotting(
            SelectionRounds rounds,
            Standing standing,
            StoredBases bases,
            Planning planning,
            StoredAllotments allotments,
            List<OfferWatch> watches,
            AuditTrail trail) {
        this.rounds = rounds;
        this.standing = standing;
        this.bases = bases;
        this.planning = planning;
        this.allotments = allotments;
        this.watches = watches;
        this.trail = trail;
    }

    @Transactional(readOnly = true)
    public Optional<AllotmentView> allotment(long round) {
        return allotments.find(rounds.round(round).id());
    }

    /** How the places are or will be allotted, without the units. */
    @Transactional(readOnly = true)
    public Optional<AllotmentView.Method> method(long round) {
        return allotments.method(rounds.round(round).id());
    }

    @Transactional(readOnly = true)
    public Optional<Commitment> commitment(long round) {
        return allotments.commitment(rounds.round(round).id());
    }

    /** The file of the list that is or was drawn from, byte by byte. */
    @Transactional(readOnly = true)
    public Optional<byte[]> list(long round) {
        return allotments.list(rounds.round(round).id());
    }

    /** Commits to a seed that nobody has seen; its checksum is shown from now on. */
    @Transactional
    public void commitSeed(long id) {
        RoundView round = rounds.roundToPrepare(id);
        standing.lock(id);
        if (allotments.commitment(id).isPresent()) {
            throw Refusal.rule("selection.refusal.seed-twice");
        }
        requireNoOffers(id);
        allotments.commitSeed(id);
        trail.record(SelectionRounds.happening("seed-committed", round)
                .changing(
                        "checksum",
                        null,
                        allotments.commitment(id).orElseThrow().checksum()));
    }

    /** What is drawn among if units are kept apart so: the list as it would be frozen. */
    @Transactional(readOnly = true)
    public List<Entry> proposed(long round, Grouping grouping) {
        rounds.round(round);
        return bases.all(round).stream()
                .findFirst()
                .filter(BasisView::stands)
                .map(basis -> entries(basis, grouping))
                .orElse(List.of());
    }

    private List<Entry> entries(BasisView basis, Grouping grouping) {
        return DrawPlan.entries(
                bases.units(basis.round(), basis.version()), basis.forms(), basis.perOrganiser(), grouping);
    }

    /** Freezes the list of the draw. From now on nothing in the round can be changed; what remains is to draw. */
    @Transactional
    public void freezeList(long id, Grouping grouping) {
        RoundView round = rounds.roundToPrepare(id);
        BasisView basis = requireReady(id);
        requireNoThreshold(id);
        if (allotments.commitment(id).isEmpty()) {
            throw Refusal.rule("selection.refusal.no-seed");
        }
        List<Entry> entries = entries(basis, grouping);
        if (entries.isEmpty()) {
            throw Refusal.rule("selection.refusal.no-pairs");
        }
        byte[] file = DrawList.write(entries);
        allotments.write(
                id,
                basis.version(),
                plan(id),
                Method.LOT,
                grouping,
                new String(file, java.nio.charset.StandardCharsets.UTF_8));
        trail.record(SelectionRounds.happening("list-frozen", round)
                .changing("checksum", null, Utf8.sha256(file))
                .changing("grouping", null, grouping));
    }

    /** Draws from the frozen list. It can only be done once, and whoever did it could not know what would come of it. */
    @Transactional
    public Draw draw(long id) {
        RoundView round = rounds.roundToPrepare(id);
        standing.lock(id);
        requireNoOffers(id);
        AllotmentView allotment =
                allotments.find(id).orElseThrow(() -> Refusal.rule("selection.refusal.not-drawn-list"));
        if (allotment.isDone()) {
            throw Refusal.rule("selection.refusal.allotted");
        }
        DrawList list = DrawList.read(allotments.list(id).orElseThrow());
        Draw draw = Draw.of(list, allotments.drawSeed(id));
        BasisView basis = bases.all(id).getFirst();
        allotments.write(id, DrawPlan.allotted(draw, list, bases.units(id, basis.version()), basis.forms()));
        trail.record(SelectionRounds.happening("drawn", round)
                .changing("seed-checksum", null, draw.seedSha256())
                .changing("checksum", null, draw.listSha256())
                .changing("pairs", null, draw.pairs().size()));
        return draw;
    }

    /**
     * What places are allotted from: the basis that stands, with a plan, and nothing offered yet.
     *
     * @throws Refusal with what is missing
     */
    BasisView requireReady(long round) {
        standing.lock(round);
        requireNoOffers(round);
        switch (standing.stage(round)) {
            case OPEN -> throw Refusal.rule("selection.refusal.not-frozen");
            case LISTED, ALLOTTED -> throw Refusal.rule("selection.refusal.allotted");
            case FROZEN -> {
                if (planning.of(round).isEmpty()) {
                    throw Refusal.rule("selection.refusal.no-plan");
                }
            }
        }
        return bases.all(round).getFirst();
    }

    /** The needs index from which the plan that is locked now lets units be offered support. */
    Optional<BigDecimal> threshold(long round) {
        return planning.of(round).stream()
                .findFirst()
                .flatMap(plan -> plan.draft().threshold());
    }

    /** @throws Refusal where the plan says that a threshold decides, and nothing else */
    void requireNoThreshold(long round) {
        if (threshold(round).isPresent()) {
            throw Refusal.rule("selection.refusal.threshold-decides");
        }
    }

    /** The version of the plan that is locked now. */
    int plan(long round) {
        return planning.of(round).getFirst().version();
    }

    private void requireNoOffers(long round) {
        if (watches.stream().anyMatch(watch -> watch.hasOffers(round))) {
            throw Refusal.rule("selection.refusal.offered");
        }
    }
}
