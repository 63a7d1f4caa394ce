package se.samverkan.selection.decision;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.selection.allotment.Allotted;
import se.samverkan.selection.allotment.StoredAllotments;
import se.samverkan.selection.allotment.StoredBases;
import se.samverkan.selection.decision.OfferList.Reason;
import se.samverkan.selection.decision.OfferList.Replacement;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.selection.round.Standing;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to the reserves of a decided round: when a unit will not take part, the next reserve takes its place, in the order
 * that the allotment fixed. Whom a place went to first is never forgotten, since effects are told as allotted.
 */
@Component
public class Reserves {

    private final SelectionRounds rounds;
    private final Standing standing;
    private final StoredAllotments allotments;
    private final StoredBases bases;
    private final StoredDecisions decisions;
    private final JdbcClient database;
    private final AuditTrail trail;

    Reserves(
            SelectionRounds rounds,
            Standing standing,
            StoredAllotments allotments,
            StoredBases bases,
            StoredDecisions decisions,
            JdbcClient database,
            AuditTrail trail) {
        this.rounds = rounds;
        this.standing = standing;
        this.allotments = allotments;
        this.bases = bases;
        this.decisions = decisions;
        this.database = database;
        this.trail = trail;
    }

    /** Who is to be offered support now; empty before there is a decision. */
    @Transactional(readOnly = true)
    public Optional<OfferList> offers(long id) {
        RoundView round = rounds.round(id);
        return decisions.isMade(round.id()) ? Optional.of(of(id)) : Optional.empty();
    }

    private OfferList of(long round) {
        return new OfferList(
                allotments.find(round).orElseThrow(Refusal::notSeen), replacements(round), bases.perOrganiser(round));
    }

    /** The units that have been left out since, in the order that it happened. */
    public List<Replacement> replacements(long round) {
        return database.sql("""
                        select unit, reason, note, reserve, selection.name_in(round, made_by) as by, made_at
                        from selection.replacement where round = ? order by made_at, unit
                        """)
                .param(round)
                .query((row, n) -> new Replacement(
                        row.getLong("unit"),
                        Reason.valueOf(row.getString("reason")),
                        row.getString("note"),
                        Optional.ofNullable(row.getObject("reserve", Long.class)),
                        row.getString("by"),
                        row.getTimestamp("made_at").toInstant()))
                .list();
    }

    /**
     * Leaves out a unit and takes in the next reserve, where one is left.
     *
     * @param unit the id of a unit that is to be offered support
     * @return the reserve that took the place
     */
    @Transactional
    public Optional<Allotted> replace(long id, long unit, Reason reason, FreeText note) {
        RoundView round = rounds.roundToPrepare(id);
        standing.lock(id);
        if (!decisions.isMade(id)) {
            throw Refusal.rule("selection.refusal.not-decided");
        }
        OfferList offers = of(id);
        Allotted leaving = offers.find(unit).orElseThrow(Refusal::notSeen);
        if (!offers.standing(leaving.unit().form()).contains(leaving)) {
            throw Refusal.rule(
                    "selection.refusal.not-standing", leaving.unit().place().name());
        }
        if (reason == Reason.OTHER && note.text().isBlank()) {
            throw Refusal.rule("selection.refusal.replacement-note");
        }
        Optional<Allotted> reserve = offers.next(leaving);
        database.sql("insert into selection.replacement (round, unit, reason, note, reserve) values (?, ?, ?, ?, ?)")
                .param(id)
                .param(unit)
                .param(reason.name())
                .param(note.text())
                .param(reserve.map(each -> each.unit().unit()).orElse(null))
                .update();
        trail.record(SelectionRounds.happening("replaced", round)
                .changing(
                        "unit",
                        leaving.unit().place().name(),
                        reserve.map(each -> each.unit().place().name()).orElse(null))
                .changing("replacement-reason", null, reason)
                .changing("number-reason", null, note.numberReasonOrNull()));
        return reserve;
    }
}
