package se.samverkan.shared.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import se.samverkan.shared.Refusal;

/**
 * A form as it is shown: empty or filled in the first time; and when it was refused, whole with what is wrong, or beside
 * what somebody else has saved meanwhile.
 *
 * @param form what stands in it
 * @param errors what is wrong with it
 * @param conflicts the fields that somebody else has changed and this person too
 */
public record FormAgain(SentForm form, FormErrors errors, List<Conflict> conflicts) {

    /**
     * One field that two people have written differently.
     *
     * @param compared the field
     * @param theirs what is saved now
     * @param mine what this person wrote
     */
    public record Conflict(Compared compared, String theirs, String mine) {

        /** A value as people read it. */
        public String says(Page page, String value) {
            return compared.words().isEmpty() || value.isEmpty() ? value : page.text(compared.words() + value);
        }
    }

    /** The first time. */
    public static FormAgain shown(SentForm form) {
        return new FormAgain(form, FormErrors.none(), List.of());
    }

    /** Refused for what stands in it. */
    public static FormAgain refused(SentForm form, FormErrors errors, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return new FormAgain(form, errors, List.of());
    }

    /** What was written stays in the form, which from now on answers to the version that is saved. */
    static FormAgain stale(Merge merge, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        return new FormAgain(merge.form(), FormErrors.none(), merge.conflicts());
    }

    /** A decision that somebody else came before: nothing is done, and what was written waits for another look. */
    static FormAgain overtaken(Merge merge, Refusal refusal, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        return new FormAgain(merge.form(), FormErrors.of(refusal), merge.conflicts());
    }

    public boolean isStale() {
        return !conflicts.isEmpty();
    }
}
