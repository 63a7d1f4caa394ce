package se.samverkan.survey.engagement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.samverkan.programme.variant.Text;
import se.samverkan.survey.engagement.Shares.Share;

/**
 * A step with how large a share took part.
 *
 * @param id 0 where another room keeps who did
 * @param shares all pedagogical staff and the teams that may be shown
 */
record CountedStep(long id, Text name, LocalDate day, List<Share> shares) {

    /** The share of all pedagogical staff; nothing where they are too few. */
    Optional<Share> everybody() {
        return shares.stream().filter(Share::isEverybody).findFirst();
    }

    List<Share> teams() {
        return shares.stream().filter(share -> !share.isEverybody()).toList();
    }
}
