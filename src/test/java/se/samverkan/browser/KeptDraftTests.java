package se.samverkan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samverkan.access.Role;

/** Somebody writes in a meeting, loses the page, the net or the patience, and finds the words again. */
@BrowserTest
class KeptDraftTests {

    private static final String WORDS = "Vi såg tre lektioner, och alla började olika.";
    private static final String FORM = "main form[data-keep='write-0']";
    private static final String FIELD = FORM + " textarea";

    @LocalServerPort
    int port;

    @Autowired
    InventedWorld world;

    private Reader reader;
    private String address;

    @BeforeAll
    void settle() {
        world.settle();
        address = world.place("/meetings/{meeting}");
    }

    @BeforeEach
    void opensTheMeeting() {
        reader = new Reader(port, new Variant("sv", "light", 1280));
        reader.signIn(Residents.email(Role.PROCESS_FACILITATOR));
        reader.open(address);
        unfold();
    }

    @AfterEach
    void closes() {
        reader.close();
    }

    private void unfold() {
        reader.page()
                .locator("details.write:has(" + FORM.replace("main ", "") + ") > summary")
                .click();
    }

    private Locator status() {
        return reader.page().locator(FORM + " .kept-status");
    }

    private Locator notice() {
        return reader.page().locator(".kept-draft");
    }

    private void writes(String words) {
        reader.page().locator(FIELD).pressSequentially(words);
    }

    @Test
    void findsItsWordsAgainAndLosesThemOnceTheyAreSaved() {
        writes(WORDS);
        status().getByText("Utkastet är sparat").waitFor();

        reader.open(address);
        notice().waitFor();
        notice().getByText("Hämta texten").click();
        assertThat(reader.page().locator(FIELD).inputValue()).isEqualTo(WORDS);

        assertThat(reader.send(FORM).status()).isLessThan(400);
        reader.page().getByText(WORDS).first().waitFor();
        reader.page().waitForTimeout(1_500);
        assertThat(notice().count()).isZero();
    }

    @Test
    void keepsWordsInTheBrowserWhileTheNetIsGone() {
        reader.page().waitForTimeout(1_000);
        reader.page().context().setOffline(true);
        writes("I källaren.");
        status().getByText("Nätet är borta").waitFor();

        reader.page().context().setOffline(false);
        status().getByText("Utkastet är sparat").waitFor();

        reader.open(address);
        notice().waitFor();
        notice().getByText("Släng den").click();
        reader.page().waitForTimeout(500);
        reader.open(address);
        reader.page().waitForTimeout(1_500);
        assertThat(notice().count()).isZero();
    }

    @Test
    void sendsTheFormByItselfWhenTheNetReturns() {
        reader.page().waitForTimeout(1_000);
        reader.page().context().setOffline(true);
        writes("Skickat nerifrån källaren.");
        reader.page().locator(FORM + " button").click();
        status().getByText("Nätet är borta").waitFor();
        assertThat(reader.page().locator(FIELD).inputValue()).isEqualTo("Skickat nerifrån källaren.");

        reader.page().context().setOffline(false);
        reader.page().locator(".note").getByText("Skickat nerifrån källaren.").waitFor();
    }

    @Test
    void givesBackAMillionLettersThatItCannotTake() {
        reader.page().locator(FIELD).evaluate("field => { field.value = 'å'.repeat(1000000); }");

        assertThat(reader.send(FORM).status()).isEqualTo(422);
        assertThat(reader.page().locator("main textarea").inputValue()).hasSize(1_000_000);
        assertThat(reader.page().locator("#error-summary").textContent()).contains("Det du skrev står kvar");
    }

    @Test
    void bringsWhatOthersWriteWithoutTouchingTheOwnForm() {
        writes("Mitt eget");
        try (Reader other = new Reader(port, new Variant("sv", "light", 320))) {
            other.signIn(Residents.email(Role.PROGRAMME_OFFICER));
            other.open(address);
            other.page().locator("details.write > summary").last().click();
            other.page().locator(FIELD).fill("Skrivet på telefonen.");
            other.send(FORM);
        }

        reader.page().getByText("Skrivet på telefonen.").first().waitFor();
        assertThat(reader.page().locator(FIELD).inputValue()).isEqualTo("Mitt eget");
        reader.page().locator(FIELD).fill("");
        status().getByText("Utkastet är sparat").waitFor();
    }
}
