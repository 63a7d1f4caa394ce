package se.samverkan.followup;

import java.util.List;
import java.util.Optional;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.shared.Period;

/** The door to how the follow-up of a case stands, for rooms that report on it: as far as the actor reads it. */
public interface FollowUps {

    /** How each plan of a case that is followed up stands, the organiser's own level first. */
    List<FollowUpStanding> of(PartnershipView partnership);

    /**
     * How the follow-up of a plan stands.
     *
     * @param missing the terms whose checkpoint is due and neither held nor skipped, the oldest first
     * @param last the term of the last checkpoint that was closed
     * @param signs how many signs that checkpoint judged
     * @param moved how many of them had come further than at the first checkpoint that judged them
     * @param address the path of its page
     */
    record FollowUpStanding(
            long plan,
            long unit,
            String unitName,
            List<Period> missing,
            Optional<Period> last,
            int signs,
            int moved,
            String address) {}
}
