package se.samverkan.partnership.handover;

import java.util.List;
import se.samverkan.partnership.PartnershipView;

/**
 * What a part of the room puts into a handover: implemented as a bean by every part that knows something that a successor
 * needs. Asked once, as the one who makes the handover, with that person's rights.
 */
public interface PackPart {

    /** The key of the heading that it stands under. */
    String key();

    /** What it tells of a partnership now; an empty list where there is nothing. */
    List<Pack.Line> lines(PartnershipView partnership);
}
