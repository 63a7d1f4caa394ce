package se.samverkan.analysis.own;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.Chains;
import se.samverkan.analysis.chain.EvidenceKind;
import se.samverkan.analysis.chain.PartDraft;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;

/**
 * The door to a unit's own figures. A group of fewer than ten is warned about, and kept only when somebody has answered for that
 * nobody in it can be recognised.
 */
@Component
public class OwnFigures {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST = BigDecimal.valueOf(999_999);

    private final Analyses analyses;
    private final Chains chains;
    private final StoredOwnFigures store;
    private final AuditTrail trail;

    OwnFigures(Analyses analyses, Chains chains, StoredOwnFigures store, AuditTrail trail) {
        this.analyses = analyses;
        this.chains = chains;
        this.store = store;
        this.trail = trail;
    }

    /** The own indicators of a unit, in the order in which they were added. */
    @Transactional(readOnly = true)
    public List<OwnIndicator> of(AnalysisView analysis) {
        return store.of(analysis.id());
    }

    @Transactional(readOnly = true)
    public OwnIndicator indicator(AnalysisView analysis, long indicator) {
        return of(analysis).stream()
                .filter(each -> each.id() == indicator)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
    }

    @Transactional
    public long add(long id, FreeText name, Measure measure, FreeText words) {
        AnalysisView analysis = analyses.locked(id);
        if (name.text().isBlank() || name.text().length() > PartDraft.MOST_OF_TITLE) {
            throw Refusal.rule("analysis.refusal.own-name", PartDraft.MOST_OF_TITLE);
        }
        if (words.text().length() > PartDraft.MOST_OF_WORDS) {
            throw Refusal.rule("analysis.refusal.words-long", PartDraft.MOST_OF_WORDS);
        }
        long indicator = store.add(id, name.text(), measure, words.text());
        trail.record(Analyses.happening("own-indicator-added", analysis)
                .changing("title", null, name.text())
                .changing("words", null, words.text().isEmpty() ? null : words.text())
                .changing("number-reason", null, name.numberReasonOrNull()));
        return indicator;
    }

    /**
     * Writes the value of a term.
     *
     * @param answeredFor whether somebody answers for that nobody in a small group can be recognised
     */
    @Transactional
    public void put(
            long id, long indicatorId, Period term, int version, BigDecimal value, int people, boolean answeredFor) {
        AnalysisView analysis = analyses.locked(id);
        OwnIndicator indicator = indicator(analysis, indicatorId);
        if (value.signum() < 0 || value.compareTo(indicator.measure() == Measure.PERCENT ? HUNDRED : MOST) > 0) {
            throw Refusal.rule("analysis.refusal.own-value." + indicator.measure());
        }
        if (people < OwnValue.SMALL && !answeredFor) {
            throw Refusal.rule("analysis.refusal.own-small", people);
        }
        Optional<OwnValue> before = indicator.in(term);
        if (before.map(OwnValue::version).orElse(0) != version
                || !store.put(indicatorId, term, version, value, people, answeredFor)) {
            throw Refusal.stale();
        }
        trail.record(Analyses.happening("own-value-written", analysis)
                .changing("title", null, indicator.name() + ", " + term)
                .changing(
                        "analysis-own-value",
                        before.map(each -> each.value() + " (" + each.people() + ")")
                                .orElse(null),
                        value + " (" + people + ")"));
    }

    /**
     * Writes the values of many terms, or none of them. A term that has the same value already is left as it is.
     *
     * @param answeredFor whether somebody answers for that nobody in a small group can be recognised
     * @throws Refusal when a term has another value, is still to come, or is of a group so small that somebody must answer for it
     */
    @Transactional
    public void putAll(long id, long indicatorId, List<OwnLines.Line> lines, Period now, boolean answeredFor) {
        AnalysisView analysis = analyses.locked(id);
        OwnIndicator indicator = indicator(analysis, indicatorId);
        for (OwnLines.Line line : lines) {
            if (line.term().key() > now.key()) {
                throw Refusal.rule("analysis.own.lines.later", line.term());
            }
            Optional<OwnValue> there = indicator.in(line.term());
            if (there.isEmpty()) {
                put(id, indicatorId, line.term(), 0, line.value(), line.people(), answeredFor);
            } else if (there.get().value().compareTo(line.value()) != 0
                    || there.get().people() != line.people()) {
                throw Refusal.rule("analysis.own.lines.there", line.term());
            }
        }
    }

    /**
     * Writes the values of many figures, or none of them; a figure that is not there yet is added.
     *
     * @throws Refusal also when a figure of that name counts something else
     */
    @Transactional
    public void putTable(long id, List<OwnTable.Figure> table, Period now, boolean answeredFor) {
        AnalysisView analysis = analyses.locked(id);
        for (OwnTable.Figure figure : table) {
            Optional<OwnIndicator> there = of(analysis).stream()
                    .filter(each -> each.name().equalsIgnoreCase(figure.name()))
                    .findFirst();
            if (there.isPresent() && there.get().measure() != figure.measure()) {
                throw Refusal.rule("analysis.own.table.measure-other", figure.name());
            }
            long indicator = there.map(OwnIndicator::id)
                    .orElseGet(() -> add(id, new FreeText(figure.name(), ""), figure.measure(), FreeText.NONE));
            putAll(id, indicator, figure.lines(), now, answeredFor);
        }
    }

    /**
     * Takes a value in as evidence, with the words that it is written in.
     *
     * @return the id of the evidence
     */
    @Transactional
    public long takeIn(long id, long indicatorId, Period term, Words words) {
        AnalysisView analysis = analyses.locked(id);
        OwnIndicator indicator = indicator(analysis, indicatorId);
        OwnValue value = indicator.in(term).orElseThrow(Refusal::notSeen);
        String sentence = indicator.sentence(value, words);
        PartDraft draft = new PartDraft(
                PartKind.EVIDENCE,
                EvidenceKind.LOCAL_FIGURE.name(),
                "",
                "",
                sentence.substring(0, Math.min(sentence.length(), PartDraft.MOST_OF_TITLE)),
                indicator.words(),
                words.term(term));
        return chains.add(id, draft, Optional.empty());
    }
}
