package se.samverkan.analysis.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.samverkan.analysis.chain.EvidenceFigures;
import se.samverkan.shared.page.Option;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.FigureWords;
import se.samverkan.statistics.PublishedFigures.UnitFigure;

/**
 * The figures of one indicator that can become evidence.
 *
 * @param name what the indicator is called
 * @param definition what it measures
 * @param choices its figures, the newest first
 */
record FigureGroup(String name, String definition, List<Option> choices) {

    static List<FigureGroup> of(List<UnitFigure> figures, EvidenceFigures source, Words words) {
        Map<String, List<UnitFigure>> grouped = new LinkedHashMap<>();
        figures.forEach(figure -> grouped.computeIfAbsent(figure.indicator(), code -> new ArrayList<>())
                .add(figure));
        FigureWords figureWords = new FigureWords(words);
        List<FigureGroup> groups = new ArrayList<>();
        grouped.forEach((code, all) -> source.indicator(code).ifPresent(indicator -> {
            FigureSentence sentence = new FigureSentence(indicator, words);
            groups.add(new FigureGroup(
                    indicator.name(words.locale()),
                    indicator.definition(words.locale()),
                    all.stream()
                            .map(figure -> new Option(
                                    key(figure),
                                    words.text(
                                            "analysis.figure.sentence",
                                            sentence.name(figure.breakdown()),
                                            figureWords.inPeriod(figure.period()),
                                            sentence.value(figure.figure()))))
                            .toList()));
        }));
        return groups;
    }

    /** What a form calls a figure by. */
    static String key(UnitFigure figure) {
        return figure.indicator() + " " + figure.breakdown().dimension() + " "
                + figure.breakdown().code() + " " + figure.period().key();
    }
}
