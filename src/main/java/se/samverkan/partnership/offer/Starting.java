package se.samverkan.partnership.offer;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Standing;
import se.samverkan.partnership.course.Course;
import se.samverkan.partnership.course.Decision;
import se.samverkan.partnership.course.DecisionKind;
import se.samverkan.shared.Refusal;

/** The door through which a partnership starts, when every answer is in: with the units that have said yes. */
@Component
public class Starting {

    private final Course course;
    private final Offers offers;
    private final Rights rights;

    Starting(Course course, Offers offers, Rights rights) {
        this.course = course;
        this.offers = offers;
        this.rights = rights;
    }

    /**
     * Starts it today.
     *
     * @param version the version of the partnership that was seen
     */
    @Transactional
    public void start(long partnership, int version) {
        PartnershipView view = course.locked(partnership);
        rights.require(Verb.RUN_PARTNERSHIP, view.owner());
        if (view.units().stream().anyMatch(unit -> unit.standing() == Standing.OFFERED)) {
            throw Refusal.rule("partnership.offer.refusal.answers-missing", view.organiserName());
        }
        LocalDate today = offers.today();
        course.decide(partnership, version, Decision.Draft.of(DecisionKind.STARTED, today));
        view.units().stream()
                .filter(unit -> unit.standing() == Standing.ACCEPTED)
                .forEach(unit -> course.decide(
                        partnership, unit.unit(), unit.version(), Decision.Draft.of(DecisionKind.STARTED, today)));
    }
}
