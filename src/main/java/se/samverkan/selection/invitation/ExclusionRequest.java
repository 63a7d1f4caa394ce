package se.samverkan.selection.invitation;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samverkan.selection.round.RoundMaterial.Reason;

/**
 * A proposal of an invited organiser to leave out one of its units (förslag till undantag). Whoever prepares the round
 * answers it; until then the organiser may take it back.
 *
 * @param id its id
 * @param invitation the invitation that it answers
 * @param organiser what the organiser is called
 * @param unit the unit's id
 * @param key the unit's key
 * @param name what the unit was called
 * @param reason why
 * @param note in own words; may be empty
 * @param madeBy who proposed it
 * @param madeAt when
 * @param withdrawnBy who took it back, or null
 * @param answer what was answered
 */
record ExclusionRequest(
        long id,
        long invitation,
        String organiser,
        long unit,
        String key,
        String name,
        Reason reason,
        String note,
        String madeBy,
        Instant madeAt,
        @Nullable String withdrawnBy,
        Optional<Answer> answer) {

    /** What an organiser can give as a reason; whether a unit can be compared with others is not for it to say. */
    static final List<Reason> REASONS = List.copyOf(EnumSet.complementOf(EnumSet.of(Reason.NOT_COMPARABLE)));

    /**
     * An answer.
     *
     * @param accepted whether the unit was excluded
     * @param takenBack whether that exclusion has been taken back since
     * @param words why not, where it was not; may be empty else
     * @param by who answered
     * @param at when
     */
    record Answer(boolean accepted, boolean takenBack, String words, String by, Instant at) {}

    /** How far it has come. */
    enum State {
        WAITING,
        WITHDRAWN,
        ACCEPTED,
        DECLINED,
        TAKEN_BACK
    }

    State state() {
        if (withdrawnBy != null) {
            return State.WITHDRAWN;
        }
        return answer.map(told ->
                        !told.accepted() ? State.DECLINED : told.takenBack() ? State.TAKEN_BACK : State.ACCEPTED)
                .orElse(State.WAITING);
    }

    boolean isWaiting() {
        return state() == State.WAITING;
    }
}
