package se.samverkan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import se.samverkan.shared.page.Words;

/**
 * Language and colours, chosen by the reader, kept in a cookie for a year. Works for anybody without session or script,
 * and leads back to where one was.
 */
@Controller
class PreferencesController {

    /** A path of our own: one slash first, and nothing that a browser could read as another host. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[\\p{Graph}&&[^\\\\]]*");

    private static final Set<String> MODES = Set.of("light", "dark", "auto");

    private final LocaleResolver locales;

    PreferencesController(LocaleResolver locales) {
        this.locales = locales;
    }

    @GetMapping("/preferences")
    String prefer(
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String mode,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (language != null) {
            locales.setLocale(request, response, language.equals("en") ? Words.ENGLISH : Words.SWEDISH);
        }
        if (mode != null && MODES.contains(mode)) {
            ResponseCookie cookie = ResponseCookie.from("mode", mode)
                    .path("/")
                    .maxAge(Duration.ofDays(365))
                    .sameSite("Lax")
                    .httpOnly(true)
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        return "redirect:" + safe(back);
    }

    private static String safe(String back) {
        return OWN_PATH.matcher(back).matches() ? back : "/";
    }
}
