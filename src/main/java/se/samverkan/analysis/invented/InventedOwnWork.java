package se.samverkan.analysis.invented;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samverkan.analysis.own.Measure;
import se.samverkan.analysis.own.OwnFigures;
import se.samverkan.analysis.self.SelfAssessments;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;

/** What the demonstration's school counts itself, and what it has chosen to judge itself by. */
@Component
class InventedOwnWork {

    private static final int STATEMENTS = 5;
    private static final int PUPILS = 312;

    private final OwnFigures figures;
    private final SelfAssessments assessments;
    private final MessageSource messages;
    private final Clock clock;

    InventedOwnWork(OwnFigures figures, SelfAssessments assessments, MessageSource messages, Clock clock) {
        this.figures = figures;
        this.assessments = assessments;
        this.messages = messages;
        this.clock = clock;
    }

    void tell(long analysis) {
        long absence = figures.add(
                analysis,
                new FreeText(word("invented.absence"), ""),
                Measure.PERCENT,
                new FreeText(word("invented.absence.words"), ""));
        Period term = Period.termOf(LocalDate.now(clock));
        for (String value : List.of("13.5", "14.1", "11.8")) {
            figures.put(analysis, absence, term, 0, new BigDecimal(value), PUPILS, false);
            term = term.plusTerms(-1);
        }
        assessments.add(
                analysis,
                IntStream.rangeClosed(1, STATEMENTS)
                        .mapToObj(n -> new FreeText(word("self.offered." + n), ""))
                        .toList());
    }

    private String word(String key) {
        return messages.getMessage("analysis." + key, null, Words.SWEDISH);
    }
}
