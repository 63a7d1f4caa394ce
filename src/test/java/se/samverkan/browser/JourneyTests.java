package se.samverkan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samverkan.access.Role;

/** What people come to do, done by keyboard alone, and done without script. */
@BrowserTest
class JourneyTests {

    private static final Variant WIDE = new Variant("sv", "light", 1280);

    @LocalServerPort
    int port;

    @Autowired
    InventedWorld world;

    @BeforeAll
    void settle() {
        world.settle();
    }

    @Test
    void findsASchoolAndOneOfItsFiguresByKeyboardAlone() {
        try (Reader reader = new Reader(port, WIDE)) {
            Page page = reader.page();
            reader.open("/");
            page.keyboard().press("Control+k");
            page.keyboard().type("påhittade skolan 1");
            page.locator(".suggestions a").first().waitFor();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile("/units/"));
            String unit = page.url();

            tabTo(page, ".panel h3 a");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile("/indicators/"));
            page.goBack();

            assertThat(page.url()).isEqualTo(unit);
        }
    }

    @Test
    void jumpsPastTheFrameByTheFirstPressOfTab() {
        try (Reader reader = new Reader(port, WIDE)) {
            reader.open("/schools");
            reader.page().keyboard().press("Tab");
            reader.page().keyboard().press("Enter");

            assertThat(reader.page().evaluate("document.activeElement.id")).isEqualTo("main");
        }
    }

    @Test
    void signsInByKeyboardAlone() {
        try (Reader reader = new Reader(port, WIDE)) {
            Page page = reader.page();
            reader.open("/sign-in");
            tabTo(page, "input[name=email]");
            page.keyboard().type(Residents.email(Role.HEAD_TEACHER));
            tabTo(page, "input[name=password]");
            page.keyboard().type(Residents.PASSWORD);
            page.keyboard().press("Enter");

            assertThat(page.locator("details.who")).isVisible();
        }
    }

    @Test
    void findsSignsInEditsAndUndoesWithoutScript() {
        try (Reader reader = new Reader(port, WIDE, false)) {
            Page page = reader.page();
            reader.open("/");
            page.locator("input[name=q]").fill("pohittade skolan");
            page.locator("form[action='/search'] button").click();
            page.locator("main a[href^='/units/']").first().click();
            assertThat(page.locator("h1")).containsText("Påhittade");

            reader.signIn(Residents.email(Role.ADMINISTRATOR));
            reader.open("/organisers/" + InventedWorld.ORGANISER + "/calendar");
            page.locator("main a[href*='/calendar/']:not([href$=new])").first().click();
            page.locator("input[name=name]").fill("Vinterlov");
            page.locator("main form button.button").first().click();
            assertThat(page.locator("main")).containsText("Vinterlov");

            page.locator("main a[href*='/calendar/']:not([href$=new])").first().click();
            page.locator("form[action$='/remove'] button").click();
            assertThat(page.locator("main table")).hasCount(0);
            page.locator("form[action*='/bin/'] button").click();
            assertThat(page.locator("main")).containsText("Vinterlov");
        }
    }

    /** Goes on with Tab until the focus is where it shall be. */
    private static void tabTo(Page page, String selector) {
        for (int presses = 0; presses < 60; presses++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) {
                return;
            }
        }
        throw new AssertionError("Tab never leads to " + selector);
    }
}
