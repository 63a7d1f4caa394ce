package se.samverkan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samverkan.statistics.InventedFigures;

/** What a first visit costs: few bytes over the wire, and nothing that moves under the eye while it arrives. */
@BrowserTest
class FirstVisitTests {

    private static final long MOST_BYTES = 150_000;
    private static final double MOST_SHIFT = 0.01;

    /** Asked before anything is drawn, so that the very first shift counts too. */
    private static final String WATCH = """
            window.shift = 0;
            new PerformanceObserver(list => list.getEntries().forEach(entry => window.shift += entry.value))
              .observe({type: "layout-shift", buffered: true});
            """;

    @LocalServerPort
    int port;

    @Autowired
    InventedWorld world;

    @BeforeAll
    void settle() {
        world.settle();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 320})
    void ofTheStartPageIsLightAndStill(int width) {
        visit("/", width);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 320})
    void ofAUnitIsLightAndStill(int width) {
        visit("/units/" + InventedFigures.school(0), width);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 320})
    void ofAnUpperSecondarySchoolIsLightAndStill(int width) {
        visit("/units/" + InventedFigures.gymnasium(0), width);
    }

    private void visit(String path, int width) {
        try (Reader reader = new Reader(port, new Variant("sv", "light", width))) {
            AtomicLong bytes = countBytes(reader.page());
            reader.page().addInitScript(WATCH);

            reader.open(path);
            reader.page().waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);

            double shift = ((Number) reader.page().evaluate("window.shift")).doubleValue();
            System.out.printf("%s at %d: %d bytes, shift %.4f%n", path, width, bytes.get(), shift);
            assertThat(bytes.get()).as("bytes over the wire").isBetween(1L, MOST_BYTES);
            assertThat(shift).as("layout shift").isLessThan(MOST_SHIFT);
        }
    }

    /** Counts what came over the wire, headers and compression included. */
    private static AtomicLong countBytes(Page page) {
        AtomicLong bytes = new AtomicLong();
        CDPSession wire = page.context().newCDPSession(page);
        wire.send("Network.enable");
        wire.on(
                "Network.loadingFinished",
                event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
        return bytes;
    }
}
