package se.samverkan.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who runs this installation, as its readers need to know. Each may be left unsaid.
 *
 * @param operator the authority, municipality or other organisation that runs it
 * @param contact an e-mail address for questions and complaints
 * @param source where the source code of this version can be had
 */
@ConfigurationProperties("samverkan.service")
record Service(
        @Nullable String operator,
        @Nullable String contact,
        @Nullable String source) {

    Service {
        operator = said(operator);
        contact = said(contact);
        source = said(source);
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
