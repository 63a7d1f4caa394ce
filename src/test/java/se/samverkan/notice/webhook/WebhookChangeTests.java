package se.samverkan.notice.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.notice.Notice;
import se.samverkan.notice.Notices;
import se.samverkan.notice.Urgency;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** A webhook is changed by those who manage it, and its secret is renewed without anything being lost. */
@SamverkanTest
class WebhookChangeTests {

    private static final String KIND = "selection.decision-shared";
    private static final String URL = "https://93.184.215.14/prov";

    @Autowired
    private WebhookManagement webhooks;

    @Autowired
    private StoredWebhooks stored;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Notices notices;

    @Autowired
    private ActingAs acting;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestDatabase testDatabase;

    private Cast cast;
    private long organisation;
    private long keeper;
    private long stranger;
    private long id;
    private byte[] first = {};

    @BeforeEach
    void aWebhook() {
        cast = new Cast(testDatabase);
        cast.behind()
                .sql("update notice.webhook set removed_at = now() where removed_at is null")
                .update();
        organisation = cast.organisation("Provlunda");
        keeper = cast.player("Administratör", Role.ADMINISTRATOR, organisation);
        stranger = cast.player("Främling", Role.ADMINISTRATOR, cast.organisation("Grannby"));
        String key = cast.behind()
                .sql("select key from organisation.organisation where id = ?")
                .param(organisation)
                .query(String.class)
                .single();
        WebhookForm form = new WebhookForm(
                key, "Ärenden", URL, List.of(KIND), UUID.randomUUID().toString());
        WebhookManagement.Made made = acting.person(keeper, () -> webhooks.make(form));
        id = made.id();
        first = bytes(made.secret());
    }

    private static byte[] bytes(String shown) {
        return Base64.getDecoder().decode(shown.substring("whsec_".length()));
    }

    private byte[] renewed() {
        return bytes(acting.person(keeper, () -> webhooks.renewSecret(id)).secret());
    }

    private Deliveries.Waiting told(Duration later) {
        transaction.executeWithoutResult(
                done -> notices.tell(new Notice(KIND, Urgency.DIGEST, List.of(), organisation, Map.of("round", "12"))));
        return deliveries.claim(Instant.now().plus(later), 20).getLast();
    }

    private boolean change(long person, int version, String url) {
        return acting.person(person, () -> {
            webhooks.change(id, version, "Diariet", url, List.of(KIND));
            return true;
        });
    }

    private void refuses(Refusal.Kind kind, long person, int version, String url) {
        assertThatThrownBy(() -> change(person, version, url))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
    }

    @Test
    void isToldAtItsNewAddress() {
        change(keeper, 0, "https://93.184.215.14/ny");

        Webhook changed = acting.person(keeper, () -> webhooks.webhook(id));
        assertThat(changed.name()).isEqualTo("Diariet");
        assertThat(told(Duration.ofMinutes(1)).url()).isEqualTo("https://93.184.215.14/ny");
    }

    @Test
    void refusesTheSecondOfTwoWhoChangeItAndAnAddressInsideANet() {
        change(keeper, 0, URL);

        refuses(Refusal.Kind.STALE, keeper, 0, URL);
        refuses(Refusal.Kind.RULE, keeper, 1, "https://10.0.0.1/");
        refuses(Refusal.Kind.NOT_SEEN, stranger, 1, URL);
    }

    @Test
    void signsByBothSecretsUntilTheOverlapIsOver() {
        assertThat(told(Duration.ofMinutes(1)).formerSecret()).isNull();
        byte[] second = renewed();

        Deliveries.Waiting during = told(Duration.ofHours(1));
        assertThat(during.secret()).isEqualTo(second);
        assertThat(during.formerSecret()).isEqualTo(first);
        assertThat(told(WebhookManagement.OVERLAP.plusHours(1)).formerSecret()).isNull();
    }

    @Test
    void keepsTheSecretThatTheSystemHasWhenItIsRenewedTwice() {
        renewed();
        byte[] third = renewed();

        Deliveries.Waiting during = told(Duration.ofHours(1));
        assertThat(during.secret()).isEqualTo(third);
        assertThat(during.formerSecret()).isEqualTo(first);
    }

    @Test
    void isRenewedByThoseWhoManageItOnly() {
        assertThatThrownBy(() -> acting.person(stranger, () -> webhooks.renewSecret(id)))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.kind()).isEqualTo(Refusal.Kind.NOT_SEEN));
        assertThatThrownBy(() -> acting.person(
                        stranger,
                        () -> transaction.execute(status -> {
                            stored.renewSecret(id, Signature.newSecret(), Instant.now(), Instant.now());
                            return true;
                        })))
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }
}
