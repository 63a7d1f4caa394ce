package se.samverkan.evaluation.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samverkan.evaluation.method.Control;
import se.samverkan.evaluation.method.GroupTime;
import se.samverkan.evaluation.method.Holm;
import se.samverkan.evaluation.method.Interval;
import se.samverkan.evaluation.method.LotPicture;
import se.samverkan.evaluation.method.MaskedBounds;
import se.samverkan.evaluation.method.Note;
import se.samverkan.evaluation.method.PairedLot;
import se.samverkan.evaluation.method.Trimming;
import se.samverkan.evaluation.run.OutcomeResult.Lot;
import se.samverkan.evaluation.run.OutcomeResult.Study;
import se.samverkan.selection.EvaluableRounds.Allotment;
import se.samverkan.shared.Progress;
import se.samverkan.shared.Refusal;
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

    private static final NormalDistribution NORMAL = new NormalDistribution();

    private final PublishedFigures figures;
    private final Indicators indicators;

    Computing(PublishedFigures figures, Indicators indicators) {
        this.figures = figures;
        this.indicators = indicators;
    }

    /**
     * What came of a run.
     *
     * @param data by indicator: the file that the effect was computed from
     */
    record Computed(List<OutcomeResult> results, Map<String, String> data) {}

    /** @param rounds what the run is made of; that which it was asked from is told by the run */
    Computed compute(RunView run, List<Allotment> rounds, Progress.Watcher watcher) {
        RoundData data = RoundData.of(rounds, run);
        List<OutcomeResult> results = new ArrayList<>();
        Map<String, String> files = new LinkedHashMap<>();
        for (String outcome : run.outcomes()) {
            watcher.at("evaluation.outcome", results.size(), run.outcomes().size());
            results.add(new One(run, data, outcome).compute(files));
        }
        return new Computed(corrected(results), files);
    }

    /** Holm's correction over the outcomes of which chance can be judged. */
    private static List<OutcomeResult> corrected(List<OutcomeResult> results) {
        List<Double> told = new ArrayList<>();
        results.forEach(result -> {
            Double p = result.p();
            if (p != null) {
                told.add(p);
            }
        });
        List<Double> adjusted = new ArrayList<>(Holm.adjusted(told));
        return results.stream()
                .map(result -> result.p() == null ? result : result.adjusted(adjusted.removeFirst()))
                .toList();
    }

    /** One outcome while it is computed. */
    private final class One {

        private final RunView run;
        private final RoundData data;
        private final String outcome;

        One(RunView run, RoundData data, String outcome) {
            this.run = run;
            this.data = data;
            this.outcome = outcome;
        }

        OutcomeResult compute(Map<String, String> files) {
            try {
                if (data.count(true) < FEWEST || data.count(false) < FEWEST) {
                    throw Refusal.rule("evaluation.refusal.few-units", FEWEST);
                }
                Followed followed = Followed.read(
                        figures,
                        indicators
                                .find(outcome)
                                .orElseThrow(() -> Refusal.rule("evaluation.refusal.withdrawn", outcome)),
                        data.plan(),
                        data.ids(),
                        run.lastImport());
                return run.design() == Design.PAIRS ? pairs(followed, files) : starts(followed, files);
            } catch (Refusal refusal) {
                return result(List.of(), 0, 0, null, null, null, null, null, null, List.of(), why(refusal));
            }
        }

        private static Note why(Refusal refusal) {
            return switch (refusal.kind()) {
                case RULE, MALFORMED -> new Note(refusal.reason(), List.of(refusal.details()));
                case NOT_SEEN, NOT_ALLOWED, STALE, VERSION_MISSING -> throw refusal;
            };
        }

        private OutcomeResult pairs(Followed followed, Map<String, String> files) {
            String file = data.pairs(followed);
            files.put(outcome, file);
            PairedLot.Answer answer = PairedLot.of(file.getBytes(StandardCharsets.UTF_8), LOT_DRAWS, run.seed());
            if (answer.pairs() < FEWEST) {
                throw Refusal.rule("evaluation.refusal.few-told", FEWEST, answer.pairs());
            }
            PairedLot.Late late = answer.late();
            LotPicture picture = LotPicture.of(data.known(followed), run.seed());
            Lot lot = picture == null
                    ? null
                    : new Lot(
                            answer.itt().df(),
                            answer.randomisation(),
                            picture,
                            late == null ? null : new Interval(late.estimate(), late.se(), late.lower(), late.upper()),
                            late == null ? null : late.firstStage().estimate());
            boolean masked = answer.dropped() > 0;
            return result(
                    followed.after().stream().map(Object::toString).toList(),
                    answer.pairs(),
                    answer.pairs(),
                    answer.itt().interval(),
                    answer.randomisation().p(),
                    lot,
                    null,
                    masked ? MaskedBounds.ofPairs(data.differences(followed)) : null,
                    masked ? trimming(followed) : null,
                    notes(followed, answer.notes()),
                    null);
        }

        private @Nullable Trimming trimming(Followed followed) {
            double[] offered = data.knownChanges(followed, true);
            double[] others = data.knownChanges(followed, false);
            return offered.length < FEWEST || others.length < FEWEST
                    ? null
                    : Trimming.of(offered, data.count(true), others, data.count(false));
        }

        private OutcomeResult starts(Followed followed, Map<String, String> files) {
            String file = data.panel(followed);
            files.put(outcome, file);
            GroupTime.Answer answer =
                    GroupTime.of(file.getBytes(StandardCharsets.UTF_8), Control.NEVER, BAND_DRAWS, run.seed());
            GroupTime.Counts counts = answer.counts();
            if (counts.treated() < FEWEST || counts.never() < FEWEST) {
                throw Refusal.rule("evaluation.refusal.few-told", FEWEST, Math.min(counts.treated(), counts.never()));
            }
            Interval effect = answer.overall().simple();
            return result(
                    followed.after().stream().map(Object::toString).toList(),
                    counts.treated(),
                    counts.never(),
                    effect,
                    p(effect),
                    null,
                    new Study(answer.eventStudy(), answer.bands().critical(), answer.preTrends(), answer.sensitivity()),
                    data.startsApart() ? null : bounds(followed),
                    null,
                    notes(followed, answer.notes()),
                    null);
        }

        /** Counted from one start; where there are several, each round's own evaluation has them. */
        private @Nullable MaskedBounds bounds(Followed followed) {
            List<MaskedBounds.Range> offered = data.changes(followed, true);
            List<MaskedBounds.Range> others = data.changes(followed, false);
            boolean masked = Stream.concat(offered.stream(), others.stream()).anyMatch(range -> !range.isKnown());
            return masked ? MaskedBounds.ofGroups(offered, others) : null;
        }

        private static @Nullable Double p(Interval effect) {
            Double se = effect.se();
            return se == null ? null : 2 * NORMAL.cumulativeProbability(-Math.abs(effect.estimate()) / se);
        }

        private List<Note> notes(Followed followed, List<Note> more) {
            Stream<Note> apart = data.startsApart()
                    ? Stream.of(new Note("evaluation.note.bounds-by-round", List.of()))
                    : Stream.empty();
            return Stream.of(followed.notes().stream(), more.stream(), apart)
                    .flatMap(each -> each)
                    .toList();
        }

        private OutcomeResult result(
                List<String> years,
                int offered,
                int others,
                @Nullable Interval effect,
                @Nullable Double p,
                @Nullable Lot lot,
                @Nullable Study study,
                @Nullable MaskedBounds bounds,
                @Nullable Trimming trimming,
                List<Note> notes,
                @Nullable Note refused) {
            return new OutcomeResult(
                    outcome,
                    direction(),
                    data.startsApart() ? "" : data.plan().before().toString(),
                    years,
                    offered,
                    others,
                    effect,
                    p,
                    null,
                    lot,
                    study,
                    bounds,
                    trimming,
                    notes,
                    refused);
        }

        private String direction() {
            return data.plan().outcomes().stream()
                    .filter(planned -> planned.indicator().equals(outcome))
                    .map(planned -> planned.direction())
                    .findFirst()
                    .orElse("EITHER");
        }
    }
}
