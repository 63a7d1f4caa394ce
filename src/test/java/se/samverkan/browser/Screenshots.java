package se.samverkan.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pictures of every page for those who draw them: {@code bin/screenshots}. They are looked at, not compared. */
abstract class Screenshots {

    private static final Path PICTURES = Path.of("target/screenshots");

    @LocalServerPort
    int port;

    abstract World world();

    abstract List<PageCatalogue.Entry> pages();

    @BeforeAll
    void settle() {
        world().settle();
    }

    /** The property names the pages and variants that are wanted: {@code true} for all, else parts of file names. */
    @Test
    void takesOneOfEachPage() {
        for (Variant variant : Variant.all()) {
            for (PageCatalogue.Entry entry : pages()) {
                String name = entry.name() + "-" + variant;
                if (areWanted(name)) {
                    Assertions.assertDoesNotThrow(() -> take(entry, variant, name));
                }
            }
        }
    }

    private void take(PageCatalogue.Entry entry, Variant variant, String name) {
        try (Reader reader = new Reader(port, variant)) {
            entry.visit(reader, world());
            take(reader.page(), name);
        }
    }

    /** Whether pictures are taken in this run, and those of this name are asked for. */
    static boolean areWanted(String name) {
        String asked = System.getProperty("screenshots", "");
        List<String> wanted = Arrays.asList(asked.split(","));
        return !asked.isEmpty() && (wanted.contains("true") || wanted.stream().anyMatch(name::contains));
    }

    /** A picture of the whole page as it stands. */
    static void take(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }
}
