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
        return new WebhookForm("", "", "", List.of(), UUID.randomUUID().toString());
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

    /**
     * What is wrong with it, in the order of the form.
     *
     * @param isOwn whether the organisation is one whose webhooks the actor manages
     * @param isReachable whether the address may be told
     * @param known the kinds that there are
     */
    FormErrors errors(boolean isOwn, boolean isReachable, List<String> known) {
        FormErrors errors =
                isOwn ? FormErrors.none() : FormErrors.none().with("organisation", "webhooks.error.organisation");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            errors = errors.with("name", "webhooks.error.name");
        }
        if (!isReachable) {
            errors = errors.with("url", "webhooks.error.url");
        }
        if (kinds.isEmpty() || !known.containsAll(kinds)) {
            errors = errors.with("kinds", "webhooks.error.kinds");
        }
        return errors;
    }
}
