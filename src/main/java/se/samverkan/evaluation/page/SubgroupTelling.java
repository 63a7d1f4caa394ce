package se.samverkan.evaluation.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samverkan.evaluation.method.Interval;
import se.samverkan.evaluation.method.Note;
import se.samverkan.evaluation.page.Told.Aside;
import se.samverkan.evaluation.page.Told.Picture;
import se.samverkan.evaluation.run.OutcomeResult;
import se.samverkan.evaluation.run.OutcomeResult.Part;
import se.samverkan.evaluation.run.OutcomeResult.Split;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.chart.SpanPlot;

/** Tells the effects in the subgroups that the plan names, and first of all whether they differ. */
final class SubgroupTelling {

    private final Numerals numerals;
    private final Words words;
    private final int asked;

    /** @param asked how much the run asks in all */
    SubgroupTelling(Numerals numerals, int asked) {
        this.numerals = numerals;
        this.words = numerals.words();
        this.asked = asked;
    }

    List<Aside> tell(OutcomeResult result) {
        return result.splits().stream().map(split -> tell(result, split)).toList();
    }

    private Aside tell(OutcomeResult result, Split split) {
        String id = result.indicator() + "-" + split.by();
        String title = words.text("evaluation.subgroup.title", words.text("evaluation.subgroup." + split.by()));
        Part upper = split.upper();
        Part lower = split.lower();
        Interval difference = split.difference();
        Double p = split.p();
        if (upper == null || lower == null || difference == null || p == null) {
            Note why = split.refused();
            return Aside.refused(id, title, why == null ? words.text("evaluation.run.failed") : numerals.sentence(why));
        }
        String finding = finding(split, difference);
        return new Aside(
                id,
                title,
                finding,
                true,
                List.of(picture(split, upper, lower, difference, finding)),
                List.of(
                        numerals.line(name(split, "upper", upper), upper.effect()),
                        numerals.line(name(split, "lower", lower), lower.effect()),
                        numerals.line(words.text("evaluation.subgroup.difference"), difference)),
                "",
                List.of(),
                List.of(chance(p, split.adjusted()), words.text("evaluation.subgroup.read")));
    }

    private String finding(Split split, Interval difference) {
        Double adjusted = split.adjusted();
        double low = java.util.Objects.requireNonNull(difference.lower());
        double high = java.util.Objects.requireNonNull(difference.upper());
        if (!difference.leavesOutZero()) {
            return words.text(
                    "evaluation.subgroup.untold", numerals.signed(low), numerals.signed(high), numerals.unit());
        }
        boolean doubtful = adjusted != null && adjusted >= Numerals.DOUBT;
        return words.text(
                doubtful ? "evaluation.subgroup.maybe" : "evaluation.subgroup.told",
                numerals.number(Math.abs(difference.estimate())),
                name(split, difference.estimate() > 0 ? "upper" : "lower"),
                name(split, difference.estimate() > 0 ? "lower" : "upper"),
                numerals.signed(low),
                numerals.signed(high),
                numerals.unit(),
                asked);
    }

    private String chance(double p, @Nullable Double adjusted) {
        return asked > 1 && adjusted != null
                ? words.text("evaluation.chance.adjusted", numerals.chance(p), numerals.chance(adjusted), asked)
                : words.text("evaluation.chance.alone", numerals.chance(p));
    }

    private String name(Split split, String side) {
        Double from = split.from();
        return words.text(
                "evaluation.subgroup." + split.by() + "." + side,
                from == null ? "" : words.number(from, from == Math.rint(from) ? 0 : 1));
    }

    private String name(Split split, String side, Part part) {
        return words.text(
                "evaluation.subgroup.size",
                Numerals.capital(name(split, side), words.locale()),
                part.offered(),
                part.others());
    }

    private Picture picture(Split split, Part upper, Part lower, Interval difference, String finding) {
        return new Picture(
                new SpanPlot(
                                List.of(
                                        span(Numerals.capital(name(split, "upper"), words.locale()), upper.effect()),
                                        span(Numerals.capital(name(split, "lower"), words.locale()), lower.effect()),
                                        span(words.text("evaluation.subgroup.difference"), difference)),
                                words::number)
                        .draw(finding),
                words.text("evaluation.subgroup.caption", numerals.unit()));
    }

    private static SpanPlot.Span span(String label, Interval effect) {
        return new SpanPlot.Span(
                label,
                effect.estimate(),
                java.util.Objects.requireNonNull(effect.lower()),
                java.util.Objects.requireNonNull(effect.upper()));
    }
}
