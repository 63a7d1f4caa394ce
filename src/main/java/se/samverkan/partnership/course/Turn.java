package se.samverkan.partnership.course;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import se.samverkan.partnership.Standing;

/** A turn that people decide on in a partnership that has started; a unit can leave, the others are of the whole. */
public enum Turn {
    PAUSE,
    RESUME,
    DISCONTINUE,
    LEAVE;

    /** The turn of an address, such as {@code pause}. */
    public static Optional<Turn> ofPath(String path) {
        return Arrays.stream(values()).filter(turn -> turn.path().equals(path)).findFirst();
    }

    /** What stands in an address. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it can be made where a partnership or a unit stands. */
    public boolean canFollow(Standing standing) {
        return decision(true).canFollow(standing) && standing != Standing.ACCEPTED;
    }

    /** The decision that it is, made by the agency or by the organiser. */
    DecisionKind decision(boolean byAgency) {
        return switch (this) {
            case PAUSE -> DecisionKind.PAUSED;
            case RESUME -> DecisionKind.RESUMED;
            case DISCONTINUE -> byAgency ? DecisionKind.DISCONTINUED_BY_AGENCY : DecisionKind.DISCONTINUED_BY_ORGANISER;
            case LEAVE -> DecisionKind.LEFT;
        };
    }
}
