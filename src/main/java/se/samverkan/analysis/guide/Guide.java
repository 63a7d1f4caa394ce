package se.samverkan.analysis.guide;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.analysis.chain.AnalysedUnits;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.guide.GuideAnswers.Answer;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.QuestionFields;
import se.samverkan.programme.variant.Level;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.QuestionForm;
import se.samverkan.programme.variant.QuestionForm.Field;
import se.samverkan.programme.variant.SchoolFormRule;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to the programme's guiding questions: the forms of those phases at whose end an analysis is due, for the unit's
 * level and school forms. One answer is one row, so that two people who answer different questions do not meet.
 */
@Component
public class Guide {

    private final Analyses analyses;
    private final AnalysedUnits units;
    private final Partnerships partnerships;
    private final GuideAnswers store;
    private final AuditTrail trail;

    Guide(Analyses analyses, AnalysedUnits units, Partnerships partnerships, GuideAnswers store, AuditTrail trail) {
        this.analyses = analyses;
        this.units = units;
        this.partnerships = partnerships;
        this.store = store;
        this.trail = trail;
    }

    /** The forms that are asked of a unit, in the order of its phases. */
    @Transactional(readOnly = true)
    public List<AskedForm> forms(AnalysisView analysis) {
        return forms(analysis, partnership(analysis), units.forms(analysis));
    }

    /** The same, for somebody who has read the partnership and the unit's school forms already. */
    @Transactional(readOnly = true)
    public List<AskedForm> forms(AnalysisView analysis, PartnershipView partnership, List<String> schoolForms) {
        Variant variant = units.variant(partnership);
        Map<String, Map<String, Answer>> answers = store.of(analysis.id());
        return variant.phases().stream()
                .flatMap(phase -> variant.forms().stream()
                        .filter(form -> form.phase().equals(phase.key()) && asks(variant, form, analysis.level()))
                        .map(form -> asked(
                                analysis,
                                partnership,
                                phase,
                                form,
                                form.asked(partnership.light(), schoolForms),
                                answers.getOrDefault(form.key(), Map.of()))))
                .filter(form -> !form.fields().isEmpty())
                .toList();
    }

    /** Whether a form is asked in an analysis of this level: one is due at the end of its phase. */
    static boolean asks(Variant variant, QuestionForm form, Level level) {
        return form.levels().contains(level)
                && variant.documents().stream()
                        .anyMatch(document -> document.kind().equals(AnalysedUnits.DOCUMENT)
                                && document.phase().equals(form.phase())
                                && document.levels().contains(level));
    }

    private static AskedForm asked(
            AnalysisView analysis,
            PartnershipView partnership,
            Phase phase,
            QuestionForm form,
            List<Field> fields,
            Map<String, Answer> answers) {
        return new AskedForm(
                form,
                phase,
                phase.steps().stream()
                        .filter(step -> step.levels().contains(analysis.level()))
                        .toList(),
                fields,
                answers.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().words())),
                answers.values().stream().mapToInt(Answer::version).sum(),
                partnership.terms());
    }

    /** What everybody should know of the school forms at a unit, as the programme says. */
    public List<SchoolFormRule> rules(PartnershipView partnership, List<String> schoolForms) {
        return units.variant(partnership).schoolForms().stream()
                .filter(rule -> schoolForms.contains(rule.form()))
                .toList();
    }

    @Transactional(readOnly = true)
    public AskedForm form(AnalysisView analysis, String key) {
        return forms(analysis).stream()
                .filter(each -> each.form().key().equals(key))
                .findFirst()
                .orElseThrow(Refusal::notSeen);
    }

    /**
     * Answers questions of a form; those that are not changed stay as they are.
     *
     * @param version the version of the form that was seen
     * @param words the answers by the field's key
     */
    @Transactional
    public void answer(long id, String key, int version, Map<String, FreeText> words) {
        AnalysisView analysis = analyses.locked(id);
        AskedForm asked = form(analysis, key);
        if (asked.version() != version) {
            throw Refusal.stale();
        }
        Happening happening = Analyses.happening("answered", analysis)
                .changing("analysis-form", null, asked.form().name().sv());
        for (Field field : asked.fields()) {
            FreeText now = words.getOrDefault(field.key(), FreeText.NONE);
            String before = asked.answer(field);
            if (now.text().length() > QuestionFields.MOST_OF_WORDS) {
                throw Refusal.rule(
                        "partnership.question.refusal.long",
                        QuestionFields.MOST_OF_WORDS,
                        now.text().length());
            }
            if (!before.equals(now.text())) {
                store.answer(id, key, field.key(), now.text());
                happening = happening
                        .changing("words", none(before), none(now.text()))
                        .changing("number-reason", null, now.numberReasonOrNull());
            }
        }
        trail.record(happening);
    }

    private PartnershipView partnership(AnalysisView analysis) {
        return partnerships.find(analysis.partnership()).orElseThrow(Refusal::notSeen);
    }

    private static @org.jspecify.annotations.Nullable String none(String text) {
        return text.isEmpty() ? null : text;
    }
}
