package se.samverkan.shared.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;

/** What forms that are answered without a name have in common: a key of their own, and an answer that nobody keeps. */
public final class NamelessForm {

    private NamelessForm() {}

    /** The key that the form was made with; empty where it was sent without the form. */
    public static Optional<UUID> key(MultiValueMap<String, String> fields) {
        try {
            return Optional.ofNullable(fields.getFirst("form")).map(UUID::fromString);
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /** Nothing of the page is kept on the way, and a page with a fault says so. */
    public static void answer(HttpServletResponse response, boolean faulty) {
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
        if (faulty) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
    }
}
