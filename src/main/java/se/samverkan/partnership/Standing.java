package se.samverkan.partnership;

/**
 * Where a partnership stands, or a unit in it: proposed, offered, accepted or declined or lapsed, running, paused, ended. What
 * made it so are its decisions.
 */
public enum Standing {
    PROPOSED,
    OFFERED,
    ACCEPTED,
    RUNNING,
    PAUSED,
    DECLINED,
    LAPSED,
    /** An offer was taken back, or the organiser withdrew its yes before the start. */
    WITHDRAWN,
    /** A unit is no longer in it, while the partnership goes on. */
    LEFT,
    DISCONTINUED,
    COMPLETED;

    /** Whether something may still happen in it. */
    public boolean isLive() {
        return switch (this) {
            case PROPOSED, OFFERED, ACCEPTED, RUNNING, PAUSED -> true;
            case DECLINED, LAPSED, WITHDRAWN, LEFT, DISCONTINUED, COMPLETED -> false;
        };
    }
}
