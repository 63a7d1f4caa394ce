package se.samverkan.evaluation.run;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.samverkan.evaluation.method.Holm;
import se.samverkan.selection.EvaluableRounds.Allotment;
import se.samverkan.shared.Progress;
import se.samverkan.statistics.Indicators;
import se.samverkan.statistics.PublishedFigures;

/**
 * Computes a run from what a round left and the figures that were known: the same plan, import and seed give the same answer. What an
 * outcome cannot be evaluated by is told with its reason, and the others go on.
 */
@Component
class Computing {

    static final int LOT_DRAWS = 10_000;
    static final int BAND_DRAWS = 1_000;
    /** Fewer than so many offered units and what is told would be one school's. */
    static final int FEWEST = 5;

    private static final String SIDES = "subgroups/units";

    private final PublishedFigures figures;
    private final Indicators indicators;
    private final Doses doses;

    Computing(PublishedFigures figures, Indicators indicators, Doses doses) {
        this.figures = figures;
        this.indicators = indicators;
        this.doses = doses;
    }

    /**
     * What came of a run.
     *
     * @param data by indicator: the file that the effect was computed from; what lies in a folder of its own is named with it
     */
    record Computed(List<OutcomeResult> results, Map<String, String> data) {}

    /** @param rounds what the run is made of; that which it was asked from is told by the run */
    Computed compute(RunView run, List<Allotment> rounds, Progress.Watcher watcher) {
        RoundData data = RoundData.of(rounds, run);
        List<OutcomeResult> results = new ArrayList<>();
        Map<String, String> files = new LinkedHashMap<>();
        for (String outcome : run.outcomes()) {
            watcher.at("evaluation.outcome", results.size(), run.outcomes().size());
            results.add(new OneOutcome(run, data, outcome, figures, indicators, doses).compute(files));
        }
        if (!files.isEmpty() && run.planned() && !data.subgroups().isEmpty()) {
            files.put(SIDES, new RoundFiles(data).sides());
        }
        return new Computed(corrected(results), files);
    }

    /** Holm's correction over all of which chance can be judged: effects, differences between subgroups, lines through doses. */
    private static List<OutcomeResult> corrected(List<OutcomeResult> results) {
        Iterator<Double> adjusted = Holm.adjusted(results.stream()
                        .flatMap(result -> result.chances().stream())
                        .toList())
                .iterator();
        return results.stream().map(result -> result.adjusted(adjusted)).toList();
    }
}
