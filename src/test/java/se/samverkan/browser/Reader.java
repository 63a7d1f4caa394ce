package se.samverkan.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Somebody at a browser of their own, who reads in one language, with one choice of colours, in a window of one width.
 * Remembers what the browser complained of.
 */
final class Reader implements AutoCloseable {

    /** The sessions that readers have begun, by address and mail; only their cookies are kept. */
    private static final Map<String, List<Cookie>> BEGUN = new ConcurrentHashMap<>();

    private final String origin;
    private final BrowserContext context;
    private final Cookie language;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Reader(int port, Variant variant) {
        this(port, variant, true);
    }

    /** A reader whose browser may have its scripts turned off. */
    Reader(int port, Variant variant, boolean scripts) {
        this.origin = "http://localhost:" + port;
        this.context = Chromium.context(new Browser.NewContextOptions()
                .setViewportSize(variant.width(), 800)
                .setLocale(variant.language().equals("sv") ? "sv-SE" : "en-GB")
                .setJavaScriptEnabled(scripts)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setColorScheme(variant.mode().equals("dark") ? ColorScheme.DARK : ColorScheme.LIGHT));
        this.language = new Cookie("language", variant.language().equals("sv") ? "sv-SE" : "en-GB").setUrl(origin);
        context.addCookies(List.of(language));
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("script: " + error));
    }

    /** Opens an address of the application, once its fonts are there. */
    Response open(String path) {
        Response response = Objects.requireNonNull(page.navigate(origin + path));
        page.waitForLoadState();
        return response;
    }

    /** Signs in with the password that the invented people share. */
    void signIn(String email) {
        open("/sign-in");
        page.locator("input[name=email]").fill(email);
        page.locator("input[name=password]").fill(Residents.PASSWORD);
        page.locator("form[action='/sign-in'] button").click();
        page.locator("details.who").waitFor();
        complaints.clear();
    }

    /** Leaves the page and is nobody again: signed in no longer, and nothing to complain of. */
    void beNobody() {
        page.navigate("about:blank");
        context.clearCookies();
        context.addCookies(List.of(language));
        complaints.clear();
    }

    /** Goes on with the session that an earlier reader began, as in another window; begins one where there is none. */
    void goOnAs(String email) {
        List<Cookie> begun = BEGUN.get(origin + email);
        if (begun == null) {
            signIn(email);
            BEGUN.put(
                    origin + email,
                    context.cookies().stream()
                            .filter(cookie -> !cookie.name.equals("language"))
                            .toList());
        } else {
            context.addCookies(begun);
        }
    }

    /** Sends a form of the page as its button does, and waits for what comes; a draft that is kept meanwhile is no answer. */
    Response send(String form) {
        Response answer = page.waitForResponse(
                response -> response.request().method().equals("POST")
                        && !response.url().endsWith("/drafts"),
                () -> page.locator(form).locator("button").last().click());
        page.waitForLoadState();
        return answer;
    }

    /** Sends the form that somebody has left open since before it was taken away from the page. */
    Response post(String path) {
        page.evaluate("""
                path => {
                  const proof = document.querySelector("input[name=_csrf]");
                  const form = document.createElement("form");
                  form.id = "left-open";
                  form.method = "post";
                  form.action = path;
                  form.append(proof.cloneNode(), document.createElement("button"));
                  document.body.append(form);
                }
                """, path);
        Response answer = page.waitForResponse(
                response -> response.request().method().equals("POST"),
                () -> page.evaluate("document.getElementById('left-open').submit()"));
        page.waitForLoadState();
        return answer;
    }

    Page page() {
        return page;
    }

    /** What the browser complained of since the last sign-in, such as a breach of the content policy. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
    }
}
