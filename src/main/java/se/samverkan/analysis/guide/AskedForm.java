package se.samverkan.analysis.guide;

import java.util.List;
import java.util.Map;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.QuestionForm;
import se.samverkan.programme.variant.QuestionForm.Field;
import se.samverkan.programme.variant.Text;
import se.samverkan.shared.page.Words;

/**
 * A form of the programme's guiding questions as it is asked of one unit.
 *
 * @param phase the phase in which it is asked
 * @param steps what is done in the phase at the unit's level: who has the ball, whom to ask for help
 * @param fields what is asked of this unit: by its school forms, and the short form where the organiser has chosen that
 * @param answers what has been answered, by the field's key
 * @param version what a change names as the version it saw
 * @param terms the programme's own words
 */
public record AskedForm(
        QuestionForm form,
        Phase phase,
        List<Phase.Step> steps,
        List<Field> fields,
        Map<String, String> answers,
        int version,
        Map<String, Text> terms) {

    /** What somebody in a role is called in this programme. */
    public String role(String role, Words words) {
        return PartnershipView.role(terms, role, words);
    }

    public String answer(Field field) {
        return answers.getOrDefault(field.key(), "");
    }

    public long answered() {
        return fields.stream().filter(field -> !answer(field).isEmpty()).count();
    }

    public boolean isFinished() {
        return fields.stream()
                .noneMatch(field -> field.required() && answer(field).isEmpty());
    }
}
