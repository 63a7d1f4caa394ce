package se.samverkan.partnership.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.QuestionFields;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.QuestionForm;
import se.samverkan.programme.variant.QuestionForm.Field;

/**
 * A form of the programme as one unit of a case has answered it. It is the unit's draft until whoever decides there adopts it;
 * then it is only read, until it is opened again with a reason.
 *
 * @param fields what is asked of this unit: by its school forms, and the short form where the organiser has chosen that
 * @param answers what has been answered, by the field's key
 * @param version what a change names as the version it saw
 * @param versions those that were adopted, the newest first
 * @param writes whether the actor answers it now
 * @param adopts whether the actor decides for the unit
 */
record CaseForm(
        PartnershipView partnership,
        Participant unit,
        QuestionForm form,
        Phase phase,
        List<Field> fields,
        Map<String, String> answers,
        int version,
        List<FormVersion> versions,
        boolean writes,
        boolean adopts) {

    String answer(Field field) {
        return answers.getOrDefault(field.key(), "");
    }

    String told(Field field, Locale locale) {
        return QuestionFields.told(field, answer(field), locale);
    }

    /** The version that holds; empty while it is written in. */
    Optional<FormVersion> holding() {
        return versions.stream().filter(FormVersion::holds).findFirst();
    }

    /** What must be answered before it can be adopted. */
    List<Field> missing() {
        return fields.stream()
                .filter(field -> field.required() && answer(field).isEmpty())
                .toList();
    }

    boolean isBegun() {
        return fields.stream().anyMatch(field -> !answer(field).isEmpty());
    }

    String address() {
        return address(partnership.id(), unit.unit(), form.key());
    }

    static String address(long partnership, long unit, String form) {
        return "/partnerships/" + partnership + "/units/" + unit + "/forms/" + form;
    }
}
