package se.samverkan.access.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The cookies of signing in: out of reach for scripts, not sent from other sites, over https only where there is https. */
public final class Cookies {

    /** Until the browser is closed: machines at schools are shared. */
    static final Duration AS_LONG_AS_THE_BROWSER = Duration.ofSeconds(-1);

    static final String SESSION = "samverkan";
    static final String FORM = "samverkan-form";

    private Cookies() {}

    public static Optional<String> read(HttpServletRequest request, String name) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return Optional.ofNullable(cookie).map(Cookie::getValue).filter(value -> !value.isBlank());
    }

    /** Sets a cookie for so long; zero takes it away. */
    public static void write(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration lasting) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(lasting)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    public static void remove(HttpServletRequest request, HttpServletResponse response, String name) {
        write(request, response, name, "", Duration.ZERO);
    }
}
