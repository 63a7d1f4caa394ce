package se.samverkan.partnership.handover;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.course.Course;
import se.samverkan.programme.variant.Text;

/** What has been decided about the partnership and its units. */
@Component
@Order(1)
class Decided implements PackPart {

    private final Course course;

    Decided(Course course) {
        this.course = course;
    }

    @Override
    public String key() {
        return "partnership.handover.decided";
    }

    @Override
    public List<Pack.Line> lines(PartnershipView partnership) {
        return course.decisions(partnership.id()).stream()
                .map(each -> new Pack.Line(
                        each.day().toString(),
                        "partnership.decision." + each.kind(),
                        new Text(each.words(), each.words()),
                        each.unit()
                                .flatMap(partnership::participant)
                                .map(Participant::name)
                                .orElse("")))
                .toList();
    }
}
