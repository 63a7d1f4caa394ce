package se.samverkan.access.people;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.SentForm;

/**
 * What is written about a person, as it was typed.
 *
 * @param name what the person is called
 * @param email where a one-time link can be sent, and what the person signs in with
 * @param language sv or en
 * @param place the organisation that keeps the person, as typed or chosen; empty for the installation
 */
record PersonForm(String name, String email, String language, String place) {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;]+");
    private static final int LONGEST = 200;

    static PersonForm typed(
            @Nullable String name, @Nullable String email, @Nullable String language, @Nullable String place) {
        return new PersonForm(
                strip(name), strip(email), "en".equals(language) ? "en" : "sv", place == null ? "" : place.strip());
    }

    /** As it was sent by the form of one who is known, whose place does not change. */
    static PersonForm of(SentForm sent) {
        return typed(sent.text("name"), sent.text("email"), sent.text("language"), "");
    }

    private static String strip(@Nullable String value) {
        return value == null ? "" : value.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
    }

    FormErrors errors() {
        FormErrors errors = FormErrors.none();
        if (name.isEmpty() || name.length() > LONGEST) {
            errors = errors.with("name", "people.error.name");
        }
        if (!ADDRESS.matcher(email).matches() || email.length() > LONGEST) {
            errors = errors.with("email", "people.error.email");
        }
        return errors;
    }
}
