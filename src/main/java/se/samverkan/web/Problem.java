package se.samverkan.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import se.samverkan.shared.Refusal;

/**
 * The sorts of no that a reader meets, each with a title, a sentence and what to do in the message files under {@code
 * problem.}; one place decides the status of each.
 */
enum Problem {
    NOT_SEEN(404),
    NOT_ALLOWED(403),
    SIGN_IN(401),
    SESSION_ENDED(403),
    RULE(422),
    STALE(409),
    CHANGED(412),
    VERSION_MISSING(428),
    MALFORMED(400),
    METHOD(405),
    MEDIA_TYPE(415),
    TOO_LARGE(413),
    TOO_MANY(429),
    UNAVAILABLE(503),
    FAILURE(500);

    private final HttpStatus status;

    Problem(int status) {
        this.status = HttpStatus.valueOf(status);
    }

    HttpStatus status() {
        return status;
    }

    /** As it stands in addresses and message keys, such as {@code not-seen}. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a refusal is; a stale change is a conflict on a page, a failed condition in the API. */
    static Problem of(Refusal refusal, boolean api) {
        return switch (refusal.kind()) {
            case NOT_SEEN -> NOT_SEEN;
            case NOT_ALLOWED -> refusal.reason().equals("refusal.sign-in") ? SIGN_IN : NOT_ALLOWED;
            case RULE -> RULE;
            case STALE -> api ? CHANGED : STALE;
            case VERSION_MISSING -> VERSION_MISSING;
            case MALFORMED -> MALFORMED;
        };
    }

    /** What a bare status means here. */
    static Problem of(HttpStatusCode status) {
        for (Problem problem : values()) {
            if (problem.status.value() == status.value()) {
                return problem;
            }
        }
        return status.is4xxClientError() ? MALFORMED : FAILURE;
    }
}
