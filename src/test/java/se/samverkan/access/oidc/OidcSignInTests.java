package se.samverkan.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;
import se.samverkan.testing.TestPeople;
import se.samverkan.testing.Visitor;
import se.samverkan.testing.Visitor.Answer;

/** Against a mock provider that speaks OpenID Connect, as a broker before a SAML federation would. */
@SamverkanTest
@ContextConfiguration(initializers = {SamverkanTest.FreshDatabase.class, OidcSignInTests.SetUp.class})
class OidcSignInTests {

    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server(new OAuth2Config(
            false, null, null, false, new OAuth2TokenProvider(), java.util.Set.of(), new NettyWrapper()));

    static final class SetUp implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            PROVIDER.start();
            String registration = "spring.security.oauth2.client.registration.school.";
            TestPropertyValues.of(
                            registration + "client-id=samverkan",
                            registration + "client-secret=for-the-test",
                            registration + "client-name=Skolfederation",
                            registration + "scope=openid,email",
                            "spring.security.oauth2.client.provider.school.issuer-uri=" + PROVIDER.issuerUrl("school"))
                    .applyTo(context);
        }
    }

    @Autowired
    TestDatabase database;

    @LocalServerPort
    int port;

    private TestPeople people;
    private Visitor visitor;
    private String email;

    @BeforeEach
    void arrange() {
        people = new TestPeople(database);
        visitor = new Visitor(port);
        email = UUID.randomUUID() + "@example.org";
    }

    @AfterAll
    static void close() {
        PROVIDER.shutdown();
    }

    @Test
    void recognisesAPersonByAVerifiedAddressAndLeadsThemWhereTheyWereGoing() {
        people.add("Ida Ek", email);

        Answer back = comeThrough(claims("s-1" + email, true), "/me");

        assertThat(back.location()).isEqualTo("/me");
        assertThat(visitor.get("/me").body())
                .contains("Ida Ek", PROVIDER.issuerUrl("school").toString());
    }

    @Test
    void recognisesALinkedPersonWhateverTheirAddressThere() {
        people.add("Ida Ek", email);
        comeThrough(claims("s-2" + email, true), "/me");
        visitor = new Visitor(port);

        comeThrough(Map.of("sub", "s-2" + email, "email", "new@example.org"), "/me");

        assertThat(visitor.get("/me").body()).contains("Ida Ek");
    }

    @Test
    void doesNotBelieveAnAddressThatNobodyHasVerified() {
        people.add("Ida Ek", email);

        Answer back = comeThrough(claims("s-3" + email, false), "/me");

        assertThat(back.location()).startsWith("/sign-in?").contains("refused=unknown");
    }

    @Test
    void saysPlainlyWhenNobodyHereMatches() {
        Answer back = comeThrough(claims("s-4" + email, true), "/me");

        assertThat(visitor.get(back.location()).page().select("[role=alert]").text())
                .contains("du har inget konto här");
    }

    @Test
    void takesNoRoleFromTheProvider() {
        people.add("Ida Ek", email);

        comeThrough(
                Map.of("sub", "s-5" + email, "email", email, "email_verified", true, "roles", List.of("ADMINISTRATOR")),
                "/me");

        assertThat(visitor.get("/me").page().select("a[href=/people]")).isEmpty();
    }

    @Test
    void refusesAnAnswerThatWasAskedForByAnotherBrowser() {
        people.add("Ida Ek", email);
        PROVIDER.enqueueCallback(callback(claims("s-6" + email, true)));
        String answer = elsewhere(
                visitor.get("/oauth2/authorization/school").header("Location").orElseThrow());

        Answer refused = new Visitor(port).get(path(answer));

        assertThat(refused.location()).contains("refused=provider");
    }

    private Map<String, Object> claims(String subject, boolean verified) {
        return Map.of("sub", subject, "email", email, "email_verified", verified);
    }

    private Answer comeThrough(Map<String, Object> claims, String to) {
        PROVIDER.enqueueCallback(callback(claims));
        Answer ways = visitor.get("/sign-in?to=" + to);
        String button =
                ways.page().select("a[href^=/oauth2/authorization/school]").attr("href");
        String answer = elsewhere(visitor.get(button).header("Location").orElseThrow());
        return visitor.get(path(answer));
    }

    private static DefaultOAuth2TokenCallback callback(Map<String, Object> claims) {
        return new DefaultOAuth2TokenCallback(
                "school", (String) claims.get("sub"), "JWT", List.of("samverkan"), claims, 3600);
    }

    /** The way to the provider, and where it sends the browser back. */
    private static String elsewhere(String address) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
            return answer.headers().firstValue("Location").orElseThrow();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String path(String address) {
        return address.replaceFirst("^https?://[^/]+", "");
    }
}
