package se.samverkan.analysis.priority;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.analysis.PrioritisedAreas;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.Chain;
import se.samverkan.analysis.chain.Chains;
import se.samverkan.analysis.chain.Part;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.analysis.chain.PartMarks;

/** Tells other rooms the areas that were decided on, with their problems, evidence and causes, as the actor reads them. */
@Component
class DecidedAreas implements PrioritisedAreas {

    private final Analyses analyses;
    private final Chains chains;
    private final PartMarks marks;
    private final Priorities priorities;

    DecidedAreas(Analyses analyses, Chains chains, PartMarks marks, Priorities priorities) {
        this.analyses = analyses;
        this.chains = chains;
        this.marks = marks;
        this.priorities = priorities;
    }

    @Override
    @Transactional(readOnly = true)
    public List<PrioritisedArea> of(long partnership, long unit) {
        return analyses.ofPartnership(partnership).stream()
                .filter(analysis -> analysis.unit() == unit)
                .flatMap(this::areas)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Long> order(long partnership, long unit) {
        return analyses.ofPartnership(partnership).stream()
                .filter(analysis -> analysis.unit() == unit)
                .flatMap(analysis -> priorities.order(analysis).stream())
                .map(Place::area)
                .toList();
    }

    private Stream<PrioritisedArea> areas(AnalysisView analysis) {
        Chain chain = marks.drawn(chains.chain(analysis));
        return priorities.order(analysis).stream()
                .flatMap(place -> chain.find(place.area()).stream().map(area -> area(chain, area, place)));
    }

    private static PrioritisedArea area(Chain chain, Part area, Place place) {
        Set<Part> above = chain.allAbove(area.id());
        List<Part> ground = chain.parts().stream().filter(above::contains).toList();
        List<String> evidence = ground.stream()
                .flatMap(part -> chain.below(part.id(), PartKind.EVIDENCE).stream())
                .map(Part::title)
                .distinct()
                .toList();
        return new PrioritisedArea(
                area.id(),
                area.title(),
                area.words(),
                place.reason(),
                ground.stream()
                        .filter(part -> part.is(PartKind.PROBLEM) || part.is(PartKind.STRENGTH))
                        .map(Part::title)
                        .toList(),
                evidence,
                ground.stream()
                        .filter(part -> part.is(PartKind.CAUSE))
                        .map(part -> new GroundCause(part.id(), part.title(), part.sort()))
                        .toList());
    }
}
