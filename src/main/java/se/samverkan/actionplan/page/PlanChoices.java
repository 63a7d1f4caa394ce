package se.samverkan.actionplan.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.samverkan.actionplan.content.Colleague;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanField.Type;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.actionplan.content.PlanParts;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Option;
import se.samverkan.shared.page.Page;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.IndicatorView;

/**
 * What can be chosen in the fields of a part: terms of the partnership, causes of its area, interventions that can come before,
 * people, indicators.
 *
 * @param area the area that the part belongs to; empty for other work
 * @param light whether the organiser has chosen the short forms
 * @param school whether it is the plan of a school, which may have a preschool class and an after-school centre
 * @param self the id of the part; 0 for a new one
 */
record PlanChoices(
        boolean light,
        boolean school,
        PlanParts parts,
        Optional<PlanPart> area,
        long self,
        List<Period> terms,
        List<Colleague> colleagues,
        List<IndicatorView> indicators) {

    /** The fields that are asked in this plan. */
    List<PlanField> asked(PlanPartKind kind) {
        return PlanPartForm.asked(kind).stream()
                .filter(field -> school || field != PlanField.CONCERNS)
                .toList();
    }

    /** The choices of a field, the empty one first. */
    List<Option> of(PlanField field, String chosen, Page page) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", page.text("actionplan.choose." + (isPlain(field) ? field.type() : field.key()))));
        switch (field.type()) {
            case CHOICE ->
                field.choices()
                        .forEach(choice -> options.add(new Option(
                                choice, page.words().capital("actionplan.choice." + field.key() + "." + choice))));
            case TERM ->
                terms.forEach(term -> options.add(
                        new Option(Integer.toString(term.key()), page.words().term(term))));
            case REFERENCE -> references(field, page).forEach(options::add);
            case LINE, WORDS, NUMBER, DAY, FROZEN -> {}
        }
        if (options.stream().noneMatch(option -> option.value().equals(chosen))) {
            options.add(new Option(chosen, label(field, chosen, page)));
        }
        return options;
    }

    private static boolean isPlain(PlanField field) {
        return !field.is(Type.REFERENCE);
    }

    private List<Option> references(PlanField field, Page page) {
        return switch (field) {
            case RESPONSIBLE ->
                colleagues.stream()
                        .map(each -> new Option(
                                each.id() + " " + each.name(),
                                each.name() + ", "
                                        + page.text("role." + each.roles().getFirst())))
                        .toList();
            case INDICATOR ->
                indicators.stream()
                        .map(each -> new Option(each.code() + " " + each.name(Words.SWEDISH), each.name(page.locale())))
                        .toList();
            case ANSWERS ->
                area.map(each -> parts.below(each, PlanPartKind.CAUSE)).orElse(List.of()).stream()
                        .map(PlanChoices::option)
                        .toList();
            default ->
                parts.of(PlanPartKind.INTERVENTION).stream()
                        .filter(each -> each.id() != self)
                        .map(PlanChoices::option)
                        .toList();
        };
    }

    private static Option option(PlanPart part) {
        return new Option(part.id() + " " + part.title(), part.title());
    }

    /** A reference with what it is called, as the form carries it. */
    String shown(PlanField field, String id) {
        if (id.isEmpty()) {
            return "";
        }
        Optional<String> called = switch (field) {
            case RESPONSIBLE ->
                colleagues.stream()
                        .filter(each -> Long.toString(each.id()).equals(id))
                        .map(Colleague::name)
                        .findFirst();
            case INDICATOR ->
                indicators.stream()
                        .filter(each -> each.code().equals(id))
                        .map(each -> each.name(Words.SWEDISH))
                        .findFirst();
            default ->
                parts.all().stream()
                        .filter(each -> Long.toString(each.id()).equals(id))
                        .map(PlanPart::title)
                        .findFirst();
        };
        return called.map(name -> id + " " + name).orElse(id);
    }

    private static String label(PlanField field, String chosen, Page page) {
        if (field.is(Type.TERM) && chosen.matches("\\d{4}[14]")) {
            return page.words().term(Period.ofKey(Integer.parseInt(chosen)));
        }
        return chosen.replaceFirst("^\\S+ ", "");
    }
}
