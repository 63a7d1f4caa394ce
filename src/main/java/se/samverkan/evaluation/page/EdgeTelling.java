package se.samverkan.evaluation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.samverkan.evaluation.method.Discontinuity;
import se.samverkan.evaluation.method.Interval;
import se.samverkan.evaluation.page.Told.Line;
import se.samverkan.evaluation.page.Told.Picture;
import se.samverkan.evaluation.run.OutcomeResult.Edge;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.chart.LinePlot;
import se.samverkan.statistics.chart.LinePlot.Dot;
import se.samverkan.statistics.chart.LinePlot.Stretch;

/** Tells what a threshold says: the lines on either side, and whether anything speaks against reading the jump between them. */
final class EdgeTelling {

    private static final int INDEX_DECIMALS = 2;

    private final Numerals numerals;
    private final Words words;

    EdgeTelling(Numerals numerals) {
        this.numerals = numerals;
        this.words = numerals.words();
    }

    /** Lines on either side of the threshold, and the means of groups. */
    Picture picture(Edge edge, String finding) {
        Discontinuity.Picture drawn = edge.picture();
        double h = edge.bandwidth();
        LinePlot plot = new LinePlot(
                drawn.groups().stream()
                        .map(group -> new Dot(group.along(), group.outcome()))
                        .toList(),
                List.of(new Stretch(-h, drawn.from(), 0, drawn.below()), new Stretch(0, drawn.above(), h, drawn.to())),
                List.of(),
                words::number);
        return new Picture(
                plot.draw(
                        words.text("evaluation.edge.title", finding),
                        words.text("evaluation.edge.across"),
                        Optional.of(words.text("evaluation.edge.decided"))),
                words.text("evaluation.edge.caption", numerals.unit()));
    }

    Line linear(Edge edge) {
        return new Line(words.text("evaluation.edge.linear"), numerals.signed(edge.linear()), "");
    }

    /** How near the units are, whether they could choose their side, and whether they differed before. */
    List<String> more(Edge edge) {
        List<String> more = new ArrayList<>();
        more.add(words.text(
                "evaluation.edge.near",
                words.number(edge.cutoff(), INDEX_DECIMALS),
                words.number(edge.bandwidth(), INDEX_DECIMALS)));
        more.add(words.text(
                "evaluation.edge.gathered." + (edge.gathered() < Numerals.DOUBT),
                words.count(edge.below()),
                words.count(edge.above()),
                numerals.chance(edge.gathered())));
        Interval earlier = edge.earlier();
        if (earlier == null || earlier.se() == null) {
            more.add(words.text("evaluation.edge.earlier.unknown"));
        } else {
            more.add(words.text(
                    "evaluation.edge.earlier." + earlier.leavesOutZero(),
                    numerals.signed(earlier.estimate()),
                    numerals.interval(earlier.lower(), earlier.upper()),
                    numerals.unit()));
        }
        return more;
    }
}
