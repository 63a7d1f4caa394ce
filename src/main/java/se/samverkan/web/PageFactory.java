package se.samverkan.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;
import se.samverkan.access.Actor;
import se.samverkan.shared.Installation;
import se.samverkan.shared.page.Assets;
import se.samverkan.shared.page.Page;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.Words;

/** Knows everybody around a page: the reader, the language, the colours, the menu. */
@Component
class PageFactory implements PageSource {

    private static final Set<String> MODES = Set.of("light", "dark", "auto");

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final Menu menu;
    private final Installation installation;
    private final Assets assets;

    PageFactory(MessageSource messages, LocaleResolver locales, Menu menu, Installation installation, Assets assets) {
        this.messages = messages;
        this.locales = locales;
        this.menu = menu;
        this.installation = installation;
        this.assets = assets;
    }

    @Override
    public Page of(HttpServletRequest request) {
        Locale chosen = locales.resolveLocale(request);
        Locale locale = chosen.getLanguage().equals("en") ? Words.ENGLISH : Words.SWEDISH;
        Actor actor = Actor.current();
        String path = pathOf(request);
        return new Page(
                new Words(messages, locale),
                request.getQueryString() == null ? path : path + "?" + request.getQueryString(),
                mode(request),
                actor.isSignedIn() ? actor.name() : null,
                List.copyOf(menu.of(actor, path)),
                installation.isDemonstration(),
                csrf(request),
                assets);
    }

    /** The path that was asked for, also where the server itself turned to the page of an error. */
    static String pathOf(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return asked instanceof String path ? path : request.getRequestURI();
    }

    private static String mode(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, "mode");
        return cookie != null && MODES.contains(cookie.getValue()) ? cookie.getValue() : "auto";
    }

    private static Page.Csrf csrf(HttpServletRequest request) {
        @Nullable Object token = request.getAttribute(CsrfToken.class.getName());
        return token instanceof CsrfToken csrf
                ? new Page.Csrf(csrf.getParameterName(), csrf::getToken)
                : new Page.Csrf("_csrf", "");
    }
}
