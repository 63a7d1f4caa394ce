package se.samverkan.evaluation.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.evaluation.ToldRuns;
import se.samverkan.evaluation.run.Evaluations;
import se.samverkan.evaluation.run.OutcomeResult;
import se.samverkan.evaluation.run.RunView;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.Indicators;

/** Tells other rooms what runs came to, in the same words as the page of the run. */
@Component
class StoredTold implements ToldRuns {

    private final Evaluations evaluations;
    private final Indicators indicators;
    private final Rights rights;

    StoredTold(Evaluations evaluations, Indicators indicators, Rights rights) {
        this.evaluations = evaluations;
        this.indicators = indicators;
        this.rights = rights;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToldRun> done() {
        return rights.allow(Verb.READ_EVALUATIONS)
                ? evaluations.runs().stream()
                        .filter(RunView::isDone)
                        .map(run -> new ToldRun(run.id(), run.owner(), run.roundName(), run.planned()))
                        .toList()
                : List.of();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<List<Outcome>> told(long run, Words words) {
        if (done().stream().noneMatch(each -> each.id() == run)) {
            return Optional.empty();
        }
        List<OutcomeResult> results = evaluations.results(run);
        Telling telling = new Telling(words, indicators, results);
        return Optional.of(
                results.stream().map(telling::tell).map(StoredTold::outcome).toList());
    }

    /** What the plan asked besides the effect follows it, so that nothing that was asked is left out. */
    private static Outcome outcome(Told told) {
        List<Told.Aside> asides = told.asides();
        return new Outcome(
                told.name(),
                told.finding(),
                told.told(),
                told.basis(),
                Stream.concat(told.pictures().stream(), asides.stream().flatMap(each -> each.pictures().stream()))
                        .map(each -> new Picture(each.drawing(), each.caption()))
                        .toList(),
                Stream.concat(told.lines().stream(), asides.stream().flatMap(each -> each.lines().stream()))
                        .map(each -> new Line(each.what(), each.estimate(), each.interval()))
                        .toList(),
                Stream.concat(
                                told.more().stream(),
                                asides.stream()
                                        .flatMap(each -> Stream.concat(
                                                Stream.of(each.title() + ": " + each.finding()), each.more().stream())))
                        .toList(),
                told.cautions());
    }
}
