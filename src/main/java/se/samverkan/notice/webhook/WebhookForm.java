package se.samverkan.notice.webhook;

import java.util.List;
import java.util.UUID;
import org.springframework.util.MultiValueMap;
import se.samverkan.shared.page.FormErrors;

/**
 * A webhook to be made, as it was typed.
 *
 * @param organisation the key of the organisation whose system it is
 * @param name what people call it
 * @param url where it is told
 * @param kinds what it is told of
 * @param request the form's own number, so that a form sent twice makes one
 */
record WebhookForm(String organisation, String name, String url, List<String> kinds, String request) {

    private static final int LONGEST_NAME = 100;

    static WebhookForm blank() {
        return new WebhookForm("", "", "https://", List.of(), UUID.randomUUID().toString());
    }

    static WebhookForm typed(MultiValueMap<String, String> fields) {
        return new WebhookForm(
                text(fields, "organisation"),
                text(fields, "name"),
                text(fields, "url"),
                fields.getOrDefault("kinds", List.of()),
                number(text(fields, "request")));
    }

    private static String text(MultiValueMap<String, String> fields, String field) {
        String value = fields.getFirst(field);
        return value == null ? "" : value.strip();
    }

    private static String number(String text) {
        try {
            return UUID.fromString(text).toString();
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID().toString();
        }
    }

    /** What is wrong with it, but for the address, which takes a look outside. */
    FormErrors errors(List<String> known) {
        FormErrors errors = FormErrors.none();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            errors = errors.with("name", "webhooks.error.name");
        }
        if (kinds.isEmpty() || !known.containsAll(kinds)) {
            errors = errors.with("kinds", "webhooks.error.kinds");
        }
        return errors;
    }
}
