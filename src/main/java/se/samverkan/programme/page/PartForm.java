package se.samverkan.programme.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.samverkan.programme.file.Complaint;
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
import se.samverkan.programme.file.Spot;
import se.samverkan.programme.file.Tree;
import se.samverkan.programme.file.VariantRules;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.SentForm;

/**
 * The form of one group of a draft, whichever it is: its fields follow the shape. Lists of things and groups within it have
 * forms of their own.
 */
final class PartForm {

    /** The end of the name of a field with the English. */
    static final String ENGLISH = ".en";

    private static final String TRUE = "true";

    private final Spot spot;
    private final List<String> roles;

    /** @param roles the roles that a variant can have its own words for */
    PartForm(Spot spot, List<String> roles) {
        this.spot = spot;
        this.roles = roles;
    }

    /** The fields that people write in here: all but the key of a thing, which never changes, and what has its own form. */
    List<Part> fields() {
        return spot.shape().parts().stream().filter(this::isWritten).toList();
    }

    private boolean isWritten(Part part) {
        boolean hasOwnForm = part.shape() instanceof Things || part.shape() instanceof Group;
        boolean isIdentity = part.name().equals(spot.shape().identity()) && part.shape() instanceof Line;
        return !hasOwnForm && !isIdentity;
    }

    SentForm shown(int revision) {
        SentForm form = SentForm.ofVersion(revision);
        for (Part part : fields()) {
            form = shown(form, part, Objects.requireNonNull(spot.group().get(part.name())));
        }
        return form;
    }

    private SentForm shown(SentForm form, Part part, Object value) {
        String name = part.name();
        return switch (part.shape()) {
            case Words words -> words(form, name, Tree.map(value));
            case YesNo yesNo -> form.with(name, value.equals(true) ? List.of(TRUE) : List.of());
            case Many many when many.each() instanceof Words -> lines(form, name, (List<?>) value);
            case Many many ->
                form.with(name, ((List<?>) value).stream().map(Object::toString).toList());
            case Dictionary dictionary -> dictionary(form, name, Tree.map(value));
            default -> form.with(name, value.toString());
        };
    }

    private static SentForm words(SentForm form, String name, Map<String, Object> words) {
        return form.with(name, Objects.toString(words.get("sv"), ""))
                .with(name + ENGLISH, Objects.toString(words.get("en"), ""));
    }

    private static SentForm lines(SentForm form, String name, List<?> all) {
        List<String> swedish = new ArrayList<>();
        List<String> english = new ArrayList<>();
        for (Object each : all) {
            swedish.add(Objects.toString(Tree.map(each).get("sv"), ""));
            english.add(Objects.toString(Tree.map(each).get("en"), ""));
        }
        return form.with(name, String.join("\n", swedish))
                .with(name + ENGLISH, String.join("\n", english).strip());
    }

    private SentForm dictionary(SentForm form, String name, Map<String, Object> all) {
        SentForm filled = form;
        for (String role : roles) {
            filled = words(filled, name + "." + role, Tree.map(all.get(role)));
        }
        return filled;
    }

    /** What the group becomes. */
    Map<String, Object> group(SentForm sent) {
        Map<String, Object> group = new LinkedHashMap<>(spot.group());
        for (Part part : fields()) {
            group.put(part.name(), value(part, sent));
        }
        return group;
    }

    private Object value(Part part, SentForm sent) {
        String name = part.name();
        return switch (part.shape()) {
            case Words words -> words(sent, name);
            case Whole whole ->
                isNumber(sent.text(name)) ? (Object) Integer.valueOf(sent.text(name)) : whole.least() - 1;
            case YesNo yesNo -> sent.all(name).contains(TRUE);
            case Choice choice ->
                choice.values().contains(sent.text(name))
                        ? sent.text(name)
                        : choice.values().getFirst();
            case Many many when many.each() instanceof Words -> lines(sent, name);
            case Many many
            when many.each() instanceof Choice choice ->
                choice.values().stream()
                        .filter(sent.all(name)::contains)
                        .map(Object.class::cast)
                        .toList();
            case Many many -> List.copyOf(sent.all(name));
            case Dictionary dictionary -> dictionary(sent, name);
            default -> sent.text(name);
        };
    }

    static boolean isNumber(String text) {
        return text.matches("\\d{1,6}");
    }

    private static Map<String, Object> words(SentForm sent, String name) {
        return words(sent.text(name), sent.text(name + ENGLISH));
    }

    private static Map<String, Object> words(String swedish, String english) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("sv", swedish.replace("\r\n", "\n"));
        words.put("en", english.replace("\r\n", "\n"));
        return words;
    }

    private static List<Object> lines(SentForm sent, String name) {
        List<String> swedish = sent.text(name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        List<String> english = Arrays.stream(sent.text(name + ENGLISH).split("\\R"))
                .map(String::strip)
                .toList();
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < swedish.size(); i++) {
            all.add(words(swedish.get(i), i < english.size() ? english.get(i) : ""));
        }
        return all;
    }

    private Map<String, Object> dictionary(SentForm sent, String name) {
        Map<String, Object> all = new LinkedHashMap<>(Tree.map(spot.group().get(name)));
        for (String role : roles) {
            all.put(role, words(sent, name + "." + role));
        }
        all.values()
                .removeIf(words -> Objects.toString(Tree.map(words).get("sv")).isBlank());
        return all;
    }

    /** What is wrong with what was sent: the rules of the file, as far as they are about these fields. */
    FormErrors errors(SentForm sent) {
        Map<String, Object> whole = spot.with(group -> group(sent));
        FormErrors errors = FormErrors.none();
        for (Complaint complaint : VariantRules.broken(whole)) {
            String field = field(complaint.path());
            if (!field.isEmpty() && !complaint.missing()) {
                errors = errors.with(
                        field,
                        "programme.wrong." + complaint.rule(),
                        complaint.details().toArray());
            }
        }
        return errors;
    }

    /** The field of this form that a path leads to; empty where it leads elsewhere. */
    private String field(String path) {
        String start = spot.path().isEmpty() ? "" : spot.path() + "/";
        if (!path.startsWith(start)) {
            return "";
        }
        String name = path.substring(start.length()).split("/", 2)[0];
        return fields().stream().anyMatch(part -> part.name().equals(name)) ? name : "";
    }

    /** The fields in which two people can write differently; the others are boxes. */
    List<Compared> compared() {
        List<Compared> compared = new ArrayList<>();
        for (Part part : fields()) {
            switch (part.shape()) {
                case Words words -> both(compared, part.name());
                case Many many when many.each() instanceof Words -> both(compared, part.name());
                case Dictionary dictionary -> roles.forEach(role -> both(compared, part.name() + "." + role));
                case Choice choice -> compared.add(Compared.choice(part.name(), "programme.choice."));
                case Whole whole -> compared.add(Compared.text(part.name()));
                case Line line -> compared.add(Compared.text(part.name()));
                default -> {}
            }
        }
        return compared;
    }

    private static void both(List<Compared> compared, String name) {
        compared.add(Compared.text(name));
        compared.add(Compared.text(name + ENGLISH));
    }
}
