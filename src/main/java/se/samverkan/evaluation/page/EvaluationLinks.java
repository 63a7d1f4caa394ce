package se.samverkan.evaluation.page;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.evaluation.run.Evaluations;
import se.samverkan.selection.RoundLink;

/** On the page of a round: what effect could be seen, and what it has been evaluated by. */
@Component
class EvaluationLinks implements RoundLink {

    private final Evaluations evaluations;
    private final Rights rights;

    EvaluationLinks(Evaluations evaluations, Rights rights) {
        this.evaluations = evaluations;
        this.rights = rights;
    }

    @Override
    public List<Link> of(long round) {
        List<Link> links = new ArrayList<>();
        if (rights.allow(Verb.PREPARE_SELECTION)) {
            links.add(new Link(
                    "/evaluations/prospects/" + round, "evaluation.prospect.title", "evaluation.prospect.step", false));
        }
        if (rights.allow(Verb.READ_EVALUATIONS) && !evaluations.runs(round).isEmpty()) {
            links.add(new Link("/evaluations", "evaluation.title", "evaluation.step", true));
        }
        return links;
    }
}
