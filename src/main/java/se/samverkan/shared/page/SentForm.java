package se.samverkan.shared.page;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.util.MultiValueMap;
import se.samverkan.shared.Refusal;

/**
 * What stands in a form: as it was sent, or as it is shown the first time. The same thing goes back into the page when the
 * form is refused, so that it comes back whole.
 *
 * <p>Every form carries three hidden things (see the fragment {@code shared.formkeys}): the version that was seen when it
 * was shown, what each field showed then, and a token by which a form that is sent twice counts once.
 *
 * @param fields the values of each field
 */
public record SentForm(Map<String, List<String>> fields) {

    /** The hidden field of the version. */
    public static final String VERSION = "version";

    /** The hidden field of the token. */
    public static final String TOKEN = "once";

    /** The beginning of the names of the hidden fields that say what was shown. */
    private static final String SEEN = "seen.";

    /** As it was sent. */
    public static SentForm of(MultiValueMap<String, String> sent) {
        return new SentForm(new LinkedHashMap<>(sent));
    }

    /** An empty form for something new. */
    public static SentForm empty() {
        return new SentForm(Map.of(VERSION, List.of("0")));
    }

    /** A form for a record in a version. */
    public static SentForm ofVersion(int version) {
        return new SentForm(Map.of(VERSION, List.of(Integer.toString(version))));
    }

    /** The same with one more value. */
    public SentForm with(String field, String value) {
        return with(field, List.of(value));
    }

    public SentForm with(String field, List<String> values) {
        Map<String, List<String>> more = new LinkedHashMap<>(fields);
        more.put(field, values);
        return new SentForm(more);
    }

    /** The value of a field without spaces around it, empty where there is none. */
    public String text(String field) {
        return all(field).stream().findFirst().orElse("").strip();
    }

    /** Every value of a field, for boxes that can be ticked. */
    public List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** The names of the fields that people fill in. */
    public Set<String> written() {
        Set<String> names = new LinkedHashSet<>(fields.keySet());
        names.removeIf(name -> name.startsWith(SEEN)
                || Set.of(VERSION, TOKEN, Origins.FIELD, "_csrf").contains(name));
        return names;
    }

    /** What a field showed before anybody wrote in it; empty where the form does not tell. */
    public List<String> seen(String field) {
        return all(SEEN + field);
    }

    /** The same, once it has been shown with what stands in another. */
    SentForm showing(SentForm shown) {
        SentForm form = this;
        for (String field : shown.written()) {
            form = form.with(SEEN + field, shown.all(field));
        }
        return form;
    }

    /** What the page must carry of what was shown: what an earlier showing did, or else what stands in it now. */
    public Map<String, List<String>> carried() {
        boolean shown = fields.keySet().stream().anyMatch(name -> name.startsWith(SEEN));
        Map<String, List<String>> carried = new LinkedHashMap<>((shown ? this : showing(this)).fields);
        carried.keySet().removeIf(name -> !name.startsWith(SEEN));
        return carried;
    }

    /** The day that a field names as {@code 2027-03-12}, or nothing where it names none. */
    public Optional<LocalDate> day(String field) {
        try {
            return Optional.of(LocalDate.parse(text(field)));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    /**
     * The version that was seen.
     *
     * @throws Refusal when the form does not say
     */
    public int version() {
        try {
            return Integer.parseInt(text(VERSION));
        } catch (NumberFormatException missing) {
            throw Refusal.versionMissing();
        }
    }

    /**
     * The token by which it counts once.
     *
     * @throws Refusal when the form has none
     */
    public UUID token() {
        try {
            return UUID.fromString(text(TOKEN));
        } catch (IllegalArgumentException missing) {
            throw Refusal.malformed("refusal.form-incomplete");
        }
    }
}
