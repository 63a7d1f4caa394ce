package se.samverkan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samverkan.access.Role;

/** A survey on a phone: the draft is in the browser and nowhere else; and an idea that shows on the screen at once. */
@BrowserTest
class AnswerOnPhoneTests {

    private static final Variant PHONE = new Variant("sv", "light", 320);
    private static final String WORDS = "Lugnare korridorer";

    @LocalServerPort
    int port;

    @Autowired
    InventedWorld world;

    @BeforeAll
    void settle() {
        world.settle();
    }

    @Test
    void keepsADraftInTheBrowserUntilItIsSentAndThenRemembersOnlyThatSomebodyAnswered() {
        try (Reader phone = new Reader(port, PHONE)) {
            String path = world.place("/s/{survey-open-code}");
            int cookies = phone.page().context().cookies().size();
            phone.open(path);
            Page page = phone.page();
            assertThat(page.locator("#again-note").isVisible()).isFalse();
            words(page).fill(WORDS);
            page.locator("input[type=radio]").first().check();

            phone.open(path);
            assertThat(words(page).inputValue()).isEqualTo(WORDS);
            assertThat(page.locator("input[type=radio]").first().isChecked()).isTrue();

            phone.send("main form");
            assertThat(page.locator("h1").innerText()).isEqualTo("Tack för ditt svar");
            assertThat(page.evaluate("JSON.stringify(localStorage)").toString()).doesNotContain(WORDS);
            assertThat(page.context().cookies()).hasSize(cookies);

            phone.open(path);
            assertThat(words(page).inputValue()).isEmpty();
            assertThat(page.locator("#again-note").isVisible()).isTrue();
            assertThat(page.locator("input[name=again]").inputValue()).isEqualTo("true");
            assertThat(phone.complaints()).isEmpty();
        }
    }

    private static Locator words(Page page) {
        return page.locator("main textarea").first();
    }

    @Test
    void isAnsweredWithoutScript() {
        try (Reader phone = new Reader(port, PHONE, false)) {
            phone.open(world.place("/s/{survey-open-code}"));
            phone.page().locator("input[type=radio]").first().check();
            phone.send("main form");
            assertThat(phone.page().locator("h1").innerText()).isEqualTo("Tack för ditt svar");
        }
    }

    @Test
    void showsAnIdeaOnTheScreenWithinTwoSecondsOfItsWriting() {
        try (Reader screen = new Reader(port, new Variant("sv", "light", 1280));
                Reader phone = new Reader(port, PHONE)) {
            screen.signIn(Residents.email(Role.HEAD_TEACHER));
            screen.open(world.place("/ideas/{ideas-WRITING}"));
            phone.open(world.place("/i/{ideas-WRITING-code}"));
            phone.page().locator("#words").fill("Gemensam start på lektionen");
            phone.send("main form");
            screen.page()
                    .locator("#idea-live li", new Page.LocatorOptions().setHasText("Gemensam start på lektionen"))
                    .waitFor(new Locator.WaitForOptions().setTimeout(2000));
        }
    }

    @Test
    void waitsInTheBrowserWhileTheNetIsGoneAndIsSentWhenItReturns() {
        try (Reader phone = new Reader(port, PHONE)) {
            phone.open(world.place("/i/{ideas-WRITING-code}"));
            phone.page().context().setOffline(true);
            phone.page().locator("#words").fill("En idé i källaren");
            phone.page().locator("main form button").click();
            phone.page().getByText("Nätet är borta").waitFor();
            assertThat(phone.page().locator("#words").inputValue()).isEqualTo("En idé i källaren");

            phone.page().context().setOffline(false);
            phone.page().getByText("Din idé syns nu på skärmen").waitFor();
            assertThat(phone.page().evaluate("JSON.stringify(localStorage)").toString())
                    .doesNotContain("källaren");
        }
    }
}
