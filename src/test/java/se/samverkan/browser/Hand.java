package se.samverkan.browser;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.assertj.core.api.Assertions;

/**
 * Somebody who does their work in a browser without script, by forms, links and the keyboard, and who shows each step as a
 * picture where pictures are asked for.
 */
final class Hand implements AutoCloseable {

    private static final Variant WIDE = new Variant("sv", "light", 1280);

    /** How long a long page takes to be drawn anew, in milliseconds. */
    private static final double DRAWN = 300;

    private final Reader reader;

    Hand(int port, String email) {
        reader = new Reader(port, WIDE, false);
        reader.signIn(email);
    }

    Page page() {
        return reader.page();
    }

    Hand opens(String path) {
        Assertions.assertThat(reader.open(path).status()).as(path).isEqualTo(200);
        return this;
    }

    Hand fills(String name, String value) {
        page().locator("main [name='" + name + "']").fill(value);
        return this;
    }

    Hand picks(String name, String value) {
        page().locator("main select[name='" + name + "']").selectOption(value);
        return this;
    }

    /** Ticks a choice, with the space bar. */
    Hand ticks(String name, String value) {
        page().locator("main input[name='" + name + "'][value='" + value + "']").focus();
        page().keyboard().press("Space");
        return this;
    }

    /** Presses a button or follows a link with Enter, and comes to a page that is well. */
    Hand presses(String selector) {
        Response answer = goesBy(selector);
        Assertions.assertThat(answer.status())
                .as(selector + ": " + page().url() + page().locator("main").innerText())
                .isEqualTo(200);
        return this;
    }

    /** The same, and is refused. */
    Hand isRefusedBy(String selector) {
        Assertions.assertThat(goesBy(selector).status()).as(selector).isEqualTo(422);
        return this;
    }

    /** Comes back once the next page has taken the place of this one, so that nothing is read or ticked on the old one. */
    @SuppressWarnings("deprecation")
    private Response goesBy(String selector) {
        Locator control = page().locator("main " + selector).first();
        return page().waitForNavigation(() -> {
            control.focus();
            page().keyboard().press("Enter");
        });
    }

    byte[] takesAway(String selector) {
        Locator link = page().locator("main " + selector).first();
        Download download = page().waitForDownload(() -> {
            link.focus();
            page().keyboard().press("Enter");
        });
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String reads(String selector) {
        return page().locator("main " + selector).first().innerText().strip();
    }

    List<String> readsAll(String selector) {
        return page().locator("main " + selector).allInnerTexts();
    }

    /** The address of the page, without its origin. */
    String place() {
        return page().url().replaceFirst("^https?://[^/]+", "");
    }

    /** Pictures of the page as it stands, wide and narrow, light and dark. */
    Hand shows(String name) {
        if (Screenshots.areWanted(name)) {
            for (String mode : List.of("light", "dark")) {
                page().emulateMedia(new Page.EmulateMediaOptions()
                        .setColorScheme(mode.equals("dark") ? ColorScheme.DARK : ColorScheme.LIGHT));
                for (int width : List.of(320, 1280)) {
                    page().setViewportSize(width, 800);
                    page().evaluate("scrollTo(0, 0)");
                    page().waitForTimeout(DRAWN);
                    Screenshots.take(page(), name + "-" + new Variant("sv", mode, width));
                }
            }
            page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        }
        return this;
    }

    @Override
    public void close() {
        reader.close();
    }
}
