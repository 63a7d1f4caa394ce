package se.samverkan.access.session;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import se.samverkan.access.session.HeldForm.Field;
import se.samverkan.access.session.HeldForm.HeldFile;
import tools.jackson.databind.ObjectMapper;

/**
 * Holds forms that were sent after their session had ended, for a day, so that nothing written is lost. Whose form it is
 * says the proof in the form itself, which is sealed with the session it was written in.
 */
@Component
public class HeldForms {

    static final String COOKIE = "samverkan-held";

    /** Where a held form is shown when the page it was written on cannot show it. */
    static final String PAGE = "/sign-in/held";

    private static final String KIND = "form";
    private static final Duration LASTING = Duration.ofHours(24);
    private static final long LARGEST = 10L * 1024 * 1024;

    private final Passing passing;
    private final Sessions sessions;
    private final SharedSecret secret;
    private final ObjectMapper json;

    HeldForms(Passing passing, Sessions sessions, SharedSecret secret, ObjectMapper json) {
        this.passing = passing;
        this.sessions = sessions;
        this.secret = secret;
        this.json = json;
    }

    public boolean isHeldFor(HttpServletRequest request) {
        return heldFor(request).isPresent();
    }

    Optional<HeldForm> heldFor(HttpServletRequest request) {
        return Cookies.read(request, COOKIE)
                .flatMap(token -> passing.look(KIND, token))
                .map(content -> json.readValue(content, HeldForm.class));
    }

    void release(HttpServletRequest request) {
        Cookies.read(request, COOKIE).ifPresent(token -> passing.take(KIND, token));
    }

    /** The person who wrote the form of this request, if its proof is one of ours. */
    Optional<Long> writer(HttpServletRequest request) {
        return Optional.ofNullable(FormTokens.sent(request))
                .flatMap(token -> FormToken.sessionOf(secret, token))
                .flatMap(sessions::personOf);
    }

    /** Holds the form of this request for the one who wrote it, and gives the path where it will be shown again. */
    String hold(HttpServletRequest request, HttpServletResponse response, long writer)
            throws IOException, ServletException {
        String page = writtenOn(request);
        List<HeldFile> files = new ArrayList<>();
        List<String> tooLarge = new ArrayList<>();
        collectFiles(request, files, tooLarge);
        HeldForm form = new HeldForm(writer, page, request.getRequestURI(), fields(request), files, tooLarge);
        String token = Tokens.random();
        passing.keep(KIND, token, json.writeValueAsBytes(form), LASTING);
        Cookies.write(request, response, COOKIE, token, LASTING);
        return page;
    }

    /** The page a form was written on, as the browser says; only one of ours. */
    private static String writtenOn(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        try {
            URI uri = URI.create(Objects.requireNonNullElse(referer, ""));
            boolean ours = request.getServerName().equals(uri.getHost());
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            String path = ours ? ReturnPath.safe(uri.getRawPath() + query) : "/";
            return path.equals("/") && !(ours && "/".equals(uri.getRawPath())) ? PAGE : path;
        } catch (IllegalArgumentException notAnAddress) {
            return PAGE;
        }
    }

    private static List<Field> fields(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(entry -> isHeld(entry.getKey()))
                .flatMap(entry -> Arrays.stream(entry.getValue()).map(value -> new Field(entry.getKey(), value)))
                .toList();
    }

    /** Neither the proof, which is the page's business, nor passwords, which are nobody's. */
    private static boolean isHeld(String name) {
        return !name.equals(FormToken.FIELD)
                && !name.equals(COOKIE)
                && !name.toLowerCase(Locale.ROOT).contains("password");
    }

    private static void collectFiles(HttpServletRequest request, List<HeldFile> files, List<String> tooLarge)
            throws IOException, ServletException {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return;
        }
        long total = 0;
        for (Part part : request.getParts()) {
            String name = part.getSubmittedFileName();
            if (name == null || name.isEmpty()) {
                continue;
            }
            total += part.getSize();
            if (total > LARGEST) {
                tooLarge.add(name);
            } else {
                files.add(held(part, name));
            }
        }
    }

    private static HeldFile held(Part part, String name) throws IOException {
        String type = Objects.requireNonNullElse(part.getContentType(), "application/octet-stream");
        try (var content = part.getInputStream()) {
            return new HeldFile(part.getName(), name, type, content.readAllBytes());
        }
    }
}
