package se.samverkan.access.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;
import se.samverkan.access.session.Cookies;
import se.samverkan.access.session.Passing;
import se.samverkan.access.session.Tokens;

/** The random numbers that an authenticator signs: each for one browser, a few minutes, and once. */
@Component
class Challenges {

    static final Duration LASTING = Duration.ofMinutes(5);

    private static final String COOKIE = "samverkan-step";
    private static final String KIND = "passkey";
    private static final int BYTES = 32;

    private final Passing passing;

    Challenges(Passing passing) {
        this.passing = passing;
    }

    Bytes pose(HttpServletRequest request, HttpServletResponse response) {
        byte[] challenge = Tokens.randomBytes(BYTES);
        String token = Tokens.random();
        passing.keep(KIND, token, challenge, LASTING);
        Cookies.write(request, response, COOKIE, token, LASTING);
        return new Bytes(challenge);
    }

    Optional<Bytes> take(HttpServletRequest request) {
        return Cookies.read(request, COOKIE)
                .flatMap(token -> passing.take(KIND, token))
                .map(Bytes::new);
    }
}
