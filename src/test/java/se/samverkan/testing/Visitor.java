package se.samverkan.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Somebody with a browser without script: keeps cookies, reads pages, fills in and sends forms as they stand on the page.
 * Follows no redirects by itself.
 */
public final class Visitor {

    private final String origin;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public Visitor(int port) {
        this("http://localhost:" + port);
    }

    public Visitor(String origin) {
        this.origin = origin;
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response, String path) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public Document page() {
            return Jsoup.parse(response.body());
        }

        /** Where a redirect leads, without the server's name. */
        public String location() {
            String location = response.headers().firstValue("Location").orElse("");
            return location.replaceFirst("^https?://[^/]+", "");
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET().build(), path);
    }

    /** Reads a page and goes on through redirects, as a browser does. */
    public Answer follow(Answer answer) {
        Answer now = answer;
        for (int i = 0; i < 10 && !now.location().isEmpty(); i++) {
            now = get(now.location());
        }
        return now;
    }

    /** Sends the form of a page that the selector finds, with these values written into it. */
    public Answer submit(Answer page, String selector, Map<String, String> written, String... headers) {
        Element form = form(page, selector);
        Map<String, String> values = values(form, written);
        return post(action(page, form), values, from(page, headers));
    }

    /** Sends a form with a file; one without a name was not chosen, as browsers send it. */
    public Answer upload(
            Answer page, String selector, Map<String, String> written, String field, String file, String content) {
        Element form = form(page, selector);
        String boundary = "visitor" + System.nanoTime();
        StringBuilder body = new StringBuilder();
        values(form, written)
                .forEach(
                        (name, value) -> body.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(boundary, name, value)));
        body.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                .formatted(boundary, field, file));
        body.append("Content-Type: application/octet-stream\r\n\r\n%s\r\n--%s--\r\n".formatted(content, boundary));
        String path = action(page, form);
        HttpRequest request = request(path, from(page))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return send(request, path);
    }

    private static Element form(Answer page, String selector) {
        Element form = page.page().selectFirst(selector);
        if (form == null) {
            throw new AssertionError("no form " + selector + " on " + page.path() + ":\n" + page.body());
        }
        return form;
    }

    private static Map<String, String> values(Element form, Map<String, String> written) {
        Map<String, String> values = new LinkedHashMap<>();
        form.select("input[name], textarea[name]").stream()
                .filter(input -> !List.of("checkbox", "radio", "file").contains(input.attr("type")))
                .forEach(input -> values.put(
                        input.attr("name"),
                        input.is("textarea") ? input.wholeText().strip() : input.attr("value")));
        form.select("select[name]")
                .forEach(select -> values.put(
                        select.attr("name"),
                        select.select("option[selected]").isEmpty()
                                ? select.select("option").val()
                                : select.select("option[selected]").val()));
        values.putAll(written);
        return values;
    }

    private static String action(Answer page, Element form) {
        return form.attr("action").isEmpty() ? page.path() : form.attr("action");
    }

    private String[] from(Answer page, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Referer", origin + page.path()));
        return all.toArray(String[]::new);
    }

    public Answer post(String path, Map<String, String> values, String... headers) {
        String body = values.entrySet().stream()
                .map(value -> encode(value.getKey()) + "=" + encode(value.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest request = request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return send(request, path);
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** Another browser tab at another copy of the application: the same cookies, another port. */
    public Visitor at(int port) {
        Visitor other = new Visitor(port);
        cookies.getCookieStore()
                .getCookies()
                .forEach(cookie -> other.cookies.getCookieStore().add(URI.create(other.origin), cookie));
        return other;
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest request, String path) {
        try {
            return new Answer(client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)), path);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
