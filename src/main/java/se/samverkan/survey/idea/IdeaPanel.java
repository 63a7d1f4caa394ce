package se.samverkan.survey.idea;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.CasePanel;
import se.samverkan.partnership.PartnershipView;

/** The idea rounds of a partnership beside its page, for those who lead some. */
@Component
@Order(7)
class IdeaPanel implements CasePanel {

    private static final int MOST = 3;

    private final IdeaRounds rounds;

    IdeaPanel(IdeaRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Panel> of(PartnershipView partnership) {
        if (!rounds.concernActor()) {
            return Optional.empty();
        }
        List<Line> lines = rounds.ofPartnership(partnership.id()).stream()
                .limit(MOST)
                .map(each ->
                        new Line("survey.idea.standing." + each.standing(), page -> each.question(), each.unitName()))
                .toList();
        return Optional.of(new Panel(
                "survey.idea.title",
                lines,
                "survey.idea.panel.none",
                "survey.idea.panel.more",
                "/partnerships/" + partnership.id() + "/ideas"));
    }
}
