package se.samverkan.access.passkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.access.FirstAdministrator;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** Passkeys in a real browser with a virtual authenticator, under the strict content policy. */
@SamverkanTest
class PasskeyTests {

    private static Playwright playwright;
    private static Browser browser;

    @Autowired
    FirstAdministrator firstAdministrator;

    @Autowired
    TestDatabase database;

    @LocalServerPort
    int port;

    @BeforeAll
    static void open() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    static void close() {
        playwright.close();
    }

    @Test
    void aPersonWelcomedByALinkMakesAPasskeyAndComesBackWithIt() {
        try (BrowserContext context = browser.newContext()) {
            Page page = withAuthenticator(context);
            page.navigate(address(firstAdministrator.invite(UUID.randomUUID() + "@example.org")));
            page.getByLabel("Namn").fill("Vera Ek");
            page.getByText("Skapa en nyckel").click();
            assertThat(page).hasURL(address("/me?done=welcome"));

            page.locator("details.who summary").click();
            page.getByText("Logga ut").first().click();
            assertThat(page).hasURL(address("/"));
            page.navigate(address("/sign-in?to=/me"));
            page.getByText("Logga in med nyckel").click();

            assertThat(page).hasURL(address("/me"));
            assertThat(page.locator("main")).containsText("Vera Ek");
            isToldInTheLog("person.welcomed", "passkey.added");
        }
    }

    @Test
    void addsAnotherPasskeyWithANameAndRemovesIt() {
        try (BrowserContext context = browser.newContext()) {
            Page page = withAuthenticator(context);
            page.navigate(address(firstAdministrator.invite(UUID.randomUUID() + "@example.org")));
            page.getByLabel("Namn").fill("Vera Ek");
            page.locator("#f-password").fill("fyra gula kor dansar");
            page.getByText("Spara lösenordet").click();
            page.getByLabel("Namn på nyckeln").fill("Jobbdatorn");
            page.getByText("Lägg till en nyckel").click();
            assertThat(page).hasURL(address("/me?done=passkey"));
            assertThat(page.locator("table").first()).containsText("Jobbdatorn");

            page.getByText("Ta bort nyckeln").click();

            assertThat(page).hasURL(address("/me?done=passkey-removed"));
            isToldInTheLog("person.welcomed", "passkey.added", "passkey.removed");
        }
    }

    @Test
    void saysPlainlyWhenThePasskeyIsNotKnownHere() {
        try (BrowserContext context = browser.newContext()) {
            Page page = withAuthenticator(context);
            page.navigate(address("/sign-in"));
            page.getByText("Logga in med nyckel").click();

            assertThat(page.locator("[data-passkey-error]")).isVisible();
            assertThat(page).hasURL(Pattern.compile(".*/sign-in"));
        }
    }

    private void isToldInTheLog(String... told) {
        List<String> newest = JdbcClient.create(database.asOwner())
                .sql("select what from records.audit_entry where subject_type = 'person' order by at desc limit ?")
                .param(told.length)
                .query(String.class)
                .list();
        Assertions.assertThat(newest).containsExactlyInAnyOrder(told);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private static Page withAuthenticator(BrowserContext context) {
        Page page = context.newPage();
        CDPSession session = context.newCDPSession(page);
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject added = new JsonObject();
        added.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", added);
        return page;
    }
}
