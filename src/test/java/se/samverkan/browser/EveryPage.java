package se.samverkan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every page holds in both languages, both colour modes, narrow and wide: no barrier that axe finds, nothing to scroll
 * sideways, one heading, every control labelled, no complaint of the browser. What was sent is saved for the HTML
 * checker, which runs afterwards.
 */
abstract class EveryPage {

    static final Path SAVED = Path.of("target/pages");

    @LocalServerPort
    int port;

    /** Who only reads goes on in the same window; who does something has a browser of their own. */
    private final Map<Variant, Reader> readers = new HashMap<>();

    abstract World world();

    abstract List<PageCatalogue.Entry> pages();

    @BeforeAll
    void settle() {
        world().settle();
    }

    @AfterAll
    void closeReaders() {
        readers.values().forEach(Reader::close);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pagesInTheirVariants")
    void holds(PageCatalogue.Entry entry, Variant variant) throws IOException {
        if (entry.deed() == null) {
            holds(entry, variant, readers.computeIfAbsent(variant, form -> new Reader(port, form)));
        } else {
            try (Reader reader = new Reader(port, variant)) {
                holds(entry, variant, reader);
            }
        }
    }

    private void holds(PageCatalogue.Entry entry, Variant variant, Reader reader) throws IOException {
        Response response = entry.visit(reader, world());
        save(entry, variant, response);

        assertThat(response.status()).isEqualTo(entry.status());
        assertThat(barriers(reader)).as("what axe finds").isEmpty();
        assertThat(sidewaysScroll(reader)).as("pixels to scroll sideways").isZero();
        assertThat(reader.page().locator("h1").count()).as("h1").isEqualTo(1);
        assertThat(unlabelled(reader)).as("controls without a label").isEmpty();
        assertThat(complaints(reader, entry)).as("complaints of the browser").isEmpty();
    }

    Stream<Arguments> pagesInTheirVariants() {
        List<PageCatalogue.Entry> pages = pages();
        return IntStream.range(0, pages.size())
                .boxed()
                .flatMap(number ->
                        Variant.ofPage(number).stream().map(variant -> Arguments.of(pages.get(number), variant)));
    }

    private static void save(PageCatalogue.Entry entry, Variant variant, Response response) throws IOException {
        Files.createDirectories(SAVED);
        Files.write(SAVED.resolve(entry.name() + "-" + variant + ".html"), response.body());
    }

    /** In one go, since no page holds a frame; what is well is not asked for. */
    private static List<String> barriers(Reader reader) {
        AxeRunOptions violations = new AxeRunOptions();
        violations.setResultTypes(List.of("violations"));
        return new AxeBuilder(reader.page())
                .setLegacyMode(true).options(violations).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                        .toList())
                        .toList();
    }

    private static int sidewaysScroll(Reader reader) {
        return (Integer)
                reader.page().evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    @SuppressWarnings("unchecked")
    private static List<String> unlabelled(Reader reader) {
        return (List<String>) reader.page().evaluate("""
                [...document.querySelectorAll("input:not([type=hidden]), select, textarea")]
                  .filter(control => control.labels.length === 0 && !control.getAttribute("aria-label"))
                  .map(control => control.outerHTML)
                """);
    }

    /** The browser tells of the very status that a refused page answers with; that is not a complaint. */
    private static List<String> complaints(Reader reader, PageCatalogue.Entry entry) {
        return reader.complaints().stream()
                .filter(complaint -> entry.status() == 200 || !complaint.contains("status of " + entry.status()))
                .toList();
    }
}
