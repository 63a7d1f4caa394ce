package se.samverkan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samverkan.testing.SamverkanTest;

/** What surrounds every page: language, colours, files kept for ever. */
@SamverkanTest
class FrameTests {

    @LocalServerPort
    int port;

    private final HttpClient browser = HttpClient.newHttpClient();

    @Test
    void speaksSwedishUntilEnglishIsChosen() throws Exception {
        assertThat(get("/").body()).contains("<html lang=\"sv\"");

        HttpResponse<String> chosen = get("/preferences?language=en&back=/about");

        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(chosen.headers().firstValue("location")).hasValue("/about");
        String cookie = chosen.headers().firstValue("set-cookie").orElseThrow();
        assertThat(get("/", cookie).body()).contains("<html lang=\"en\"");
    }

    @Test
    void keepsTheColoursThatWereChosen() throws Exception {
        HttpResponse<String> chosen = get("/preferences?mode=dark&back=/");

        String cookie = chosen.headers().firstValue("set-cookie").orElseThrow();
        assertThat(get("/", cookie).body()).contains("data-mode=\"dark\"");
        assertThat(get("/preferences?mode=pink").headers().firstValue("set-cookie"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example",
                "//elsewhere.example",
                "/%5Celsewhere.example",
                "/%0D%0ASet-Cookie:x=y",
                "javascript:alert(1)"
            })
    void leadsNowhereElse(String back) throws Exception {
        assertThat(get("/preferences?mode=dark&back=" + back).headers().firstValue("location"))
                .hasValue("/");
    }

    @Test
    void letsTheBrowserKeepFilesForEver() throws Exception {
        Matcher address =
                Pattern.compile("href=\"(/static/[0-9a-f]{12}/samverkan.css)\"").matcher(get("/").body());
        assertThat(address.find()).isTrue();

        HttpResponse<String> styles = get(address.group(1));

        assertThat(styles.body()).contains("--spruce");
        assertThat(styles.headers().firstValue("cache-control")).hasValue("max-age=31536000, public, immutable");
        assertThat(get("/static/000000000000/samverkan.css").statusCode()).isEqualTo(404);
    }

    @Test
    void servesTheFontThatTheStylesName() throws Exception {
        Matcher font = Pattern.compile("href=\"(/static/[^\"]*woff2)\"").matcher(get("/").body());
        assertThat(font.find()).isTrue();

        assertThat(get(font.group(1)).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path, String... cookies) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        for (String cookie : cookies) {
            request.header("Cookie", cookie.substring(0, cookie.indexOf(';')));
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
