package se.samverkan.analysis.page;

import java.util.Optional;
import se.samverkan.analysis.chain.KeptFigure;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.IndicatorView;
import se.samverkan.statistics.PublishedFigures.UnitFigure;

/**
 * A published figure that is evidence: as it was known then, and as it is known now where it has been revised.
 *
 * @param revised what it is now; empty where it stands
 */
record FigureNow(KeptFigure kept, IndicatorView indicator, Optional<UnitFigure> revised) {

    String then(Words words) {
        return new FigureSentence(indicator, words).of(kept);
    }

    String now(Words words) {
        return revised.map(figure -> new FigureSentence(indicator, words).value(figure.figure()))
                .orElse("");
    }
}
