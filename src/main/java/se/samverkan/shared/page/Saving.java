package se.samverkan.shared.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.SentForms;
import se.samverkan.shared.Trouble;

/**
 * Saves what was sent with a form, so that nothing anybody wrote is lost: the form counts once, comes back whole when it is
 * refused, and when somebody else has saved meanwhile the two are merged field by field. Nobody is bothered unless both
 * changed the same field; then both versions are shown and the own text is kept. A full disk or a database that is gone is
 * said at the form, which stands as it was written and can be sent again.
 */
@Component
public class Saving {

    private final SentForms sentForms;

    Saving(SentForms sentForms) {
        this.sentForms = sentForms;
    }

    /** One form, as its page knows it. */
    public interface Form {

        /** What is wrong with what was sent, found before anything is done. */
        FormErrors errors(SentForm sent);

        /**
         * Does it, in a transaction.
         *
         * @return the address to go to then
         */
        String save(SentForm sent);

        /** The form as it would be shown to somebody who comes now; empty where it makes something new. */
        default SentForm now() {
            return SentForm.empty();
        }

        /** The fields with text or one choice that two people may change at once; any other is a set of boxes. */
        default List<Compared> compared() {
            return List.of();
        }

        /** Whether it decides on what was seen: then it is never done to what somebody else has made of it meanwhile. */
        default boolean decides() {
            return false;
        }

        /** The page with the form, and the name of its view. */
        String page(FormAgain again);
    }

    /** @return where to go, or the view with the form again */
    public String save(SentForm sent, Form form, HttpServletResponse response) {
        FormErrors errors = form.errors(sent);
        if (!errors.isEmpty()) {
            return form.page(FormAgain.refused(sent, errors, response));
        }
        try {
            return "redirect:" + sentForms.once(sent.token(), () -> form.save(sent));
        } catch (Refusal refusal) {
            return switch (refusal.kind()) {
                case STALE -> meanwhile(Merge.of(sent, form.now(), form.compared()), refusal, form, response);
                case RULE -> form.page(FormAgain.refused(sent, FormErrors.of(refusal), response));
                case NOT_SEEN, NOT_ALLOWED, VERSION_MISSING, MALFORMED -> throw refusal;
            };
        } catch (DataAccessException | TransactionException failure) {
            return troubled(sent, failure, form, response);
        }
    }

    private static String troubled(
            SentForm sent, NestedRuntimeException failure, Form form, HttpServletResponse response) {
        Trouble trouble = Trouble.behind(failure);
        if (trouble == Trouble.UNFORESEEN) {
            throw failure;
        }
        FormErrors errors = FormErrors.none().with("", "trouble." + trouble.rule());
        String page = form.page(FormAgain.refused(sent, errors, response));
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        return page;
    }

    private String meanwhile(Merge merge, Refusal refusal, Form form, HttpServletResponse response) {
        if (form.decides()) {
            return form.page(FormAgain.overtaken(merge, refusal, response));
        }
        return merge.conflicts().isEmpty()
                ? save(merge.form(), form, response)
                : form.page(FormAgain.stale(merge, response));
    }
}
