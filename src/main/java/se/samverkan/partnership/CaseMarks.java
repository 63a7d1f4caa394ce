package se.samverkan.partnership;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What another part or room has to put on the time line of a case: meetings as dots, documents as small sheets. */
public interface CaseMarks {

    /** The marks of a partnership that the actor knows of, in no particular order. */
    List<Mark> of(PartnershipView partnership);

    /** The keys of the meetings of the variant that it marks as they are really planned, so that the plan's own are not. */
    default Set<String> meetings(PartnershipView partnership) {
        return Set.of();
    }

    /** What a mark looks like. */
    enum Kind {
        MEETING,
        DOCUMENT
    }

    /**
     * A mark.
     *
     * @param name what it is called, in Swedish and English
     * @param done whether it has been, or is planned only
     */
    record Mark(Kind kind, LocalDate day, se.samverkan.programme.variant.Text name, boolean done) {}
}
