package se.samverkan.followup.checkpoint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.samverkan.discussion.CommentView;
import se.samverkan.followup.checkpoint.CheckpointDraft.Given;
import se.samverkan.followup.checkpoint.CheckpointDraft.Judged;
import se.samverkan.followup.goal.GoalSeries;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.sign.NoteView;
import se.samverkan.followup.sign.SignState;
import se.samverkan.followup.sign.SignView;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.page.SentForm;

/**
 * A checkpoint with all that is known already.
 *
 * @param before the last one before it that was held
 * @param signs the signs that stand in the plan
 * @param gone the signs that something is said or was seen of, and that were amended away
 * @param notes what was seen of each sign since the checkpoint before, the newest first
 * @param leads whether the reader says what it led to
 * @param comments what those who read it have said of it
 */
record CheckpointNow(
        FollowedPlan followed,
        CheckpointView checkpoint,
        Optional<CheckpointView> before,
        List<SignView> signs,
        List<SignView> gone,
        Map<Long, List<NoteView>> notes,
        List<GoalSeries> goals,
        boolean leads,
        List<CommentView> comments,
        List<RecordLog.Line> log) {

    /** What its comments are about. */
    static String part(CheckpointView checkpoint) {
        return "checkpoint-" + checkpoint.term().key();
    }

    String part() {
        return part(checkpoint);
    }

    CheckpointForm form() {
        return new CheckpointForm(followed, signs);
    }

    boolean writes() {
        return followed.writes() && followed.isLive() && !checkpoint.standing().isOver();
    }

    boolean decides() {
        return followed.closes() && followed.isLive();
    }

    List<NoteView> notes(SignView sign) {
        return notes.getOrDefault(sign.id(), List.of());
    }

    /** How far a sign had come at the checkpoint before. */
    Optional<SignState> before(SignView sign) {
        return before.flatMap(each -> Optional.ofNullable(each.said().signs().get(sign.id())))
                .map(Judged::state);
    }

    Optional<Given> before(long intervention) {
        return before.flatMap(
                each -> Optional.ofNullable(each.said().interventions().get(intervention)));
    }

    /** The form as it is shown: what is said; in one that nobody has written in, what is known since before. */
    SentForm filled() {
        SentForm form = form().form(checkpoint.version(), checkpoint.said());
        if (checkpoint.standing() != CheckpointView.Standing.AWAITED) {
            return form;
        }
        for (SignView sign : signs) {
            Optional<SignState> known = notes(sign).stream()
                    .filter(NoteView::counts)
                    .findFirst()
                    .map(NoteView::state)
                    .or(() -> before(sign));
            form = form.with(
                    CheckpointForm.SIGN + sign.id(), known.map(SignState::name).orElse(""));
        }
        for (var part : followed.plan().interventions()) {
            Optional<InterventionState> known = before(part.id())
                    .map(Given::state)
                    .filter(state -> state == InterventionState.DONE || state == InterventionState.STOPPED);
            if (known.filter(state -> state == InterventionState.DONE).isPresent()) {
                form = form.with(CheckpointForm.INTERVENTION + part.id(), InterventionState.DONE.name());
            } else if (known.isEmpty() && part.goesOnIn(checkpoint.term())) {
                form = form.with(CheckpointForm.INTERVENTION + part.id(), InterventionState.GOES_ON.name());
            }
        }
        return form;
    }

    /** The field of the sign or the intervention that is next to be answered: what is open when the page is; empty when all are. */
    String next(SentForm form) {
        return Stream.concat(
                        signs.stream().map(each -> CheckpointForm.SIGN + each.id()),
                        followed.plan().interventions().stream().map(each -> CheckpointForm.INTERVENTION + each.id()))
                .filter(field -> form.text(field).isEmpty())
                .findFirst()
                .orElse("");
    }
}
