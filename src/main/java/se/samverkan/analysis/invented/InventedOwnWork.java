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
import se.samverkan.analysis.workshop.EvidenceBase;
import se.samverkan.analysis.workshop.Workshop;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;

/** What the demonstration's school counts itself, what it has chosen to judge itself by, and what could meet a cause. */
@Component
class InventedOwnWork {

    private static final int STATEMENTS = 5;
    private static final int PUPILS = 312;

    private final OwnFigures figures;
    private final SelfAssessments assessments;
    private final Workshop workshop;
    private final MessageSource messages;
    private final Clock clock;

    InventedOwnWork(
            OwnFigures figures, SelfAssessments assessments, Workshop workshop, MessageSource messages, Clock clock) {
        this.figures = figures;
        this.assessments = assessments;
        this.workshop = workshop;
        this.messages = messages;
        this.clock = clock;
    }

    void tell(long analysis, long cause) {
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
        workshop.suggest(
                analysis,
                cause,
                new FreeText(word("invented.suggestion"), ""),
                EvidenceBase.PROVEN_EXPERIENCE,
                new FreeText(word("invented.suggestion.words"), ""),
                FreeText.NONE);
    }

    private String word(String key) {
        return messages.getMessage("analysis." + key, null, Words.SWEDISH);
    }
}
