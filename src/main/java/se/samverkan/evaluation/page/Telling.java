package se.samverkan.evaluation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.samverkan.evaluation.method.GroupTime.Event;
import se.samverkan.evaluation.method.Interval;
import se.samverkan.evaluation.method.LotPicture;
import se.samverkan.evaluation.method.MaskedBounds;
import se.samverkan.evaluation.method.Note;
import se.samverkan.evaluation.method.PreTrends;
import se.samverkan.evaluation.method.Sensitivity;
import se.samverkan.evaluation.method.Trimming;
import se.samverkan.evaluation.page.Told.Aside;
import se.samverkan.evaluation.page.Told.Line;
import se.samverkan.evaluation.page.Told.Picture;
import se.samverkan.evaluation.run.OutcomeResult;
import se.samverkan.evaluation.run.OutcomeResult.Lot;
import se.samverkan.evaluation.run.OutcomeResult.Study;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.IndicatorView;
import se.samverkan.statistics.Indicators;
import se.samverkan.statistics.chart.ChancePlot;
import se.samverkan.statistics.chart.EventPlot;

/** Tells what came of the outcomes of a run in plain words, with pictures and tables, in one language. */
final class Telling {

    /** Where everybody took part who was offered, and nobody else, the effect on them is the effect of the offer. */
    private static final double ALL = 0.995;

    private final Words words;
    private final Indicators indicators;
    private final int asked;

    /** @param results all that came of the run */
    Telling(Words words, Indicators indicators, List<OutcomeResult> results) {
        this.words = words;
        this.indicators = indicators;
        this.asked = results.stream().mapToInt(OutcomeResult::asked).sum();
    }

    Told tell(OutcomeResult result) {
        Optional<IndicatorView> indicator = indicators.find(result.indicator());
        String name = indicator.map(known -> known.name(words.locale())).orElse(result.indicator());
        Note refused = result.refused();
        Interval effect = result.effect();
        if (refused != null || effect == null) {
            return Told.refused(
                    result.indicator(),
                    name,
                    refused == null
                            ? words.text("evaluation.run.failed")
                            : words.text(refused.key(), refused.details().toArray()));
        }
        return new One(result, effect, indicator).told(name);
    }

    /** One outcome that has an effect. */
    private final class One {

        private final OutcomeResult result;
        private final Interval effect;
        private final Numerals numerals;
        private final List<Picture> pictures = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private final List<Line> years = new ArrayList<>();
        private final List<Line> survives = new ArrayList<>();
        private final List<String> more = new ArrayList<>();

        One(OutcomeResult result, Interval effect, Optional<IndicatorView> indicator) {
            this.result = result;
            this.effect = effect;
            this.numerals = new Numerals(words, indicator);
        }

        Told told(String name) {
            lines.add(numerals.line(words.text("evaluation.effect.main"), effect));
            chance();
            Lot lot = result.lot();
            if (lot != null) {
                lot(lot);
            }
            Study study = result.study();
            if (study != null) {
                study(study);
            }
            OutcomeResult.Edge edge = result.edge();
            if (edge != null) {
                edge(edge);
            }
            masked();
            List<Aside> asides = new ArrayList<>(new SubgroupTelling(numerals, asked).tell(result));
            asides.addAll(new DoseTelling(numerals, asked).tell(result));
            return new Told(
                    result.indicator(),
                    name,
                    finding(),
                    true,
                    words.text(
                            basis(),
                            result.offered(),
                            result.others(),
                            result.before(),
                            String.join(", ", result.years())),
                    pictures,
                    lines,
                    years,
                    survives,
                    edge == null
                            ? List.of()
                            : edge.picture().groups().stream()
                                    .map(numerals::grouped)
                                    .toList(),
                    more,
                    result.notes().stream()
                            .filter(note -> !note.key().equals("evaluation.note.lone-group"))
                            .map(numerals::sentence)
                            .toList(),
                    asides);
        }

        private String basis() {
            return "evaluation.basis."
                    + (result.lot() != null
                            ? "pairs"
                            : result.edge() != null ? "edge" : startsApart() ? "apart" : "starts");
        }

        private boolean startsApart() {
            return result.before().isEmpty();
        }

        private String finding() {
            Double lower = effect.lower();
            Double upper = effect.upper();
            if (lower == null || upper == null) {
                return words.text("evaluation.finding.unsure", numerals.signed(effect.estimate()), numerals.unit());
            }
            if (!effect.leavesOutZero()) {
                return words.text(
                        "evaluation.finding.untold", numerals.signed(lower), numerals.signed(upper), numerals.unit());
            }
            Double adjusted = result.adjusted();
            String key = adjusted != null && adjusted >= Numerals.DOUBT
                    ? "evaluation.finding.maybe"
                    : "evaluation.finding." + (isAgainst() ? "against" : effect.estimate() > 0 ? "higher" : "lower");
            return words.text(
                    key,
                    numerals.number(Math.abs(effect.estimate())),
                    numerals.signed(lower),
                    numerals.signed(upper),
                    numerals.unit(),
                    asked,
                    numerals.signed(effect.estimate()));
        }

        private boolean isAgainst() {
            return result.direction().equals("UP") && effect.estimate() < 0
                    || result.direction().equals("DOWN") && effect.estimate() > 0;
        }

        private void chance() {
            Double p = result.p();
            Double adjusted = result.adjusted();
            if (p != null && adjusted != null && asked > 1) {
                more.add(
                        words.text("evaluation.chance.adjusted", numerals.chance(p), numerals.chance(adjusted), asked));
            } else if (p != null && result.lot() == null) {
                more.add(words.text("evaluation.chance.alone", numerals.chance(p)));
            }
        }

        private void lot(Lot lot) {
            LotPicture picture = lot.picture();
            double end = picture.from() + picture.width() * picture.counts().size();
            String title = words.text(
                    lot.randomisation().exact() ? "evaluation.lot.exact" : "evaluation.lot.drawn",
                    numerals.chance(lot.randomisation().p()),
                    words.count(lot.randomisation().draws()));
            pictures.add(new Picture(
                    new ChancePlot(picture.from(), picture.width(), picture.counts())
                            .draw(
                                    title,
                                    effect.estimate(),
                                    words.text(
                                            "evaluation.lot.found",
                                            numerals.signed(effect.estimate()),
                                            numerals.unit()),
                                    List.of(numerals.signed(picture.from()), "0", numerals.signed(end))),
                    words.text("evaluation.lot.caption")));
            more.addFirst(title);
            Interval late = lot.late();
            Double tookPart = lot.tookPart();
            if (late != null && tookPart != null && tookPart < ALL) {
                lines.add(numerals.line(words.text("evaluation.effect.late"), late));
                more.add(words.text("evaluation.late.share", words.count(Math.round(tookPart * 100))));
            }
        }

        private void edge(OutcomeResult.Edge edge) {
            EdgeTelling telling = new EdgeTelling(numerals);
            pictures.add(telling.picture(edge, finding()));
            lines.add(telling.linear(edge));
            more.addAll(telling.more(edge));
        }

        private void study(Study study) {
            List<EventPlot.Point> points = study.events().stream()
                    .map(event -> new EventPlot.Point(
                            year(event), event.estimate(), event.lower(), event.upper(), event.e() < 0))
                    .toList();
            pictures.add(new Picture(
                    new EventPlot(points, words::number)
                            .draw(
                                    words.text("evaluation.study.title", finding()),
                                    words.text("evaluation.study.began")),
                    words.text(
                            startsApart() ? "evaluation.study.caption.apart" : "evaluation.study.caption",
                            numerals.unit())));
            study.events()
                    .forEach(event -> years.add(numerals.line(
                            year(event), new Interval(event.estimate(), event.se(), event.lower(), event.upper()))));
            PreTrends before = study.preTrends();
            more.add(
                    before == null
                            ? words.text("evaluation.pretrends.none")
                            : words.text(
                                    before.p() < Numerals.DOUBT
                                            ? "evaluation.pretrends.against"
                                            : "evaluation.pretrends.silent",
                                    numerals.chance(before.p())));
            Sensitivity sensitivity = study.sensitivity();
            if (sensitivity != null) {
                survives(sensitivity);
            }
        }

        /** The school year of an event, from the year before the support; where units began apart, its year of support. */
        private String year(Event event) {
            if (startsApart()) {
                return words.text("evaluation.year-of-support", event.e() + 1);
            }
            int first = Integer.parseInt(result.before().substring(0, 4)) + 1 + event.e();
            return "%d/%02d".formatted(first, (first + 1) % 100);
        }

        private void survives(Sensitivity sensitivity) {
            sensitivity
                    .levels()
                    .forEach(level -> survives.add(new Line(
                            words.text("evaluation.survives.level", words.number(level.m(), 1)),
                            "",
                            numerals.interval(
                                    level.average().lower(), level.average().upper()))));
            Double breakdown = sensitivity.breakdownAverage();
            if (breakdown == null) {
                more.add(words.text("evaluation.survives.nothing"));
            } else if (breakdown >= Sensitivity.MOST) {
                more.add(words.text("evaluation.survives.all", words.number(Sensitivity.MOST, 0)));
            } else {
                more.add(words.text(
                        "evaluation.survives.until",
                        words.number(breakdown, 2),
                        numerals.number(sensitivity.largestStep()),
                        numerals.unit()));
            }
        }

        private void masked() {
            MaskedBounds bounds = result.bounds();
            if (bounds != null) {
                more.add(words.text(
                        "evaluation.bounds",
                        bounds.masked(),
                        numerals.signed(bounds.from()),
                        numerals.signed(bounds.to()),
                        numerals.unit()));
                lines.add(new Line(
                        words.text("evaluation.effect.bounds"), "", numerals.interval(bounds.from(), bounds.to())));
            }
            Trimming trimming = result.trimming();
            if (trimming != null && trimming.trimmed() > 0) {
                lines.add(new Line(
                        words.text("evaluation.effect.trimmed"),
                        "",
                        numerals.interval(trimming.lower(), trimming.upper())));
            }
        }
    }
}
