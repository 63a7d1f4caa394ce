package se.samverkan.programme.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samverkan.programme.file.Known;
import se.samverkan.programme.file.Shape;
import se.samverkan.programme.file.Shape.Choice;
import se.samverkan.programme.file.Shape.Group;
import se.samverkan.programme.file.Shape.Line;
import se.samverkan.programme.file.Shape.Names;
import se.samverkan.programme.file.Shape.Part;
import se.samverkan.programme.file.Shape.Things;
import se.samverkan.programme.file.Spot;
import se.samverkan.programme.file.Tree;
import se.samverkan.programme.keeping.KeptVersion;
import se.samverkan.programme.keeping.TakenAway;
import se.samverkan.shared.page.Crumb;
import se.samverkan.shared.page.Option;

/**
 * What the page of one part of a draft shows: its fields with what can be chosen in them, and the lists within it.
 *
 * @param draft the draft
 * @param spot where in it
 * @param form the form of its own fields
 * @param known what a line may name
 * @param telling the reader's words
 * @param roles the roles that have something to do in the variant
 * @param parentSays what the variant that it inherits says; empty where it inherits none
 * @param takenAway what was taken away here and can be put back
 */
record PartPage(
        KeptVersion draft,
        Spot spot,
        PartForm form,
        Known known,
        Telling telling,
        List<String> roles,
        Optional<Map<String, Object>> parentSays,
        List<TakenAway> takenAway) {

    String title() {
        if (spot.path().isEmpty()) {
            return telling.words().text("programme.part.names");
        }
        Spot above = spot.above().getLast();
        String step =
                spot.path().substring(above.path().isEmpty() ? 0 : above.path().length() + 1);
        return step.contains("/")
                ? telling.title(spot.shape(), spot.group())
                : telling.label(above.shape().name(), step);
    }

    /** The way here: the draft, and every thing that this one is within. */
    List<Crumb> crumbs(String programmes) {
        List<Crumb> crumbs = new ArrayList<>(List.of(new Crumb(programmes, "/programmes")));
        crumbs.add(new Crumb(telling.text(draft.whole().get("name")), address("")));
        for (Spot above : spot.above()) {
            if (!above.path().isEmpty()) {
                crumbs.add(new Crumb(telling.title(above.shape(), above.group()), address(above.path())));
            }
        }
        return crumbs;
    }

    String address(String at) {
        return VariantPartController.address(draft.variant(), at);
    }

    String help(String part) {
        String help = telling.help(spot.shape().name(), part);
        return help == null ? "" : help;
    }

    /** What stands under the name of a field: whence it comes, and what it is for. */
    @Nullable
    String hint(String part, String help) {
        String hint =
                Stream.of(inherited(part), help).filter(text -> !text.isBlank()).collect(Collectors.joining(" "));
        return hint.isEmpty() ? null : hint;
    }

    /** That a field says what the parent says; empty where it says something of its own, or there is no parent. */
    private String inherited(String part) {
        return parentSays
                .filter(whole -> Spot.find(whole, spot.path())
                        .filter(same -> Objects.equals(
                                same.group().get(part), spot.group().get(part)))
                        .isPresent())
                .map(whole -> telling.words().text("programme.inherited-from", telling.text(whole.get("name"))))
                .orElse("");
    }

    /** What something that was taken away is called. */
    String titleOf(TakenAway taken) {
        return spot.shape()
                .part(taken.list())
                .map(Part::shape)
                .filter(Things.class::isInstance)
                .map(things -> telling.title(((Things) things).each(), taken.thing()))
                .orElse(taken.list());
    }

    String label(String part) {
        return telling.label(spot.shape().name(), part);
    }

    /** What a field of the form is called; one with the English is called so. */
    String labelOf(String field) {
        boolean isEnglish = field.endsWith(PartForm.ENGLISH);
        String name = isEnglish ? field.substring(0, field.length() - PartForm.ENGLISH.length()) : field;
        String[] steps = name.split("\\.", 2);
        String label =
                label(steps[0]) + (steps.length > 1 ? ": " + telling.words().text("role." + steps[1]) : "");
        return isEnglish ? telling.words().text("programme.in-english", label) : label;
    }

    /** The lists of things within it. */
    List<Part> lists() {
        return spot.shape().parts().stream()
                .filter(part -> part.shape() instanceof Things)
                .toList();
    }

    /** The groups within it. */
    List<Part> groups() {
        return spot.shape().parts().stream()
                .filter(part -> part.shape() instanceof Group)
                .toList();
    }

    /** One of a list. */
    record Row(String key, String title, String address) {}

    List<Row> rows(Part list) {
        Group each = ((Things) list.shape()).each();
        return spot.things(list.name()).stream()
                .map(thing -> row(list, each, thing))
                .toList();
    }

    private Row row(Part list, Group each, Map<String, Object> thing) {
        String key = Tree.identity(each, thing);
        return new Row(key, telling.title(each, thing), address(Tree.under(spot.path(), list.name() + "/" + key)));
    }

    ListEdit edit(Part list) {
        return new ListEdit(draft.whole(), spot.path(), list.name());
    }

    /** What a new one of a list can be about, where it is chosen and not named. */
    List<Option> choices(Part list) {
        Group each = ((Things) list.shape()).each();
        List<String> there = spot.things(list.name()).stream()
                .map(thing -> Tree.identity(each, thing))
                .toList();
        return options(each.parts().getFirst().shape()).stream()
                .filter(option -> !there.contains(option.value()))
                .toList();
    }

    /** What can be chosen for a line or a choice. */
    List<Option> options(Shape shape) {
        return switch (shape) {
            case Choice choice -> named(shape, choice.values());
            case Line line when line.names() == Names.ROLE -> named(shape, known.roles());
            case Line line when line.names() == Names.SCHOOL_FORM -> named(shape, known.schoolForms());
            case Line line
            when line.names() == Names.PHASE ->
                named(
                        shape,
                        Tree.things(draft.whole().get("phases")).stream()
                                .map(phase -> String.valueOf(phase.get("key")))
                                .toList());
            default -> List.of();
        };
    }

    private List<Option> named(Shape shape, List<String> values) {
        return values.stream()
                .map(value -> new Option(value, telling.value(shape, value)))
                .toList();
    }

    /** The same with a first choice of nothing, where nothing is said yet. */
    List<Option> optionsOrNone(Shape shape, String value) {
        List<Option> all = new ArrayList<>(options(shape));
        if (all.stream().noneMatch(option -> option.value().equals(value))) {
            all.addFirst(new Option(value, value.isEmpty() ? telling.words().text("programme.choose") : value));
        }
        return all;
    }

    /** Whether this is one of a list, which can be taken away. */
    boolean isThing() {
        return !spot.path().isEmpty() && !spot.above().getLast().path().equals(parent());
    }

    /** The path of the list that it is in. */
    private String parent() {
        return spot.path().substring(0, Math.max(0, spot.path().lastIndexOf('/')));
    }

    /** The name of the list that it is in. */
    String list() {
        String parent = parent();
        return parent.substring(parent.lastIndexOf('/') + 1);
    }

    String above() {
        return spot.above().getLast().path();
    }

    String key() {
        return Tree.identity(spot.shape(), spot.group());
    }

    String mark() {
        return ListEdit.mark(spot.group());
    }
}
