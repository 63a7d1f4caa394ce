package se.samverkan.shared.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.SentForms;

/** Does what a button of a page says, once; a rule that says no is told on the page that the button stands on. */
@Component
public class OnceOnPage {

    private final SentForms sentForms;

    OnceOnPage(SentForms sentForms) {
        this.sentForms = sentForms;
    }

    /** @return where to go, or the view with the reason */
    public String does(
            SentForm sent,
            Runnable deed,
            String address,
            Function<FormErrors, String> page,
            HttpServletResponse response) {
        try {
            return "redirect:"
                    + sentForms.once(sent.token(), () -> {
                        deed.run();
                        return address;
                    });
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.RULE && refusal.kind() != Refusal.Kind.STALE) {
                throw refusal;
            }
            response.setStatus(refusal.kind() == Refusal.Kind.RULE ? 422 : 409);
            return page.apply(FormErrors.of(refusal));
        }
    }

    /** A file to take away. */
    public static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
