package se.samverkan.actionplan.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samverkan.actionplan.content.Baselines;
import se.samverkan.actionplan.content.Colleague;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanParts;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.PlanWords;
import se.samverkan.actionplan.thread.PlanLooseEnd;
import se.samverkan.discussion.opening.Opening;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.shared.Period;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.page.Words;

/**
 * A plan as it is today.
 *
 * @param terms the terms of the partnership
 * @param people what those who wrote and those who are responsible are called, by their id
 * @param behind whether the analysis has come to areas that the plan has not fetched
 * @param suggestions how many suggestions wait for an answer
 * @param comments how many comments nobody has dealt with, by the part they are about
 */
record PlanNow(
        PlanView view,
        PartnershipView partnership,
        PlanParts parts,
        List<Period> terms,
        List<Colleague> colleagues,
        Map<String, String> people,
        List<PlanLooseEnd> ends,
        List<Opening> openings,
        int suggestions,
        Map<String, Long> comments,
        boolean behind,
        Baselines baselines,
        List<RecordLog.Line> log) {

    PlanWords words(Words words) {
        return new PlanWords(words, parts, people, baselines::indicator);
    }

    long comments(PlanPart part) {
        return comments.getOrDefault("part-" + part.id(), 0L);
    }

    /** Who wrote what stands in a part. */
    String author(PlanPart part) {
        return people.getOrDefault(Long.toString(part.by()), "");
    }

    Optional<PlanLooseEnd> end(PlanPart part, PlanLooseEnd.Rule rule) {
        return ends.stream()
                .filter(each -> each.part() == part.id() && each.rule() == rule)
                .findFirst();
    }
}
