package se.samverkan.shared.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import se.samverkan.shared.Refusal;

/**
 * A form as it is shown: empty or filled in the first time; and when it was refused, whole with what is wrong, or beside
 * what somebody else has saved meanwhile.
 *
 * @param form what stands in it
 * @param errors what is wrong with it
 * @param conflicts where what somebody else saved differs from what this person wrote
 */
public record FormAgain(SentForm form, FormErrors errors, List<Conflict> conflicts) {

    /**
     * One field that two people have written differently.
     *
     * @param field the name of the field
     * @param theirs what is saved now
     * @param mine what this person wrote
     */
    public record Conflict(String field, String theirs, String mine) {}

    /** The first time. */
    public static FormAgain shown(SentForm form) {
        return new FormAgain(form, FormErrors.none(), List.of());
    }

    /** Refused for what stands in it. */
    public static FormAgain refused(SentForm form, FormErrors errors, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return new FormAgain(form, errors, List.of());
    }

    /**
     * Refused by a door. What is no matter of the form (not seen, not allowed) is thrown on.
     *
     * @param now the form as it would be shown to somebody who comes now; asked only when the sent one is stale
     * @param compared the fields that two people can have written differently
     */
    public static FormAgain of(
            Refusal refusal,
            SentForm sent,
            Supplier<SentForm> now,
            List<String> compared,
            HttpServletResponse response) {
        return switch (refusal.kind()) {
            case STALE -> stale(sent, now.get(), compared, response);
            case RULE -> refused(sent, FormErrors.of(refusal), response);
            default -> throw refusal;
        };
    }

    /** What was written stays in the form, which from now on answers to the version that is saved. */
    private static FormAgain stale(SentForm sent, SentForm now, List<String> compared, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        List<Conflict> conflicts = compared.stream()
                .map(field -> new Conflict(field, both(now, field), both(sent, field)))
                .toList();
        return new FormAgain(sent.with(SentForm.VERSION, now.text(SentForm.VERSION)), FormErrors.none(), conflicts);
    }

    private static String both(SentForm form, String field) {
        return String.join(", ", form.all(field)).strip();
    }

    public boolean isStale() {
        return !conflicts.isEmpty();
    }
}
