package se.samverkan.evaluation.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.jspecify.annotations.Nullable;
import se.samverkan.evaluation.method.Control;
import se.samverkan.evaluation.method.Discontinuity;
import se.samverkan.evaluation.method.DoseLine;
import se.samverkan.evaluation.method.GroupTime;
import se.samverkan.evaluation.method.Interval;
import se.samverkan.evaluation.method.LotPicture;
import se.samverkan.evaluation.method.MaskedBounds;
import se.samverkan.evaluation.method.Note;
import se.samverkan.evaluation.method.PairedLot;
import se.samverkan.evaluation.method.Trimming;
import se.samverkan.evaluation.run.OutcomeResult.Dose;
import se.samverkan.evaluation.run.OutcomeResult.Edge;
import se.samverkan.evaluation.run.OutcomeResult.Lot;
import se.samverkan.evaluation.run.OutcomeResult.Study;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.Indicators;
import se.samverkan.statistics.PublishedFigures;

/** One outcome of a run while it is computed: its effect by the design, then what else the plan asks of it. */
final class OneOutcome {

    private static final NormalDistribution NORMAL = new NormalDistribution();

    private static final int FEWEST = Computing.FEWEST;

    private final RunView run;
    private final RoundData data;
    private final RoundFiles files;
    private final String outcome;
    private final PublishedFigures figures;
    private final Indicators indicators;
    private final Doses doses;

    OneOutcome(
            RunView run, RoundData data, String outcome, PublishedFigures figures, Indicators indicators, Doses doses) {
        this.run = run;
        this.data = data;
        this.files = new RoundFiles(data);
        this.outcome = outcome;
        this.figures = figures;
        this.indicators = indicators;
        this.doses = doses;
    }

    /** @param kept by name: the files that it is computed from; grows */
    OutcomeResult compute(Map<String, String> kept) {
        try {
            if (data.count(true) < FEWEST || data.count(false) < FEWEST) {
                throw Refusal.rule("evaluation.refusal.few-units", FEWEST);
            }
            Followed followed = Followed.read(
                    figures,
                    indicators.find(outcome).orElseThrow(() -> Refusal.rule("evaluation.refusal.withdrawn", outcome)),
                    data.plan(),
                    data.ids(),
                    run.lastImport());
            return told(followed, kept);
        } catch (Refusal refusal) {
            return refused(OutcomeResult.why(refusal));
        }
    }

    private OutcomeResult told(Followed followed, Map<String, String> kept) {
        Optional<Map<Long, Double>> received =
                run.dose() ? Optional.of(doses.of(data.ids(), followed.after())) : Optional.empty();
        Effect effect = switch (run.design()) {
            case PAIRS -> pairs(followed, received, kept);
            case THRESHOLD -> threshold(followed, kept);
            case MATCHED, CANDIDATES, COHORT, PROGRAMME -> starts(followed, kept);
        };
        Stream<Note> apart =
                data.startsApart() ? Stream.of(new Note("evaluation.note.bounds-by-round", List.of())) : Stream.empty();
        return new OutcomeResult(
                outcome,
                direction(),
                data.startsApart() ? "" : data.plan().before().toString(),
                followed.after().stream().map(Object::toString).toList(),
                effect.offered,
                effect.others,
                effect.effect,
                effect.p,
                null,
                effect.lot,
                effect.study,
                effect.edge,
                effect.bounds,
                effect.trimming,
                run.planned() ? new Subgroups(run, data, followed, effect.offered).splits() : List.of(),
                received.map(known -> dose(followed, known, effect.perHour, kept))
                        .orElse(null),
                Stream.of(followed.notes().stream(), effect.notes.stream(), apart)
                        .flatMap(each -> each)
                        .toList(),
                null);
    }

    private OutcomeResult refused(Note why) {
        return new OutcomeResult(
                outcome,
                direction(),
                data.startsApart() ? "" : data.plan().before().toString(),
                List.of(),
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                why);
    }

    /** What a design says of the outcome; what it does not speak of is nothing. */
    private record Effect(
            int offered,
            int others,
            Interval effect,
            @Nullable Double p,
            @Nullable Lot lot,
            @Nullable Study study,
            @Nullable Edge edge,
            @Nullable MaskedBounds bounds,
            @Nullable Trimming trimming,
            PairedLot.@Nullable Late perHour,
            List<Note> notes) {}

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }

    private Effect pairs(Followed followed, Optional<Map<Long, Double>> received, Map<String, String> kept) {
        String file = files.pairs(followed, received);
        kept.put(outcome, file);
        PairedLot.Answer answer = PairedLot.of(bytes(file), Computing.LOT_DRAWS, run.seed());
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
                        late == null ? null : late.interval(),
                        late == null ? null : late.firstStage().estimate());
        boolean masked = answer.dropped() > 0;
        return new Effect(
                answer.pairs(),
                answer.pairs(),
                answer.itt().interval(),
                answer.randomisation().p(),
                lot,
                null,
                null,
                masked ? MaskedBounds.ofPairs(data.differences(followed)) : null,
                masked ? trimming(followed) : null,
                answer.perDose(),
                answer.notes());
    }

    private @Nullable Trimming trimming(Followed followed) {
        double[] offered = data.knownChanges(followed, true);
        double[] others = data.knownChanges(followed, false);
        return offered.length < FEWEST || others.length < FEWEST
                ? null
                : Trimming.of(offered, data.count(true), others, data.count(false));
    }

    private Effect starts(Followed followed, Map<String, String> kept) {
        String file = files.panel(followed);
        kept.put(outcome, file);
        GroupTime.Answer answer = GroupTime.of(bytes(file), Control.NEVER, Computing.BAND_DRAWS, run.seed());
        GroupTime.Counts counts = answer.counts();
        if (counts.treated() < FEWEST || counts.never() < FEWEST) {
            throw Refusal.rule("evaluation.refusal.few-told", FEWEST, Math.min(counts.treated(), counts.never()));
        }
        Interval effect = answer.overall().simple();
        return new Effect(
                counts.treated(),
                counts.never(),
                effect,
                p(effect),
                null,
                new Study(answer.eventStudy(), answer.bands().critical(), answer.preTrends(), answer.sensitivity()),
                null,
                data.startsApart() ? null : bounds(followed),
                null,
                null,
                answer.notes());
    }

    private Effect threshold(Followed followed, Map<String, String> kept) {
        String file = files.threshold(followed, false);
        String earlier = files.threshold(followed, true);
        kept.put(outcome, file);
        kept.put("before/" + outcome, earlier);
        Discontinuity.Answer answer = Discontinuity.of(bytes(file), 0, OptionalDouble.empty());
        if (Math.min(answer.below(), answer.above()) < FEWEST) {
            throw Refusal.rule("evaluation.refusal.few-beside", FEWEST, answer.below(), answer.above());
        }
        Discontinuity.Density near = answer.density();
        return new Effect(
                answer.above(),
                answer.below(),
                answer.effect(),
                p(answer.effect()),
                null,
                null,
                new Edge(
                        data.allotment().threshold().orElseThrow().at().doubleValue(),
                        answer.estimate(),
                        answer.bandwidth(),
                        near.below(),
                        near.above(),
                        near.p(),
                        answer.picture(),
                        jump(earlier)),
                bounds(followed),
                null,
                null,
                answer.notes());
    }

    /** The jump at the threshold in the year before the support; nothing where that cannot be told. */
    private static @Nullable Interval jump(String earlier) {
        try {
            return Discontinuity.of(bytes(earlier), 0, OptionalDouble.empty()).effect();
        } catch (Refusal cannotBeTold) {
            return null;
        }
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

    private Dose dose(
            Followed followed, Map<Long, Double> received, PairedLot.@Nullable Late perHour, Map<String, String> kept) {
        String file = files.doses(followed, received);
        try {
            DoseLine.Answer line = DoseLine.of(bytes(file));
            kept.put("dose/" + outcome, file);
            return new Dose(line, perHour == null ? null : perHour.interval(), line.notes(), null, null);
        } catch (Refusal refusal) {
            return new Dose(null, null, List.of(), null, OutcomeResult.why(refusal));
        }
    }

    private String direction() {
        return data.plan().outcomes().stream()
                .filter(planned -> planned.indicator().equals(outcome))
                .map(planned -> planned.direction())
                .findFirst()
                .orElse("EITHER");
    }
}
