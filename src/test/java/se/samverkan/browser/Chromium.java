package se.samverkan.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The machine's own Chromium; where there is none the tests are skipped by name. It is shared by the tests and begun anew now
 * and then, since it grows slower with every context that it has had.
 */
final class Chromium {

    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // One origin is one process, which need not be begun for every page.
            "--process-per-site",
            "--disable-site-isolation-trials",
            "--font-render-hinting=none",
            "--force-color-profile=srgb");

    /** As many contexts as one process opens. */
    private static final int CONTEXTS = 40;

    private static @Nullable Playwright playwright;

    private static @Nullable Browser browser;

    private static int opened;

    private Chromium() {}

    /** A context of its own, in a browser that has not had too many; one that somebody else is using is left alone. */
    static synchronized BrowserContext context(Browser.NewContextOptions options) {
        Browser running = browser;
        if (running != null && opened >= CONTEXTS && running.contexts().isEmpty()) {
            running.close();
            running = null;
        }
        if (running == null) {
            running = launch();
            browser = running;
            opened = 0;
        }
        opened++;
        return running.newContext(options);
    }

    private static Browser launch() {
        Optional<Path> executable = executable();
        Assumptions.assumeTrue(executable.isPresent(), "no Chromium on this machine");
        return playwright()
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable.get())
                        .setArgs(FLAGS));
    }

    private static Playwright playwright() {
        Playwright there = playwright;
        if (there == null) {
            there = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(there::close));
            playwright = there;
        }
        return there;
    }

    private static Optional<Path> executable() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name ->
                        Stream.of("/usr/bin/", "/usr/local/bin/", "/snap/bin/").map(folder -> Path.of(folder + name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
