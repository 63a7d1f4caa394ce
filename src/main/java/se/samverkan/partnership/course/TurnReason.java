package se.samverkan.partnership.course;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The coded reasons for a turn in the course of a partnership, and for which turns each can be given. */
public enum TurnReason {
    REORGANISATION(Turn.PAUSE, Turn.DISCONTINUE),
    CHANGE_OF_LEADERSHIP(Turn.PAUSE, Turn.DISCONTINUE),
    NO_TIME(Turn.PAUSE, Turn.DISCONTINUE, Turn.LEAVE),
    NEEDS_MET(Turn.DISCONTINUE, Turn.LEAVE),
    NOT_FOLLOWED(Turn.DISCONTINUE),
    READY_AGAIN(Turn.RESUME),
    CLOSED(Turn.LEAVE),
    MERGED(Turn.LEAVE),
    MOVED(Turn.LEAVE),
    OTHER(Turn.values());

    private final Set<Turn> turns;

    TurnReason(Turn... turns) {
        this.turns = Set.of(turns);
    }

    /** Those that can be given for a turn, in the order in which they are offered. */
    public static List<TurnReason> of(Turn turn) {
        return Arrays.stream(values())
                .filter(reason -> reason.turns.contains(turn))
                .toList();
    }
}
