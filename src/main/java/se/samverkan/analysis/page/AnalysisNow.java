package se.samverkan.analysis.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.Branch;
import se.samverkan.analysis.chain.Chain;
import se.samverkan.analysis.chain.Part;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.analysis.guide.AskedForm;
import se.samverkan.analysis.priority.Place;
import se.samverkan.discussion.opening.Opening;
import se.samverkan.programme.variant.SchoolFormRule;
import se.samverkan.shared.RecordLog;

/**
 * An analysis as it is today.
 *
 * @param rules what everybody should know of the unit's school forms
 * @param forms the programme's guiding questions, with what has been answered
 * @param revised the evidence whose figure has been revised since
 * @param order the places that areas have in the decided order
 * @param openings to whom of the other side it is open
 * @param comments how many comments wait, by the part they are about
 */
record AnalysisNow(
        AnalysisView view,
        String organiser,
        List<SchoolFormRule> rules,
        List<AskedForm> forms,
        Chain chain,
        Set<Long> revised,
        List<Place> order,
        List<LooseEnd> ends,
        List<Opening> openings,
        Map<String, Long> comments,
        List<RecordLog.Line> log) {

    List<Part> problems() {
        return chain.of(PartKind.PROBLEM);
    }

    /** The problem whose tree is drawn: the one that is asked for, else the first. */
    Optional<Part> focus(long asked) {
        return problems().stream()
                .filter(problem -> problem.id() == asked)
                .findFirst()
                .or(() -> problems().stream().findFirst());
    }

    Branch tree(Part root) {
        return chain.tree(root);
    }

    /** The areas, those that come first in the decided order first. */
    List<Part> areas() {
        return chain.of(PartKind.AREA).stream()
                .sorted(Comparator.comparingInt(
                        area -> place(area).map(Place::place).orElse(Integer.MAX_VALUE)))
                .toList();
    }

    Optional<Place> place(Part area) {
        return order.stream().filter(each -> each.area() == area.id()).findFirst();
    }

    long comments(Part part) {
        return comments.getOrDefault("part-" + part.id(), 0L);
    }

    boolean isRevised(Part part) {
        return revised.contains(part.id());
    }
}
