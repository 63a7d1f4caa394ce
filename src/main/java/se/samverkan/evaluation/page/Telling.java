package se.samverkan.evaluation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samverkan.evaluation.method.GroupTime.Event;
import se.samverkan.evaluation.method.Interval;
import se.samverkan.evaluation.method.LotPicture;
import se.samverkan.evaluation.method.MaskedBounds;
import se.samverkan.evaluation.method.Note;
import se.samverkan.evaluation.method.PreTrends;
import se.samverkan.evaluation.method.Sensitivity;
import se.samverkan.evaluation.method.Trimming;
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

    private static final double DOUBT = 0.05;
    private static final int CHANCE_DECIMALS = 3;
    private static final int DECIMALS = 1;
    private static final double TENTHS = 10;
    /** Where everybody took part who was offered, and nobody else, the effect on them is the effect of the offer. */
    private static final double ALL = 0.995;

    private final Words words;
    private final Indicators indicators;
    private final int outcomes;

    /** @param outcomes how many there are in the run */
    Telling(Words words, Indicators indicators, int outcomes) {
        this.words = words;
        this.indicators = indicators;
        this.outcomes = outcomes;
    }

    Told tell(OutcomeResult result) {
        Optional<IndicatorView> indicator = indicators.find(result.indicator());
        String name = indicator.map(known -> known.name(words.locale())).orElse(result.indicator());
        Note refused = result.refused();
        Interval effect = result.effect();
        if (refused != null || effect == null) {
            String why = refused == null ? words.text("evaluation.run.failed") : sentence(refused);
            return new Told(
                    result.indicator(),
                    name,
                    why,
                    false,
                    "",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }
        return new One(result, effect, indicator).told(name);
    }

    private String sentence(Note note) {
        return words.text(note.key(), note.details().toArray());
    }

    /** One outcome that has an effect. */
    private final class One {

        private final OutcomeResult result;
        private final Interval effect;
        private final String unit;
        private final List<Picture> pictures = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private final List<Line> years = new ArrayList<>();
        private final List<Line> survives = new ArrayList<>();
        private final List<String> more = new ArrayList<>();

        One(OutcomeResult result, Interval effect, Optional<IndicatorView> indicator) {
            this.result = result;
            this.effect = effect;
            String key = "evaluation.unit." + indicator.map(IndicatorView::unit).orElse("NONE");
            this.unit = words.has(key) ? words.text(key) : "";
        }

        Told told(String name) {
            lines.add(line(words.text("evaluation.effect.main"), effect));
            chance();
            Lot lot = result.lot();
            if (lot != null) {
                lot(lot);
            }
            Study study = result.study();
            if (study != null) {
                study(study);
            }
            masked();
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
                    more,
                    result.notes().stream()
                            .filter(note -> !note.key().equals("evaluation.note.lone-group"))
                            .map(Telling.this::sentence)
                            .toList());
        }

        private String basis() {
            return "evaluation.basis." + (result.lot() != null ? "pairs" : startsApart() ? "apart" : "starts");
        }

        private boolean startsApart() {
            return result.before().isEmpty();
        }

        private String finding() {
            Double lower = effect.lower();
            Double upper = effect.upper();
            if (lower == null || upper == null) {
                return words.text("evaluation.finding.unsure", signed(effect.estimate()), unit);
            }
            if (!effect.leavesOutZero()) {
                return words.text("evaluation.finding.untold", signed(lower), signed(upper), unit);
            }
            Double adjusted = result.adjusted();
            String key = adjusted != null && adjusted >= DOUBT
                    ? "evaluation.finding.maybe"
                    : "evaluation.finding." + (isAgainst() ? "against" : effect.estimate() > 0 ? "higher" : "lower");
            return words.text(
                    key,
                    number(Math.abs(effect.estimate())),
                    signed(lower),
                    signed(upper),
                    unit,
                    outcomes,
                    signed(effect.estimate()));
        }

        private boolean isAgainst() {
            return result.direction().equals("UP") && effect.estimate() < 0
                    || result.direction().equals("DOWN") && effect.estimate() > 0;
        }

        private void chance() {
            Double p = result.p();
            Double adjusted = result.adjusted();
            if (p != null && adjusted != null && outcomes > 1) {
                more.add(words.text("evaluation.chance.adjusted", chance(p), chance(adjusted), outcomes));
            } else if (p != null && result.lot() == null) {
                more.add(words.text("evaluation.chance.alone", chance(p)));
            }
        }

        private void lot(Lot lot) {
            LotPicture picture = lot.picture();
            double end = picture.from() + picture.width() * picture.counts().size();
            String title = words.text(
                    lot.randomisation().exact() ? "evaluation.lot.exact" : "evaluation.lot.drawn",
                    chance(lot.randomisation().p()),
                    words.count(lot.randomisation().draws()));
            pictures.add(new Picture(
                    new ChancePlot(picture.from(), picture.width(), picture.counts())
                            .draw(
                                    title,
                                    effect.estimate(),
                                    words.text("evaluation.lot.found", signed(effect.estimate()), unit),
                                    List.of(signed(picture.from()), "0", signed(end))),
                    words.text("evaluation.lot.caption")));
            more.addFirst(title);
            Interval late = lot.late();
            Double tookPart = lot.tookPart();
            if (late != null && tookPart != null && tookPart < ALL) {
                lines.add(line(words.text("evaluation.effect.late"), late));
                more.add(words.text("evaluation.late.share", words.count(Math.round(tookPart * 100))));
            }
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
                    words.text(startsApart() ? "evaluation.study.caption.apart" : "evaluation.study.caption", unit)));
            study.events()
                    .forEach(event -> years.add(line(
                            year(event), new Interval(event.estimate(), event.se(), event.lower(), event.upper()))));
            PreTrends before = study.preTrends();
            more.add(
                    before == null
                            ? words.text("evaluation.pretrends.none")
                            : words.text(
                                    before.p() < DOUBT ? "evaluation.pretrends.against" : "evaluation.pretrends.silent",
                                    chance(before.p())));
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
                            interval(level.average().lower(), level.average().upper()))));
            Double breakdown = sensitivity.breakdownAverage();
            if (breakdown == null) {
                more.add(words.text("evaluation.survives.nothing"));
            } else if (breakdown >= Sensitivity.MOST) {
                more.add(words.text("evaluation.survives.all", words.number(Sensitivity.MOST, 0)));
            } else {
                more.add(words.text(
                        "evaluation.survives.until",
                        words.number(breakdown, 2),
                        number(sensitivity.largestStep()),
                        unit));
            }
        }

        private void masked() {
            MaskedBounds bounds = result.bounds();
            if (bounds != null) {
                more.add(words.text(
                        "evaluation.bounds", bounds.masked(), signed(bounds.from()), signed(bounds.to()), unit));
                lines.add(new Line(words.text("evaluation.effect.bounds"), "", interval(bounds.from(), bounds.to())));
            }
            Trimming trimming = result.trimming();
            if (trimming != null && trimming.trimmed() > 0) {
                lines.add(new Line(
                        words.text("evaluation.effect.trimmed"), "", interval(trimming.lower(), trimming.upper())));
            }
        }

        private Line line(String what, Interval told) {
            return new Line(what, signed(told.estimate()), interval(told.lower(), told.upper()));
        }

        private String interval(@Nullable Double lower, @Nullable Double upper) {
            return lower == null || upper == null ? "" : words.text("evaluation.between", signed(lower), signed(upper));
        }

        private String number(double value) {
            double rounded = Math.rint(value * TENTHS) / TENTHS;
            return words.number(rounded == 0 ? 0 : rounded, DECIMALS);
        }

        private String signed(double value) {
            String number = number(value);
            return value > 0 && !number.equals(number(0)) ? "+" + number : number;
        }

        private String chance(double p) {
            return p < 0.001 ? words.text("evaluation.chance.least") : words.number(p, CHANCE_DECIMALS);
        }
    }
}
