package se.samverkan.intervention.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.samverkan.intervention.catalogue.Vocabulary.Spoken;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Words;

/**
 * An entry as people write it, field by field, in a form or in a row of a file; and back again. What is wrong is told by field, all
 * of it at once.
 */
final class EntryText {

    /** The fields, in the order of a file's columns. */
    static final List<String> FIELDS = List.of(
            "ref",
            "entry-title",
            "shape",
            "levels",
            "themes",
            "school-forms",
            "work",
            "terms",
            "hours",
            "capacity",
            "places",
            "remote",
            "languages",
            "base",
            "research",
            "entry-words",
            "said",
            "offered");

    /** Without these a file tells no entry. */
    static final List<String> NEEDED =
            List.of("ref", "entry-title", "shape", "levels", "themes", "work", "terms", "languages", "base");

    private static final Pattern ROOM = Pattern.compile("(?i)((?:VT|HT)\\s?\\d{2,4})\\s*:\\s*(\\d{1,3})");
    private static final Set<String> YES = Set.of("ja", "yes", "true", "x", "1");
    private static final int MOST_TERMS = 8;
    private static final int MOST_HOURS = 2_000;

    private final Function<String, String> fields;
    private final Spoken spoken;
    private FormErrors errors = FormErrors.none();

    private EntryText(Function<String, String> fields, Spoken spoken) {
        this.fields = fields;
        this.spoken = spoken;
    }

    /** What was written: an entry, or what is wrong with it. */
    record Written(FormErrors errors, Optional<EntryDraft> draft) {}

    static Written read(Function<String, String> fields, Spoken spoken) {
        return new EntryText(fields, spoken).read();
    }

    private Written read() {
        String ref = sized("ref", 1, 60);
        String title = sized("entry-title", 1, 200);
        Optional<Shape> shape = one("shape", Shape.class);
        Set<ActingLevel> levels = several("levels", ActingLevel.class);
        Set<Theme> themes = several("themes", Theme.class);
        List<String> forms = named("school-forms", spoken::form);
        Optional<WorkForm> work = one("work", WorkForm.class);
        int terms = number("terms", MOST_TERMS).orElse(0);
        OptionalInt hours = text("hours").isEmpty() ? OptionalInt.empty() : number("hours", MOST_HOURS);
        SortedMap<Period, Integer> capacity = capacity();
        List<String> places = named("places", spoken::place);
        Set<Language> languages = several("languages", Language.class);
        Optional<EvidenceBase> base = one("base", EvidenceBase.class);
        String research = sized("research", 0, 5_000);
        String words = sized("entry-words", 0, 20_000);
        String said = sized("said", 0, 5_000);
        if (!errors.isEmpty()) {
            return new Written(errors, Optional.empty());
        }
        return new Written(
                errors,
                Optional.of(new EntryDraft(
                        ref,
                        title,
                        shape.orElseThrow(),
                        levels,
                        themes,
                        forms,
                        work.orElseThrow(),
                        terms,
                        hours,
                        capacity,
                        places,
                        yes("remote"),
                        languages,
                        base.orElseThrow(),
                        research,
                        words,
                        said,
                        yes("offered"))));
    }

    private String text(String field) {
        return fields.apply(field).strip();
    }

    private boolean yes(String field) {
        return YES.contains(Vocabulary.plain(text(field)));
    }

    private String sized(String field, int least, int most) {
        String text = text(field).replace("\r\n", "\n");
        if (text.length() < least || text.length() > most) {
            errors = errors.with(field, least > 0 ? "intervention.refusal.sized" : "intervention.refusal.long", most);
        }
        return text;
    }

    private <E extends Enum<E> & Choice> Optional<E> one(String field, Class<E> type) {
        Optional<E> value = spoken.value(type, text(field));
        if (value.isEmpty()) {
            unknown(field, text(field));
        }
        return value;
    }

    private <E extends Enum<E> & Choice> Set<E> several(String field, Class<E> type) {
        Set<E> found = EnumSet.noneOf(type);
        for (String each : listed(field)) {
            spoken.value(type, each).ifPresentOrElse(found::add, () -> unknown(field, each));
        }
        if (found.isEmpty() && text(field).isEmpty()) {
            errors = errors.with(field, "intervention.refusal.none");
        }
        return found;
    }

    private List<String> named(String field, Function<String, Optional<String>> code) {
        List<String> codes = new ArrayList<>();
        for (String each : listed(field)) {
            code.apply(each).ifPresentOrElse(codes::add, () -> unknown(field, each));
        }
        return codes.stream().distinct().sorted().toList();
    }

    private List<String> listed(String field) {
        return Arrays.stream(text(field).split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private void unknown(String field, String said) {
        errors = said.isEmpty()
                ? errors.with(field, "intervention.refusal.none")
                : errors.with(field, "intervention.refusal.unknown", said);
    }

    private OptionalInt number(String field, int most) {
        String text = text(field);
        if (text.matches("[1-9]\\d{0,3}") && Integer.parseInt(text) <= most) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        errors = errors.with(field, "intervention.refusal.number", most);
        return OptionalInt.empty();
    }

    private SortedMap<Period, Integer> capacity() {
        SortedMap<Period, Integer> groups = new TreeMap<>();
        for (String each : listed("capacity")) {
            Matcher room = ROOM.matcher(each);
            if (room.matches()) {
                groups.put(
                        Period.parse(room.group(1).toUpperCase(java.util.Locale.ROOT)), Integer.valueOf(room.group(2)));
            } else {
                errors = errors.with("capacity", "intervention.refusal.capacity", each);
            }
        }
        return groups;
    }

    /** What stands in a field of an entry, for people who read these words. */
    static String say(EntryDraft draft, String field, Spoken spoken, Words words) {
        return switch (field) {
            case "ref" -> draft.ref();
            case "entry-title" -> draft.title();
            case "shape" -> words.text(draft.shape().key());
            case "levels" -> said(draft.levels(), words);
            case "themes" -> said(draft.themes(), words);
            case "school-forms" ->
                draft.schoolForms().stream()
                        .map(each -> spoken.formName(each, words))
                        .collect(Collectors.joining(", "));
            case "work" -> words.text(draft.work().key());
            case "terms" -> Integer.toString(draft.terms());
            case "hours" ->
                draft.hours().isPresent() ? Integer.toString(draft.hours().getAsInt()) : "";
            case "capacity" ->
                draft.capacity().entrySet().stream()
                        .map(each -> each.getKey() + ": " + each.getValue())
                        .collect(Collectors.joining(", "));
            case "places" -> draft.places().stream().map(spoken::placeName).collect(Collectors.joining(", "));
            case "remote" -> yes(draft.remote(), words);
            case "languages" -> said(draft.languages(), words);
            case "base" -> words.text(draft.base().key());
            case "research" -> draft.research();
            case "entry-words" -> draft.words();
            case "said" -> draft.said();
            case "offered" -> yes(draft.offered(), words);
            default -> throw new IllegalArgumentException("no field of an entry: " + field);
        };
    }

    private static String said(Set<? extends Choice> values, Words words) {
        return values.stream().map(each -> words.text(each.key())).collect(Collectors.joining(", "));
    }

    private static String yes(boolean yes, Words words) {
        return words.text(yes ? "intervention.yes" : "intervention.no");
    }
}
