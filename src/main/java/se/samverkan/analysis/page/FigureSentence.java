package se.samverkan.analysis.page;

import se.samverkan.analysis.chain.KeptFigure;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.Figure;
import se.samverkan.statistics.FigureWords;
import se.samverkan.statistics.IndicatorView;
import se.samverkan.statistics.Observation.Breakdown;

/** A published figure in a sentence: of what, when and how much, or why there is none. */
final class FigureSentence {

    private final IndicatorView indicator;
    private final FigureWords figures;
    private final Words words;

    FigureSentence(IndicatorView indicator, Words words) {
        this.indicator = indicator;
        this.words = words;
        this.figures = new FigureWords(words);
    }

    /** Of what, and of which part. */
    String name(Breakdown breakdown) {
        String name = indicator.name(words.locale());
        return breakdown.equals(Breakdown.ALL) ? name : name + ", " + figures.part(breakdown);
    }

    String value(Figure figure) {
        return figures.figure(indicator, figure);
    }

    String of(KeptFigure kept) {
        return words.text(
                "analysis.figure.sentence",
                name(kept.breakdown()),
                figures.inPeriod(kept.period()),
                value(kept.figure()));
    }
}
