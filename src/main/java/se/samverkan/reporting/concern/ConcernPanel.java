package se.samverkan.reporting.concern;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.partnership.CasePanel;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.reporting.concern.StoredConcerns.Brief;

/** The concerns of a case on its page, for those who see any or may raise one. */
@Component
@Order(80)
class ConcernPanel implements CasePanel {

    private static final int SHOWN = 3;

    private final StoredConcerns store;
    private final Rights rights;

    ConcernPanel(StoredConcerns store, Rights rights) {
        this.store = store;
        this.rights = rights;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Panel> of(PartnershipView partnership) {
        List<Brief> open = rights.allow(Verb.RAISE_CONCERN) ? store.shortly(partnership.id(), SHOWN) : List.of();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        List<Line> lines = open.stream().flatMap(each -> line(each).stream()).toList();
        return Optional.of(new Panel(
                "reporting.concern.title",
                lines,
                "reporting.concern.none-open",
                "reporting.concern.see",
                "/partnerships/" + partnership.id() + "/concerns"));
    }

    private static Optional<Line> line(Brief concern) {
        String words = concern.words();
        return words == null
                ? Optional.empty()
                : Optional.of(new Line(
                        "reporting.concern.standing." + concern.standing(),
                        page -> words,
                        Optional.ofNullable(concern.unitName()).orElse("")));
    }
}
