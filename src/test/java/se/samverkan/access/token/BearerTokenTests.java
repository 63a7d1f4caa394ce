package se.samverkan.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Actor;
import se.samverkan.access.Role;
import se.samverkan.access.Verb;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;
import se.samverkan.testing.Visitor;

/** What a key to the API can do, and how it is refused when it cannot. */
@SamverkanTest
class BearerTokenTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Stockholm"));

    @Autowired
    TokenManagement tokens;

    @Autowired
    ActingAs acting;

    @Autowired
    TestDatabase database;

    @LocalServerPort
    int port;

    private Cast cast;
    private long chief;

    @BeforeEach
    void administrates() {
        cast = new Cast(database);
        chief = cast.player("Asta Nyckel", Role.ADMINISTRATOR, null);
    }

    private static TokenForm form(String owner, Verb verb, String request) {
        return new TokenForm(
                "prov", owner, List.of(verb.name()), TODAY.plusDays(30).toString(), request);
    }

    private Secret make() {
        return acting.person(
                chief,
                () -> tokens.make(
                        form("", Verb.IMPORT_FIGURES, UUID.randomUUID().toString())));
    }

    private Visitor.Answer ask(String secret) {
        return new Visitor(port).get("/api/v1/indicators", "Authorization", "Bearer " + secret);
    }

    private void assertRefused(Visitor.Answer answer, String words) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains(words);
    }

    @Test
    void letsAKeyInAndNotesTheDay() {
        Secret secret = make();

        assertThat(ask(secret.value()).status()).isEqualTo(200);
        assertThat(cast.behind()
                        .sql("select used_on = access.today() from access.api_token where digest = ?")
                        .param(secret.digest())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void keepsNoSecret() {
        Secret secret = make();

        assertThat(cast.behind()
                        .sql("select t::text from access.api_token t where digest = ?")
                        .param(secret.digest())
                        .query(String.class)
                        .single())
                .doesNotContain(secret.value());
        assertThat(secret.toString()).doesNotContain(secret.value());
    }

    @Test
    void refusesAKeyThatIsUnknownRevokedOrEndedWithTheReason() {
        assertRefused(ask("samverkan_nothing"), "finns inte");

        Secret revoked = make();
        long id = cast.behind()
                .sql("select id from access.api_token where digest = ?")
                .param(revoked.digest())
                .query(Long.class)
                .single();
        acting.<Object>person(chief, () -> {
            tokens.revoke(id);
            return "";
        });
        assertRefused(ask(revoked.value()), "återkallad");

        Secret ended = make();
        cast.behind()
                .sql("update access.api_token set made_on = made_on - 9, ends_on = access.today() - 1 where digest = ?")
                .param(ended.digest())
                .update();
        assertRefused(ask(ended.value()), "slutat gälla");
    }

    @Test
    void refusesAKeyWhoseOwnerHasLeft() {
        Secret secret = make();
        cast.behind()
                .sql("update access.person set left_on = access.today() - 1 where id = ?")
                .param(chief)
                .update();

        assertRefused(ask(secret.value()), "ägare har slutat");
    }

    @Test
    void refusesAKeyOnAPage() {
        Visitor.Answer answer = new Visitor(port).get("/people", "Authorization", "Bearer " + make().value());

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void canDoWhatItsOwnerMayNowAndItsScopeNames() {
        Actor owner = acting.actor(chief).orElseThrow();
        Actor bearer = BearerTokens.narrowed(owner, Set.of(Verb.IMPORT_FIGURES));

        assertThat(bearer.grants().hold(Verb.IMPORT_FIGURES)).isTrue();
        assertThat(bearer.grants().hold(Verb.MANAGE_PEOPLE)).isFalse();
        cast.behind()
                .sql("update access.assignment set valid_to = access.today() - 1 where person = ?")
                .param(chief)
                .update();
        assertThat(BearerTokens.narrowed(acting.actor(chief).orElseThrow(), Set.of(Verb.IMPORT_FIGURES))
                        .grants()
                        .hold(Verb.IMPORT_FIGURES))
                .isFalse();
    }

    @Test
    void refusesAKeyThatCouldMoreThanItsOwner() {
        long organisation = cast.organisation("Nyckelby");
        long coordinator = cast.player("Samordnare", Role.COORDINATOR, organisation);
        String address = cast.behind()
                .sql("select email from access.person where id = ?")
                .param(coordinator)
                .query(String.class)
                .single();

        assertThatThrownBy(() -> acting.person(
                        chief,
                        () -> tokens.make(form(
                                address, Verb.IMPORT_FIGURES, UUID.randomUUID().toString()))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo("refusal.token.beyond-owner"));
    }

    @Test
    void refusesALocalAdministratorAKeyForSomebodyWhoMayMore() {
        long organisation = cast.organisation("Nyckelköping");
        long local = cast.player("Lokal", Role.ADMINISTRATOR, organisation);
        long mighty = cast.player("Mäktig", Role.COORDINATOR, organisation);
        cast.assign(mighty, Role.ANALYST, null, null);
        String address = cast.behind()
                .sql("select email from access.person where id = ?")
                .param(mighty)
                .query(String.class)
                .single();

        assertThatThrownBy(() -> acting.person(
                        local,
                        () -> tokens.make(form(
                                address, Verb.IMPORT_FIGURES, UUID.randomUUID().toString()))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo("refusal.person.not-all"));
    }

    @Test
    void makesOneKeyOfAFormSentTwice() {
        String request = UUID.randomUUID().toString();
        acting.person(chief, () -> tokens.make(form("", Verb.READ_AUDIT, request)));

        assertThatThrownBy(() -> acting.person(chief, () -> tokens.make(form("", Verb.READ_AUDIT, request))))
                .isInstanceOf(Refusal.class);
    }
}
