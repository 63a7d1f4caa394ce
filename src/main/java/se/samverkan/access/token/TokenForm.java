package se.samverkan.access.token;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samverkan.access.Verb;
import se.samverkan.shared.page.FormErrors;

/**
 * A key to be made, as it was typed.
 *
 * @param name what it is for
 * @param owner the e-mail address of the person whose rights it carries, empty for oneself
 * @param scope what it may be used for
 * @param endsOn the last day it works
 * @param request the form's own number, so that a form sent twice makes one key
 */
record TokenForm(String name, String owner, List<String> scope, String endsOn, String request) {

    private static final int LONGEST_NAME = 100;

    static TokenForm typed(
            @Nullable String name,
            @Nullable String owner,
            @Nullable List<String> scope,
            @Nullable String endsOn,
            @Nullable String request) {
        return new TokenForm(or(name), or(owner), scope == null ? List.of() : scope, or(endsOn), or(request));
    }

    private static String or(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    FormErrors errors(LocalDate today) {
        FormErrors errors = FormErrors.none();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            errors = errors.with("name", "tokens.error.name");
        }
        if (verbs().isEmpty()) {
            errors = errors.with("scope", "tokens.error.scope");
        }
        Optional<LocalDate> day = day();
        if (day.isEmpty() || day.get().isBefore(today) || day.get().isAfter(today.plusYears(1))) {
            errors = errors.with("endsOn", "tokens.error.ends-on", today.plusYears(1));
        }
        return errors;
    }

    List<Verb> verbs() {
        return Arrays.stream(Verb.values())
                .filter(verb -> scope.contains(verb.name()))
                .toList();
    }

    Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(endsOn));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    UUID number() {
        try {
            return UUID.fromString(request);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }
}
