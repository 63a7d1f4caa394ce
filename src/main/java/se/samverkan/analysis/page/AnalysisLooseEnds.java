package se.samverkan.analysis.page;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.Chain;
import se.samverkan.analysis.chain.Heard;
import se.samverkan.analysis.chain.Part;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.analysis.page.LooseEnd.Rule;
import se.samverkan.analysis.priority.Place;
import se.samverkan.programme.variant.Level;

/** Finds what is loose in an analysis. Nothing is loose before anything is written. */
@Component
class AnalysisLooseEnds {

    /** @param teams the work teams that have hardly taken part; none where that is not known, or not the reader's to know */
    List<LooseEnd> of(AnalysisView analysis, Chain chain, List<Place> order, List<String> teams) {
        List<LooseEnd> ends = new ArrayList<>();
        chain.of(PartKind.PROBLEM).stream()
                .filter(problem -> !chain.isShown(problem.id()))
                .forEach(problem -> ends.add(at(analysis, Rule.PROBLEM_WITHOUT_EVIDENCE, problem)));
        chain.of(PartKind.CAUSE).stream()
                .filter(chain::isRoot)
                .filter(cause -> chain.below(cause.id(), PartKind.AREA).isEmpty()
                        && chain.allAbove(cause.id()).stream()
                                .noneMatch(above ->
                                        !chain.below(above.id(), PartKind.AREA).isEmpty()))
                .forEach(cause -> ends.add(at(analysis, Rule.CAUSE_WITHOUT_AREA, cause)));
        order.stream()
                .filter(place -> place.reason().isEmpty())
                .flatMap(place -> chain.find(place.area()).stream())
                .forEach(area -> ends.add(
                        new LooseEnd(Rule.PRIORITY_WITHOUT_REASON, area.title(), analysis.address() + "/priorities")));
        if (!chain.parts().isEmpty()) {
            unheard(analysis, chain, ends);
            teams.forEach(team -> ends.add(new LooseEnd(
                    Rule.STAFF_TEAM_NOT_HEARD,
                    team,
                    "/partnerships/" + analysis.partnership() + "/engagement?unit=" + analysis.unitKey())));
        }
        return ends;
    }

    private static void unheard(AnalysisView analysis, Chain chain, List<LooseEnd> ends) {
        if (!isHeard(chain, Heard.STAFF)) {
            ends.add(new LooseEnd(Rule.STAFF_NOT_HEARD, "", voice(analysis, Heard.STAFF)));
        }
        if (analysis.level() != Level.ORGANISER && !isHeard(chain, Heard.PUPILS)) {
            ends.add(new LooseEnd(Rule.PUPILS_NOT_HEARD, "", voice(analysis, Heard.PUPILS)));
        }
    }

    private static boolean isHeard(Chain chain, Heard who) {
        return chain.of(PartKind.EVIDENCE).stream()
                .anyMatch(part -> part.heard().equals(who.name()));
    }

    private static String voice(AnalysisView analysis, Heard who) {
        return analysis.address() + "/parts/new?kind=EVIDENCE&sort=VOICE&heard=" + who;
    }

    private static LooseEnd at(AnalysisView analysis, Rule rule, Part part) {
        return new LooseEnd(rule, part.title(), analysis.address() + "/parts/" + part.id());
    }
}
