package se.samverkan.partnership.overview;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import se.samverkan.partnership.CasePanel;
import se.samverkan.partnership.CasePanel.Panel;
import se.samverkan.partnership.closing.Remaining;
import se.samverkan.shared.page.FormErrors;

/** The page of a case, wherever it is shown from. */
@Component
class CasePage {

    private final CaseReading reading;
    private final LooseEnds looseEnds;
    private final Remaining remaining;
    private final ObjectProvider<CasePanel> panels;

    CasePage(CaseReading reading, LooseEnds looseEnds, Remaining remaining, ObjectProvider<CasePanel> panels) {
        this.reading = reading;
        this.looseEnds = looseEnds;
        this.remaining = remaining;
        this.panels = panels;
    }

    /** At one moment, whatever others change meanwhile. */
    @Transactional(readOnly = true)
    public String show(long id, FormErrors errors, Model model) {
        CaseNow now = reading.read(id);
        model.addAttribute("now", now);
        model.addAttribute("loose", looseEnds.of(now));
        model.addAttribute("closings", remaining(now));
        model.addAttribute("work", panels(now, false));
        model.addAttribute("beside", panels(now, true));
        model.addAttribute("errors", errors);
        return "partnership/overview/case";
    }

    /** Told to those who decide about the course of a case, once its end is near; the page of the end tells it at any time. */
    private List<Remaining.Condition> remaining(CaseNow now) {
        return now.decides() && now.view().standing().isLive() && now.isNearTheEnd()
                ? remaining.of(now.view(), now.variant())
                : List.of();
    }

    private List<Panel> panels(CaseNow now, boolean beside) {
        return panels.orderedStream()
                .filter(each -> each.isBeside() == beside)
                .map(each -> each.of(now.view()))
                .flatMap(Optional::stream)
                .toList();
    }
}
