package se.samverkan.selection.allotment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.samverkan.selection.allotment.PlanDraft.Direction;
import se.samverkan.selection.allotment.PlanDraft.Outcome;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.SentForm;

/** The form of a pre-analysis plan: three outcomes, two subgroups, a threshold. */
final class PlanForm {

    private static final int OUTCOMES = 3;

    private PlanForm() {}

    /** A form for the first version. */
    static SentForm blank(Period before) {
        return SentForm.ofVersion(0)
                .with("model", PlanDraft.Model.PAIR_FIXED_EFFECTS.name())
                .with("before", before.toString())
                .with("after", "3");
    }

    static SentForm of(PlanView plan, Locale locale) {
        PlanDraft draft = plan.draft();
        SentForm form = SentForm.ofVersion(plan.version())
                .with("model", draft.model().name())
                .with("before", draft.before().toString())
                .with("after", Integer.toString(draft.yearsAfter()))
                .with("hypothesis", draft.hypothesis())
                .with(
                        "threshold",
                        draft.threshold().map(value -> written(value, locale)).orElse(""))
                .with("dose", draft.dose() ? "true" : "");
        for (int place = 0; place < draft.outcomes().size(); place++) {
            form = form.with("outcome-" + place, draft.outcomes().get(place).indicator())
                    .with(
                            "direction-" + place,
                            draft.outcomes().get(place).direction().name());
        }
        for (int place = 0; place < draft.subgroups().size(); place++) {
            Subgroup division = draft.subgroups().get(place);
            form = form.with("subgroup-" + place, division.by().name())
                    .with(
                            "subgroup-from-" + place,
                            division.from().map(value -> written(value, locale)).orElse(""));
        }
        return form;
    }

    /** @throws Refusal when something in it cannot be read */
    static PlanDraft draft(SentForm sent) {
        try {
            List<Outcome> outcomes = new ArrayList<>();
            for (int place = 0; place < OUTCOMES; place++) {
                if (!sent.text("outcome-" + place).isEmpty()) {
                    outcomes.add(new Outcome(
                            sent.text("outcome-" + place), Direction.valueOf(sent.text("direction-" + place))));
                }
            }
            List<Subgroup> divisions = new ArrayList<>();
            for (int place = 0; place < PlanDraft.MOST_SUBGROUPS; place++) {
                if (!sent.text("subgroup-" + place).isEmpty()) {
                    divisions.add(new Subgroup(
                            Subgroup.By.valueOf(sent.text("subgroup-" + place)),
                            number(sent.text("subgroup-from-" + place))));
                }
            }
            return new PlanDraft(
                    PlanDraft.Model.valueOf(sent.text("model")),
                    outcomes,
                    Period.parse(sent.text("before")),
                    Integer.parseInt(sent.text("after")),
                    sent.text("hypothesis"),
                    divisions,
                    sent.text("dose").equals("true"),
                    number(sent.text("threshold")));
        } catch (IllegalArgumentException incomplete) {
            throw Refusal.malformed("refusal.form-incomplete");
        }
    }

    private static String written(BigDecimal value, Locale locale) {
        return locale.getLanguage().equals("en")
                ? value.toPlainString()
                : value.toPlainString().replace('.', ',');
    }

    /** A number with decimal comma or point, or nothing. */
    private static Optional<BigDecimal> number(String text) {
        String plain =
                text.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.').replace('\u2212', '-');
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        if (!plain.matches("-?\\d{1,9}(\\.\\d{1,6})?")) {
            throw Refusal.rule("selection.refusal.plan-number", text);
        }
        return Optional.of(new BigDecimal(plain));
    }
}
