package se.samverkan.actionplan.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Names;
import se.samverkan.actionplan.content.Baselines;
import se.samverkan.actionplan.content.Colleague;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanParts;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.PlanWriting;
import se.samverkan.actionplan.content.PlannedTerms;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.actionplan.suggestion.PlanSuggestions;
import se.samverkan.actionplan.thread.PlanLooseEnds;
import se.samverkan.discussion.CommentView;
import se.samverkan.discussion.Discussion;
import se.samverkan.discussion.opening.Openings;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.shared.Period;
import se.samverkan.shared.RecordLog;

/** Reads a whole plan in one transaction and few questions, however many parts it has. */
@Component
class PlanReading {

    private static final int MOST_LINES = 50;

    private final Plans plans;
    private final PlanWriting writing;
    private final PlannedTerms terms;
    private final PlanLooseEnds ends;
    private final Openings openings;
    private final PlanSuggestions suggestions;
    private final Baselines baselines;
    private final Discussion discussion;
    private final Names names;
    private final RecordLog log;

    PlanReading(
            Plans plans,
            PlanWriting writing,
            PlannedTerms terms,
            PlanLooseEnds ends,
            Openings openings,
            PlanSuggestions suggestions,
            Baselines baselines,
            Discussion discussion,
            Names names,
            RecordLog log) {
        this.plans = plans;
        this.writing = writing;
        this.terms = terms;
        this.ends = ends;
        this.openings = openings;
        this.suggestions = suggestions;
        this.baselines = baselines;
        this.discussion = discussion;
        this.names = names;
        this.log = log;
    }

    @Transactional(readOnly = true)
    public PlanNow read(long id) {
        PlanView plan = plans.plan(id);
        PartnershipView partnership = plans.partnership(plan);
        PlanParts parts = writing.parts(plan);
        List<Colleague> colleagues = plans.colleagues(plan);
        List<Period> planned = terms.of(partnership);
        return new PlanNow(
                plan,
                partnership,
                parts,
                planned,
                colleagues,
                people(parts),
                ends.of(plan, parts, colleagues, planned),
                openings.of("actionplan", id),
                suggestions.waiting(plan),
                waiting(id),
                plans.isBehind(plan),
                baselines,
                log.within(Set.of(plan.organiser()), "actionplan", Long.toString(id), MOST_LINES));
    }

    private Map<String, String> people(PlanParts parts) {
        List<Long> ids = parts.all().stream()
                .flatMapToLong(part ->
                        LongStream.concat(LongStream.of(part.by()), part.reference(PlanField.RESPONSIBLE).stream()))
                .distinct()
                .boxed()
                .toList();
        return names.of(ids).entrySet().stream()
                .collect(Collectors.toMap(
                        each -> each.getKey().toString(),
                        each -> each.getValue().name()));
    }

    /** How many comments nobody has dealt with, by the part of the plan. */
    private Map<String, Long> waiting(long id) {
        return discussion.of("actionplan", id).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().stream()
                                .filter(CommentView::isOpen)
                                .count()));
    }
}
