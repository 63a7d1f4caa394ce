package se.samverkan.selection.decision;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.selection.allotment.AllotmentView;
import se.samverkan.selection.allotment.AllotmentView.Method;
import se.samverkan.selection.allotment.StoredAllotments;
import se.samverkan.selection.round.Duty;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.selection.round.Standing;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door through which a decision leaves the round: once, to every organiser with a unit in the allotment. Until then none
 * of them knows that the round exists, unless it was invited to a draw.
 */
@Component
public class Sharing {

    private final SelectionRounds rounds;
    private final Standing standing;
    private final StoredDecisions decisions;
    private final StoredAllotments allotments;
    private final JdbcClient database;
    private final AuditTrail trail;
    private final DecisionNotices notices;
    private final DecisionDispatch dispatch;

    Sharing(
            SelectionRounds rounds,
            Standing standing,
            StoredDecisions decisions,
            StoredAllotments allotments,
            JdbcClient database,
            AuditTrail trail,
            DecisionNotices notices,
            DecisionDispatch dispatch) {
        this.rounds = rounds;
        this.standing = standing;
        this.decisions = decisions;
        this.allotments = allotments;
        this.database = database;
        this.trail = trail;
        this.notices = notices;
        this.dispatch = dispatch;
    }

    /** How it was shared, once it is. */
    @Transactional(readOnly = true)
    public Optional<SharingView> of(long round) {
        return database.sql("""
                        select message, list_is_public, selection.name_in(round, shared_by) as by, shared_at
                        from selection.sharing where round = ?
                        """)
                .param(rounds.round(round).id())
                .query((row, n) -> new SharingView(
                        row.getString("message"),
                        row.getBoolean("list_is_public"),
                        row.getString("by"),
                        row.getTimestamp("shared_at").toInstant()))
                .optional();
    }

    /** The organisers that are told or would be, with how many of their units the decision names. */
    @Transactional(readOnly = true)
    public List<Concerned> concerned(long round) {
        return allotments.find(rounds.round(round).id()).map(Sharing::concerned).orElse(List.of());
    }

    /** An organiser that a decision concerns. */
    public record Concerned(long organiser, String name, int units) {

        private Concerned andOneMore() {
            return new Concerned(organiser, name, units + 1);
        }
    }

    private static List<Concerned> concerned(AllotmentView allotment) {
        Map<Long, Concerned> found = new TreeMap<>();
        allotment.units().stream()
                .map(each -> each.unit().place())
                .forEach(place -> found.merge(
                        place.organiser(),
                        new Concerned(place.organiser(), place.organiserName(), 1),
                        (before, one) -> before.andOneMore()));
        return found.values().stream()
                .sorted(Comparator.comparing(
                        Concerned::name, java.text.Collator.getInstance(se.samverkan.shared.page.Words.SWEDISH)))
                .toList();
    }

    /**
     * Shares the decision with every organiser concerned.
     *
     * @param listIsPublic whether anybody may read the list of the draw; by assessment there is none
     */
    @Transactional
    public void share(long id, FreeText message, boolean listIsPublic) {
        RoundView round = rounds.roundFor(id, Duty.REVEALER);
        standing.lock(id);
        if (!decisions.isMade(id)) {
            throw Refusal.rule("selection.refusal.not-decided");
        }
        if (of(id).isPresent()) {
            throw Refusal.rule("selection.refusal.shared");
        }
        AllotmentView allotment = allotments.find(id).orElseThrow(Refusal::notSeen);
        boolean withList = listIsPublic && allotment.method() == Method.LOT;
        database.sql("insert into selection.sharing (round, message, list_is_public) values (?, ?, ?)")
                .params(id, message.text(), withList)
                .update();
        List<Concerned> told = concerned(allotment);
        for (Concerned each : told) {
            database.sql("insert into selection.shared_with (round, organiser) values (?, ?)")
                    .params(id, each.organiser())
                    .update();
        }
        dispatch.send(round, told.stream().map(Concerned::organiser).toList(), message);
        trail.record(SelectionRounds.happening("shared", round)
                .changing("organisers", null, told.size())
                .changing("list-is-public", null, withList)
                .changing("number-reason", null, message.numberReasonOrNull()));
        told.forEach(each -> notices.shared(id, each.organiser()));
    }
}
