package se.samverkan.partnership.course;

import java.util.EnumSet;
import java.util.Set;
import se.samverkan.partnership.Standing;

/**
 * What can be decided about a partnership or about a unit in it: where it may stand before, and where it stands after. The
 * standing after is the same for both but for a unit that leaves.
 */
public enum DecisionKind {
    /** Again too, to a unit that has said nothing: its offer lapsed, or was taken back. */
    OFFERED(Standing.OFFERED, Standing.PROPOSED, Standing.LAPSED, Standing.WITHDRAWN),
    ACCEPTED(Standing.ACCEPTED, Standing.OFFERED),
    DECLINED(Standing.DECLINED, Standing.OFFERED, Standing.ACCEPTED),
    LAPSED(Standing.LAPSED, Standing.OFFERED),
    WITHDRAWN(Standing.WITHDRAWN, Standing.PROPOSED, Standing.OFFERED, Standing.ACCEPTED),
    STARTED(Standing.RUNNING, Standing.PROPOSED, Standing.ACCEPTED),
    PAUSED(Standing.PAUSED, Standing.RUNNING),
    RESUMED(Standing.RUNNING, Standing.PAUSED),
    LEFT(Standing.LEFT, Standing.ACCEPTED, Standing.RUNNING, Standing.PAUSED),
    DISCONTINUED_BY_ORGANISER(Standing.DISCONTINUED, Standing.RUNNING, Standing.PAUSED),
    DISCONTINUED_BY_AGENCY(Standing.DISCONTINUED, Standing.RUNNING, Standing.PAUSED),
    COMPLETED(Standing.COMPLETED, Standing.RUNNING);

    private final Standing after;
    private final Set<Standing> before;

    DecisionKind(Standing after, Standing first, Standing... more) {
        this.after = after;
        this.before = EnumSet.of(first, more);
    }

    /** Where it stands when this has been decided. */
    public Standing after() {
        return after;
    }

    /** Whether it can follow on where something stands. */
    public boolean canFollow(Standing standing) {
        return before.contains(standing);
    }
}
