package se.samverkan.meeting.plan;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.partnership.CasePanel;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;

/** The next meetings of a case, beside its page. */
@Component
@Order(2)
class MeetingPanel implements CasePanel {

    private static final int MOST = 3;

    private final Planning planning;
    private final Rights rights;

    MeetingPanel(Planning planning, Rights rights) {
        this.planning = planning;
        this.rights = rights;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Panel> of(PartnershipView partnership) {
        if (!rights.allow(Verb.TAKE_PART_IN_MEETINGS)) {
            return Optional.empty();
        }
        List<Line> lines = planning.ofPartnership(partnership.id()).stream()
                .filter(each -> each.isOpen() && each.ends().isAfter(planning.now()))
                .limit(MOST)
                .map(each -> new Line(
                        "meeting.panel.line",
                        page -> each.name().in(page.locale()) + ", " + When.of(page.words(), each),
                        each.unit()
                                .flatMap(partnership::participant)
                                .map(Participant::name)
                                .orElse("")))
                .toList();
        return Optional.of(new Panel(
                "meeting.list.title",
                lines,
                "meeting.panel.none",
                "meeting.panel.more",
                "/partnerships/" + partnership.id() + "/meetings"));
    }
}
