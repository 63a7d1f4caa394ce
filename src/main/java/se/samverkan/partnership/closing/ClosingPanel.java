package se.samverkan.partnership.closing;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.CasePanel;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Standing;

/** How a case that has ended was closed and what lives on; before that, what is planned to. */
@Component
@Order(0)
class ClosingPanel implements CasePanel {

    private static final int SHOWN = 5;

    private final StoredClosings store;
    private final CaseClosing closing;

    ClosingPanel(StoredClosings store, CaseClosing closing) {
        this.store = store;
        this.closing = closing;
    }

    @Override
    public boolean isBeside() {
        return true;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Panel> of(PartnershipView partnership) {
        boolean ended = partnership.standing() == Standing.COMPLETED || partnership.standing() == Standing.DISCONTINUED;
        if (!ended) {
            return Optional.empty();
        }
        Optional<Closed> closed = store.closed(partnership.id());
        if (closed.isEmpty() && !closing.mayClose(partnership)) {
            return Optional.empty();
        }
        Stream<Line> learned =
                closed.stream().map(each -> new Line("partnership.closing.learned", page -> each.learned(), ""));
        Stream<Line> living = store.livesOn(partnership.id()).stream()
                .limit(SHOWN)
                .map(each -> new Line("partnership.closing.lives-on", page -> each.what(), each.owner()));
        return Optional.of(new Panel(
                "partnership.closing.panel",
                Stream.concat(learned, living).toList(),
                "partnership.closing.panel.empty",
                closed.isPresent() ? "partnership.closing.panel.more" : "partnership.closing.plan",
                "/partnerships/" + partnership.id() + "/closing"));
    }
}
