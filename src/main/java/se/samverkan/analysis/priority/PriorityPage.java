package se.samverkan.analysis.priority;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.Chain;
import se.samverkan.analysis.chain.Chains;
import se.samverkan.analysis.chain.Part;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.analysis.priority.Prioritising.Stage;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.SentForm;

/** Puts the page of priorities together, as far as the round has come. */
@Component
class PriorityPage {

    private final Analyses analyses;
    private final Chains chains;
    private final Priorities priorities;

    PriorityPage(Analyses analyses, Chains chains, Priorities priorities) {
        this.analyses = analyses;
        this.chains = chains;
        this.priorities = priorities;
    }

    /**
     * The page.
     *
     * @param sent the form that was refused, where one was
     * @param errors what else was refused
     */
    @Transactional(readOnly = true)
    public String of(long id, Optional<FormAgain> sent, FormErrors errors, Model model) {
        AnalysisView analysis = analyses.analysis(id);
        Chain chain = chains.chain(analysis);
        Optional<Prioritising> now = priorities.newest(analysis);
        Optional<Prioritising> held =
                now.filter(each -> each.stage() == Stage.DECIDED).isPresent() ? now : priorities.decided(analysis);
        FormAgain again = sent.orElseGet(() -> FormAgain.shown(
                now.map(each -> shown(chain.of(PartKind.AREA), each, held)).orElseGet(SentForm::empty)));
        model.addAttribute("analysis", analysis);
        model.addAttribute("chain", chain);
        model.addAttribute("now", now);
        model.addAttribute("held", held);
        model.addAttribute("again", again);
        model.addAttribute("errors", again.errors().isEmpty() ? errors : again.errors());
        return "analysis/priority/priorities";
    }

    /** One's own scores; or, when it is to be decided, the order that held before. */
    private static SentForm shown(List<Part> areas, Prioritising now, Optional<Prioritising> held) {
        if (now.stage() == Stage.SCORED) {
            return PriorityForm.scores(areas, now);
        }
        SentForm form = SentForm.ofVersion(now.version());
        for (Part area : areas) {
            Optional<Place> place = held.flatMap(each -> each.place(area.id()));
            form = form.with(
                            PriorityForm.place(area),
                            place.map(each -> Integer.toString(each.place())).orElse(""))
                    .with(PriorityForm.reason(area), place.map(Place::reason).orElse(""));
        }
        return form;
    }
}
