package se.samverkan.followup.checkpoint;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.discussion.Discussion;
import se.samverkan.followup.goal.Goals;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.followup.sign.NoteView;
import se.samverkan.followup.sign.SignView;
import se.samverkan.followup.sign.Signs;
import se.samverkan.shared.Period;
import se.samverkan.shared.RecordLog;

/** Gathers what a checkpoint shows: what the group says, and what others have seen since the one before. */
@Component
class CheckpointReading {

    private static final int MOST_LINES = 30;

    private final FollowedPlans plans;
    private final Checkpoints checkpoints;
    private final Signs signs;
    private final Goals goals;
    private final Discussion discussion;
    private final RecordLog log;

    CheckpointReading(
            FollowedPlans plans,
            Checkpoints checkpoints,
            Signs signs,
            Goals goals,
            Discussion discussion,
            RecordLog log) {
        this.plans = plans;
        this.checkpoints = checkpoints;
        this.signs = signs;
        this.goals = goals;
        this.discussion = discussion;
        this.log = log;
    }

    @Transactional(readOnly = true)
    public CheckpointNow read(long id, Period term) {
        FollowedPlan plan = plans.plan(id);
        List<CheckpointView> all = checkpoints.ofPlan(plan);
        CheckpointView checkpoint = checkpoints.of(plan, term, all);
        Optional<CheckpointView> before = before(all, term);
        List<SignView> every = signs.ofPlan(plan);
        Map<Long, List<NoteView>> notes = signs.notes(plan).stream()
                .filter(note -> note.standing() != NoteView.Standing.SET_ASIDE)
                .filter(note -> isSince(before, term, note.seenOn()))
                .collect(Collectors.groupingBy(NoteView::sign));
        return new CheckpointNow(
                plan,
                checkpoint,
                before,
                every.stream().filter(SignView::stands).toList(),
                every.stream()
                        .filter(sign -> !sign.stands())
                        .filter(sign ->
                                checkpoint.said().signs().containsKey(sign.id()) || notes.containsKey(sign.id()))
                        .toList(),
                notes,
                goals.of(plan),
                plan.isLive() && plans.leads(plan),
                discussion.of("followup", id).getOrDefault(CheckpointNow.part(checkpoint), List.of()),
                log.of("followup", Long.toString(id), MOST_LINES));
    }

    /** The last one before a term that was not skipped. */
    private static Optional<CheckpointView> before(List<CheckpointView> all, Period term) {
        return all.stream()
                .filter(each -> each.term().compareTo(term) < 0)
                .filter(each -> each.standing() != CheckpointView.Standing.SKIPPED)
                .reduce((one, other) -> other);
    }

    /** Whether a day lies after the term of the checkpoint before, and not after this one's. */
    private static boolean isSince(Optional<CheckpointView> before, Period term, LocalDate day) {
        return before.filter(each -> day.isBefore(each.term().plusTerms(1).firstDayOfTerm()))
                        .isEmpty()
                && day.isBefore(term.plusTerms(1).firstDayOfTerm());
    }
}
