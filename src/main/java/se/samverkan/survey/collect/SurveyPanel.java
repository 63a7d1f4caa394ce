package se.samverkan.survey.collect;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.CasePanel;
import se.samverkan.partnership.PartnershipView;

/** The surveys of a partnership beside its page, for those who read some. */
@Component
@Order(6)
class SurveyPanel implements CasePanel {

    private static final int MOST = 3;

    private final Surveys surveys;

    SurveyPanel(Surveys surveys) {
        this.surveys = surveys;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Panel> of(PartnershipView partnership) {
        if (!surveys.concernActor()) {
            return Optional.empty();
        }
        List<Line> lines = surveys.ofPartnership(partnership.id()).stream()
                .limit(MOST)
                .map(each -> new Line("survey.standing." + each.standing(), page -> each.title(), each.unitName()))
                .toList();
        return Optional.of(new Panel(
                "survey.title",
                lines,
                "survey.panel.none",
                "survey.panel.more",
                "/partnerships/" + partnership.id() + "/surveys"));
    }
}
