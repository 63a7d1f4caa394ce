package se.samverkan.meeting.minutes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.meeting.Discussable;
import se.samverkan.partnership.CaseCourse;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.programme.variant.Level;

/** The steps of a case that a meeting can be about: those of the programme that are done at the unit, or at any. */
@Component
@Order(1)
class StepTopics implements Discussable {

    private final Partnerships partnerships;
    private final CaseCourse course;

    StepTopics(Partnerships partnerships, CaseCourse course) {
        this.partnerships = partnerships;
        this.course = course;
    }

    @Override
    public String kind() {
        return "step";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Topic> of(long partnership, Optional<Long> unit) {
        return partnerships.find(partnership).stream()
                .flatMap(view -> topics(view, unit))
                .toList();
    }

    private Stream<Topic> topics(PartnershipView view, Optional<Long> unit) {
        Set<Level> levels = view.units().stream()
                .filter(each -> unit.isEmpty() || unit.get() == each.unit())
                .map(Participant::level)
                .collect(Collectors.toSet());
        return course.variant(view).phases().stream()
                .flatMap(phase -> phase.steps().stream()
                        .filter(step -> step.levels().stream().anyMatch(levels::contains))
                        .map(step ->
                                new Topic(phase.key() + "/" + step.key(), step.name(), "/partnerships/" + view.id())));
    }
}
