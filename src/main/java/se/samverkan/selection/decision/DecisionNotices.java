package se.samverkan.selection.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.samverkan.access.Holders;
import se.samverkan.access.Verb;
import se.samverkan.notice.Notice;
import se.samverkan.notice.NoticeText;
import se.samverkan.notice.Notices;
import se.samverkan.notice.Urgency;
import se.samverkan.selection.round.Duty;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.page.Words;

/**
 * Tells a round's people whose turn it is, and the organisers concerned once the decision is shared. Until then no
 * organisation's system is told, since nobody but the round's people knows of it.
 */
@Component
class DecisionNotices implements NoticeText {

    private static final String PROPOSED = "selection.proposed";
    private static final String HANDED_BACK = "selection.handed-back";
    private static final String DECIDED = "selection.decided";
    private static final String SHARED = "selection.decision-shared";
    private static final String ROUND = "round";

    private final Notices notices;
    private final Holders holders;
    private final SelectionRounds rounds;
    private final StoredDecisions decisions;
    private final SharedDecisions shared;

    DecisionNotices(
            Notices notices,
            Holders holders,
            SelectionRounds rounds,
            StoredDecisions decisions,
            SharedDecisions shared) {
        this.notices = notices;
        this.holders = holders;
        this.rounds = rounds;
        this.decisions = decisions;
        this.shared = shared;
    }

    void proposed(long round) {
        tellThose(PROPOSED, round, Duty.DECIDER);
    }

    void handedBack(long round) {
        tellThose(HANDED_BACK, round, Duty.PREPARER);
    }

    void decided(long round) {
        tellThose(DECIDED, round, Duty.REVEALER);
    }

    private void tellThose(String kind, long round, Duty duty) {
        notices.tell(new Notice(kind, Urgency.MUST_ACT, rounds.withDuty(round, duty), List.of(), about(round)));
    }

    void shared(long round, long organiser) {
        notices.tell(
                new Notice(SHARED, Urgency.DIGEST, holders.of(Verb.READ_DECISION, organiser), organiser, about(round)));
    }

    private static Map<String, String> about(long round) {
        return Map.of(ROUND, Long.toString(round));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(PROPOSED, HANDED_BACK, DECIDED, SHARED);
    }

    @Override
    public Set<String> kindsForSystems() {
        return Set.of(SHARED);
    }

    @Override
    public Optional<Told> tell(String kind, Map<String, String> about, Words words) {
        long id = Long.parseLong(about.getOrDefault(ROUND, "0"));
        if (kind.equals(SHARED)) {
            return Optional.of(new Told(List.of(shared.decision(id).name()), "/selection/decisions/" + id));
        }
        RoundView round = rounds.round(id);
        DecisionView view = decisions.of(id);
        boolean waits = switch (kind) {
            case PROPOSED -> view.open().isPresent();
            case HANDED_BACK -> view.open().isEmpty() && view.decision().isEmpty();
            default -> !decisions.ending(id).isShared();
        };
        String page = kind.equals(DECIDED) ? "sharing" : "decision";
        return waits && !round.isClosed()
                ? Optional.of(new Told(List.of(round.name()), "/selection/" + id + "/" + page))
                : Optional.empty();
    }
}
