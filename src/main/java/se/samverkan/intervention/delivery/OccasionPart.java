package se.samverkan.intervention.delivery;

import java.util.List;
import se.samverkan.intervention.commission.CommissionView;
import se.samverkan.intervention.occasion.Occasion;

/** What other parts of the room have on the page of an occasion: implemented as a bean by each that has something. */
public interface OccasionPart {

    /** Links to what the actor can see or do there. */
    List<Link> of(Occasion occasion, CommissionView commission);

    /**
     * A link.
     *
     * @param key the key of its sentence
     * @param details what is put into the sentence
     */
    record Link(String key, List<Object> details, String address) {}
}
