package se.samverkan.evaluation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.samverkan.evaluation.method.DoseLine;
import se.samverkan.evaluation.method.Interval;
import se.samverkan.evaluation.method.Note;
import se.samverkan.evaluation.page.Told.Aside;
import se.samverkan.evaluation.page.Told.Line;
import se.samverkan.evaluation.page.Told.Picture;
import se.samverkan.evaluation.run.OutcomeResult;
import se.samverkan.evaluation.run.OutcomeResult.Dose;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.chart.LinePlot;

/** Tells how an outcome goes together with how much support units received; never as an effect, but where a lot gave the hours. */
final class DoseTelling {

    private static final int FINE = 2;

    private final Numerals numerals;
    private final Words words;
    private final int asked;

    /** @param asked how much the run asks in all */
    DoseTelling(Numerals numerals, int asked) {
        this.numerals = numerals;
        this.words = numerals.words();
        this.asked = asked;
    }

    List<Aside> tell(OutcomeResult result) {
        Dose dose = result.dose();
        return dose == null ? List.of() : List.of(tell(result, dose));
    }

    private Aside tell(OutcomeResult result, Dose dose) {
        String id = result.indicator() + "-dose";
        String title = words.text("evaluation.dose.title");
        DoseLine.Answer line = dose.line();
        if (line == null) {
            Note why = dose.refused();
            return Aside.refused(id, title, why == null ? words.text("evaluation.run.failed") : numerals.sentence(why));
        }
        String finding = finding(dose, line);
        List<Line> lines = new ArrayList<>(List.of(numerals.fine(words.text("evaluation.dose.slope"), line.slope())));
        List<String> more = new ArrayList<>();
        more.add(words.text("evaluation.dose.basis", line.units(), line.clusters(), words.number(line.mean(), 1)));
        Double adjusted = dose.adjusted();
        more.add(
                asked > 1 && adjusted != null
                        ? words.text(
                                "evaluation.chance.adjusted",
                                numerals.chance(line.p()),
                                numerals.chance(adjusted),
                                asked)
                        : words.text("evaluation.chance.alone", numerals.chance(line.p())));
        Interval perHour = dose.perHour();
        if (perHour != null) {
            lines.add(numerals.fine(words.text("evaluation.dose.per-hour"), perHour));
            more.add(words.text("evaluation.dose.per-hour.read"));
        }
        dose.notes().stream().map(numerals::sentence).forEach(more::add);
        return new Aside(
                id,
                title,
                finding,
                true,
                List.of(picture(line, finding)),
                lines,
                words.text("evaluation.dose.along"),
                line.groups().stream().map(numerals::grouped).toList(),
                more);
    }

    private String finding(Dose dose, DoseLine.Answer line) {
        Interval slope = line.slope();
        double low = java.util.Objects.requireNonNull(slope.lower());
        double high = java.util.Objects.requireNonNull(slope.upper());
        Double adjusted = dose.adjusted();
        String key = !slope.leavesOutZero()
                ? "untold"
                : adjusted != null && adjusted >= Numerals.DOUBT ? "maybe" : slope.estimate() > 0 ? "higher" : "lower";
        return words.text(
                "evaluation.dose.finding." + key,
                words.number(Math.abs(slope.estimate()), FINE),
                numerals.signed(low, FINE),
                numerals.signed(high, FINE),
                numerals.unit(),
                asked);
    }

    private Picture picture(DoseLine.Answer line, String finding) {
        DoseLine.Point first = line.line().getFirst();
        DoseLine.Point last = line.line().getLast();
        LinePlot plot = new LinePlot(
                line.groups().stream()
                        .map(group -> new LinePlot.Dot(group.along(), group.outcome()))
                        .toList(),
                List.of(new LinePlot.Stretch(first.dose(), first.outcome(), last.dose(), last.outcome())),
                line.line().stream()
                        .map(point -> new LinePlot.Reach(point.dose(), point.lower(), point.upper()))
                        .toList(),
                words::number);
        return new Picture(
                plot.draw(finding, words.text("evaluation.dose.across"), Optional.empty()),
                words.text("evaluation.dose.caption", numerals.unit()));
    }
}
