package se.samverkan.selection.decision;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.selection.round.Standing;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/** The door that closes a round: from then on nothing in it is changed. One that never came to a decision needs a reason. */
@Component
class Closing {

    private final SelectionRounds rounds;
    private final Standing standing;
    private final StoredDecisions decisions;
    private final JdbcClient database;
    private final AuditTrail trail;

    Closing(
            SelectionRounds rounds,
            Standing standing,
            StoredDecisions decisions,
            JdbcClient database,
            AuditTrail trail) {
        this.rounds = rounds;
        this.standing = standing;
        this.decisions = decisions;
        this.database = database;
        this.trail = trail;
    }

    /** That a round is closed, by whom and why. */
    record Closed(String reason, String by, Instant at) {}

    @Transactional(readOnly = true)
    public Optional<Closed> of(long round) {
        return database.sql("""
                        select reason, selection.name_in(round, closed_by) as by, closed_at
                        from selection.closing where round = ?
                        """)
                .param(rounds.round(round).id())
                .query((row, n) -> new Closed(
                        row.getString("reason"),
                        row.getString("by"),
                        row.getTimestamp("closed_at").toInstant()))
                .optional();
    }

    /** Whether it needs a reason: it does unless a decision was made. */
    @Transactional(readOnly = true)
    public boolean needsReason(long round) {
        return !decisions.isMade(rounds.round(round).id());
    }

    /**
     * Ends a round: nothing in it is changed any more.
     *
     * @param reason why it ends; may be empty where a decision was made
     */
    @Transactional
    public void close(long id, FreeText reason) {
        RoundView round = rounds.roundToPrepare(id);
        standing.lock(id);
        if (of(id).isPresent()) {
            throw Refusal.rule("selection.refusal.closed");
        }
        if (reason.text().isBlank() && needsReason(id)) {
            throw Refusal.rule("selection.refusal.closing-reason");
        }
        database.sql("insert into selection.closing (round, reason) values (?, ?)")
                .params(id, reason.text())
                .update();
        trail.record(SelectionRounds.happening("closed", round)
                .changing("reason", null, reason.text().isEmpty() ? null : reason.text())
                .changing("number-reason", null, reason.numberReasonOrNull()));
    }
}
