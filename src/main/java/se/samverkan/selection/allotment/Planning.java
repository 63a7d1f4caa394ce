package se.samverkan.selection.allotment;

import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.Indicators;

/**
 * The door to the pre-analysis plan: locked as it is written, before anybody is chosen. It may be changed, but only as a
 * new version that says why, and the old ones stay.
 */
@Component
public class Planning {

    private final SelectionRounds rounds;
    private final Indicators indicators;
    private final JdbcClient database;
    private final AuditTrail trail;

    Planning(SelectionRounds rounds, Indicators indicators, JdbcClient database, AuditTrail trail) {
        this.rounds = rounds;
        this.indicators = indicators;
        this.database = database;
        this.trail = trail;
    }

    /** The versions, the newest first. */
    @Transactional(readOnly = true)
    public List<PlanView> versions(long round) {
        return of(rounds.round(round).id());
    }

    /** The versions of a round that the asker has been let into. */
    public List<PlanView> of(long round) {
        return database.sql("""
                        select p.version, p.content, encode(p.checksum, 'hex') as checksum, p.reason,
                            selection.name_in(p.round, p.written_by) as by, p.written_at,
                            exists (select from selection.allotment a
                                where a.round = p.round and a.made_at < p.written_at) as late
                        from selection.plan p where p.round = ? order by p.version desc
                        """)
                .param(round)
                .query((row, n) -> new PlanView(
                        row.getInt("version"),
                        PlanDraft.read(row.getString("content")),
                        row.getString("content"),
                        row.getString("checksum"),
                        row.getString("reason"),
                        row.getString("by"),
                        row.getTimestamp("written_at").toInstant(),
                        row.getBoolean("late")))
                .list();
    }

    /**
     * Locks a plan, or a new version of it.
     *
     * @param seen the version that the form showed, 0 for none
     * @param reason why it is changed; not asked for of the first
     */
    @Transactional
    public int lock(long id, int seen, PlanDraft draft, String reason) {
        RoundView round = rounds.roundToPrepare(id);
        draft.check();
        if (draft.outcomes().stream()
                .anyMatch(outcome -> indicators.find(outcome.indicator()).isEmpty())) {
            throw Refusal.rule("selection.refusal.no-outcome");
        }
        Optional<PlanView> before = of(id).stream().findFirst();
        if (before.map(PlanView::version).orElse(0) != seen) {
            throw Refusal.stale();
        }
        if (seen > 0 && reason.isBlank()) {
            throw Refusal.rule("selection.refusal.reason");
        }
        write(id, seen + 1, draft, seen == 0 ? "" : reason);
        trail.record(SelectionRounds.happening("plan-locked", round)
                .changing("plan-version", seen == 0 ? null : seen, seen + 1)
                .changing(
                        "checksum",
                        before.map(PlanView::checksum).orElse(null),
                        of(id).getFirst().checksum())
                .changing("reason", null, seen == 0 ? null : reason));
        return seen + 1;
    }

    private void write(long round, int version, PlanDraft draft, String reason) {
        try {
            database.sql("insert into selection.plan (round, version, reason, content) values (?, ?, ?, ?)")
                    .params(round, version, reason, draft.text())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Refusal.stale();
        }
    }
}
