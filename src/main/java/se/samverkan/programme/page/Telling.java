package se.samverkan.programme.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.samverkan.programme.file.Complaint;
import se.samverkan.programme.file.Difference;
import se.samverkan.programme.file.Shape;
import se.samverkan.programme.file.Shape.Choice;
import se.samverkan.programme.file.Shape.Dictionary;
import se.samverkan.programme.file.Shape.Group;
import se.samverkan.programme.file.Shape.Line;
import se.samverkan.programme.file.Shape.Many;
import se.samverkan.programme.file.Shape.Part;
import se.samverkan.programme.file.Shape.Things;
import se.samverkan.programme.file.Shape.Whole;
import se.samverkan.programme.file.Shape.Words;
import se.samverkan.programme.file.Shape.YesNo;
import se.samverkan.programme.file.Shapes;
import se.samverkan.programme.file.Spot;
import se.samverkan.programme.file.Tree;

/**
 * Tells what stands in a variant in the reader's language: fields by their labels, things by their names, and the way to
 * something as one reads it.
 *
 * @param words the words of the reader's language
 * @param whole the filled tree that keys are looked up in
 */
record Telling(se.samverkan.shared.page.Words words, Map<String, Object> whole) {

    private static final String STEP = " › ";

    /** What a field is called. */
    String label(String group, String part) {
        return words.text("programme.field." + group + "." + part);
    }

    /** What it is for, where a line says so. */
    @Nullable
    String help(String group, String part) {
        String key = "programme.help." + group + "." + part;
        return words.has(key) ? words.text(key) : null;
    }

    /** What a thing of a list is called. */
    String title(Group each, Map<String, Object> thing) {
        Optional<String> name = each.parts().stream()
                .filter(part -> part.shape() instanceof Words
                        && List.of("name", "label", "question").contains(part.name()))
                .map(part -> text(thing.get(part.name())))
                .filter(text -> !text.isBlank())
                .findFirst();
        String identity = Tree.identity(each, thing);
        return name.orElseGet(() -> value(each.parts().getFirst().shape(), identity));
    }

    String text(@Nullable Object value) {
        Map<String, Object> text = Tree.map(value);
        String english = Objects.toString(text.get("en"), "");
        return isEnglish() && !english.isBlank() ? english : Objects.toString(text.get("sv"), "");
    }

    private boolean isEnglish() {
        return words.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    /** A value as people read it; nothing is said as a dash. */
    String value(Shape shape, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        return switch (shape) {
            case Words both -> text(value);
            case Line line -> named(line.names(), value.toString());
            case Whole number -> words.count((Integer) value);
            case YesNo yesNo -> words.text("programme.yes." + value);
            case Choice choice -> words.text("programme.choice." + value);
            case Many many ->
                ((List<?>) value).stream().map(each -> value(many.each(), each)).collect(Collectors.joining(", "));
            case Dictionary dictionary ->
                Tree.map(value).entrySet().stream()
                        .map(each -> role(each.getKey()) + ": " + text(each.getValue()))
                        .collect(Collectors.joining(", "));
            case Group group -> title(group, Tree.map(value));
            case Things things ->
                Tree.things(value).stream()
                        .map(each -> title(things.each(), each))
                        .collect(Collectors.joining(", "));
        };
    }

    private String named(Shape.Names names, String value) {
        return switch (names) {
            case ROLE -> value.isEmpty() ? "" : role(value);
            case SCHOOL_FORM -> words.has("form." + value) ? words.capital("form." + value) : value;
            case PHASE -> phase(value);
            case CODE -> words.has("programme.code." + value) ? words.text("programme.code." + value) : value;
            case KEY -> value;
        };
    }

    /** A role by the variant's own word for it, where it has one. */
    String role(String role) {
        Object own = Tree.map(whole.get("terms")).get(role);
        String text = own == null ? "" : text(own);
        return text.isBlank()
                ? words.text("role." + role)
                : text.substring(0, 1).toUpperCase(words.locale()) + text.substring(1);
    }

    String phase(String key) {
        return Spot.find(whole, "phases/" + key)
                .map(spot -> text(spot.group().get("name")))
                .orElse(key);
    }

    /** The way to something that differs. */
    String way(Difference difference) {
        return difference.places().stream()
                .map(place -> place.each() != null && place.thing() != null
                        ? label(place.group(), place.part()) + STEP + title(place.each(), place.thing())
                        : label(place.group(), place.part()))
                .collect(Collectors.joining(STEP));
    }

    /** What stood or stands there; where only the other language differs, that. */
    String said(Difference difference, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (difference.shape() instanceof Words && isSame(difference)) {
            return Objects.toString(Tree.map(value).get(isEnglish() ? "sv" : "en"), "");
        }
        return difference.shape() instanceof Many many && many.each() instanceof Words
                ? ((List<?>) value).stream().map(this::text).collect(Collectors.joining(" · "))
                : value(difference.shape(), value);
    }

    private boolean isSame(Difference difference) {
        return text(difference.before()).equals(text(difference.after()));
    }

    /** What is wrong, with the way to it. */
    String complaint(Complaint complaint) {
        String sentence = words.text(
                "programme.wrong." + complaint.rule(), complaint.details().toArray());
        String way = way(complaint.path());
        return way.isEmpty() ? sentence : way + ": " + sentence;
    }

    /** A path as people read it. */
    String way(String path) {
        StringBuilder way = new StringBuilder();
        Group shape = Shapes.variant();
        String at = "";
        for (String step : path.isEmpty() ? List.<String>of() : List.of(path.split("/"))) {
            at = Tree.under(at, step);
            Optional<Part> part = shape.part(step);
            Optional<Spot> spot = Spot.find(whole, at);
            if (part.isPresent()) {
                way.append(way.isEmpty() ? "" : STEP).append(label(shape.name(), step));
            } else if (spot.isPresent()) {
                way.append(STEP).append(title(spot.get().shape(), spot.get().group()));
            }
            shape = spot.map(Spot::shape).orElse(shape);
        }
        return way.toString();
    }
}
