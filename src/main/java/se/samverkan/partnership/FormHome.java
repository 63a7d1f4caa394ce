package se.samverkan.partnership;

import java.util.Optional;
import se.samverkan.programme.variant.Level;
import se.samverkan.programme.variant.QuestionForm;
import se.samverkan.programme.variant.Variant;

/** A room in which some of a programme's forms are answered, so that they are not answered in the case a second time. */
public interface FormHome {

    /** Whether a form is answered there by a unit of this level. */
    boolean holds(Variant variant, QuestionForm form, Level level);

    /** Where a unit answers it; empty where the actor has nothing to do there. */
    Optional<String> address(PartnershipView partnership, long unit, QuestionForm form);
}
