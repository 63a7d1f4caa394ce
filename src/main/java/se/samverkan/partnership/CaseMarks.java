package se.samverkan.partnership;

import java.time.LocalDate;
import java.util.List;

/** What another part or room has to put on the time line of a case: meetings as dots, documents as small sheets. */
public interface CaseMarks {

    /** The marks of a partnership that the actor knows of, in no particular order. */
    List<Mark> of(PartnershipView partnership);

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
     * @param key the key of the variant's meeting that it is, which is then not marked as the variant plans it; may be empty
     */
    record Mark(Kind kind, LocalDate day, se.samverkan.programme.variant.Text name, boolean done, String key) {}
}
