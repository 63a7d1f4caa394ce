package se.samverkan.partnership.form;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.course.Phases;
import se.samverkan.programme.variant.QuestionForm;
import se.samverkan.programme.variant.QuestionForm.Kind;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** In the demonstration the head teacher has begun to answer what the programme asks of the own school in its phase. */
@Component
@Order(58)
class InventedForm implements InventedStory {

    private final Partnerships partnerships;
    private final Phases phases;
    private final CaseForms forms;
    private final MessageSource messages;

    InventedForm(Partnerships partnerships, Phases phases, CaseForms forms, MessageSource messages) {
        this.partnerships = partnerships;
        this.phases = phases;
        this.forms = forms;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "partnership-form";
    }

    @Override
    public Role teller() {
        return Role.HEAD_TEACHER;
    }

    @Override
    public void tell() {
        partnerships.live().stream()
                .flatMap(partnership ->
                        partnership.units().stream().flatMap(unit -> toAnswer(partnership, unit).stream()))
                .findFirst()
                .ifPresent(this::answer);
    }

    /** The form of the phase that a unit of the teller's is in. */
    private Optional<CaseForm> toAnswer(PartnershipView partnership, Participant unit) {
        if (!forms.mayFill(partnership, unit)) {
            return Optional.empty();
        }
        Variant variant = phases.variant(partnership);
        Map<String, LocalDate> begun = phases.phasesBegun(partnership.id()).getOrDefault(unit.unit(), Map.of());
        return Phases.current(variant, begun).stream()
                .flatMap(now -> variant.forms().stream()
                        .filter(form -> form.phase().equals(now.phase().key())
                                && form.levels().contains(unit.level())))
                .map(QuestionForm::key)
                .map(key -> forms.form(partnership.id(), unit.unit(), key))
                .filter(form -> form.writes() && forms.elsewhere(form).isEmpty())
                .findFirst();
    }

    private void answer(CaseForm form) {
        Map<String, FreeText> words = new HashMap<>();
        form.fields().stream()
                .filter(field -> field.kind() == Kind.TEXT)
                .limit(1)
                .forEach(field -> words.put(field.key(), said()));
        forms.answer(form.partnership().id(), form.unit().unit(), form.form().key(), form.version(), words);
    }

    private FreeText said() {
        return new FreeText(messages.getMessage("partnership.form.invented", null, Words.SWEDISH), "");
    }
}
