package se.samverkan.notice.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.notice.Notice;
import se.samverkan.notice.Notices;
import se.samverkan.notice.ToDos;
import se.samverkan.notice.Urgency;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** An organisation's own system is told, by a real server on this machine. */
@SamverkanTest
class DeliveringTests {

    private static final String KIND = "selection.decision-shared";

    @Autowired
    private Notices notices;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private PauseNotices pauses;

    @Autowired
    private StoredWebhooks webhooks;

    @Autowired
    private ToDos todos;

    @Autowired
    private ActingAs acting;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestDatabase testDatabase;

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final byte[] secret = Signature.newSecret();
    private Cast cast;
    private long organisation;
    private long keeper;
    private HttpServer server;
    private volatile int status = 204;

    private record Received(String id, String time, String signature, String body) {}

    @BeforeEach
    void begin() throws IOException {
        cast = new Cast(testDatabase);
        cast.behind()
                .sql("update notice.webhook set removed_at = now() where removed_at is null")
                .update();
        organisation = cast.organisation("Provlunda");
        keeper = cast.player("Administratör", Role.ADMINISTRATOR, organisation);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        received.add(new Received(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        if (status == 302) {
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + port() + "/elsewhere");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private long subscribes(String url, String... kinds) {
        WebhookForm form = new WebhookForm(
                "", "Ärendesystemet", url, List.of(kinds), UUID.randomUUID().toString());
        return acting.person(keeper, () -> transaction.execute(status -> webhooks.add(organisation, form, secret)));
    }

    private String here() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    private void tell(String kind, long to) {
        transaction.executeWithoutResult(
                done -> notices.tell(new Notice(kind, Urgency.DIGEST, List.of(), to, Map.of("round", "12"))));
    }

    private Delivering copy(Duration later) {
        return new Delivering(
                deliveries,
                new Reachable(new WebhookSettings(true)),
                pauses,
                new JsonMapper(),
                Clock.fixed(Instant.now().plus(later), ZoneId.of("UTC")));
    }

    private String state(long webhook) {
        return cast.behind()
                .sql("""
                        select string_agg(state || coalesce(' ' || problem, '') || coalesce(' ' || status, ''), ', ' order by id)
                        from notice.delivery where webhook = ?
                        """)
                .param(webhook)
                .query(String.class)
                .optional()
                .orElse("");
    }

    @Test
    void carriesIdsOnlyAndIsSignedOverTimeAndBody() {
        long webhook = subscribes(here(), KIND);
        tell(KIND, organisation);

        copy(Duration.ofSeconds(2)).all();

        Received one = received.getFirst();
        assertThat(one.body()).contains("\"type\":\"" + KIND + "\"").contains("\"data\":{\"round\":\"12\"}");
        assertThat(one.signature()).isEqualTo(Signature.of(secret, one.id(), Long.parseLong(one.time()), one.body()));
        assertThat(state(webhook)).isEqualTo("DELIVERED 204");
    }

    @Test
    void tellsNobodyOfOtherKindsOrOtherOrganisations() {
        long webhook = subscribes(here(), KIND);
        tell("selection.invited", organisation);
        tell(KIND, cast.organisation("Annan"));

        copy(Duration.ofSeconds(2)).all();

        assertThat(received).isEmpty();
        assertThat(state(webhook)).isEmpty();
    }

    @Test
    void triesAgainUntilTheSystemAnswersWell() {
        long webhook = subscribes(here(), KIND);
        tell(KIND, organisation);
        status = 500;
        copy(Duration.ofSeconds(2)).all();
        assertThat(state(webhook)).isEqualTo("WAITING REFUSED 500");

        copy(Duration.ofSeconds(10)).all();
        assertThat(received).as("not before the wait is over").hasSize(1);
        status = 200;
        copy(Duration.ofMinutes(1)).all();

        assertThat(state(webhook)).isEqualTo("DELIVERED 200");
        assertThat(received).hasSize(2);
        assertThat(received.get(1).id()).isEqualTo(received.get(0).id());
    }

    @Test
    void followsNoRedirect() {
        long webhook = subscribes(here(), KIND);
        tell(KIND, organisation);
        status = 302;

        copy(Duration.ofSeconds(2)).all();

        assertThat(received).hasSize(1);
        assertThat(state(webhook)).isEqualTo("WAITING REFUSED 302");
    }

    @Test
    void looksAtTheAddressAgainBeforeEachRequest() {
        long webhook = subscribes("https://10.0.0.1/hook", KIND);
        tell(KIND, organisation);

        copy(Duration.ofSeconds(2)).all();

        assertThat(state(webhook)).isEqualTo("WAITING NOT_REACHABLE");
    }

    @Test
    void leavesASystemInPeaceThatFailsAgainAndAgainAndSaysSo() {
        long webhook = subscribes(here(), KIND);
        IntStream.range(0, 20).forEach(i -> tell(KIND, organisation));
        status = 503;
        copy(Duration.ofSeconds(2)).all();

        assertThat(acting.person(keeper, todos::mine)).anyMatch(one -> one.key().equals("webhooks.todo"));
        assertThat(cast.behind()
                        .sql("select count(*) from notice.outbox where person = ? and urgency = 'MUST_ACT'")
                        .param(keeper)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        received.clear();
        status = 200;
        copy(Duration.ofHours(1)).all();
        assertThat(received).as("paused").isEmpty();

        acting.person(keeper, () -> transaction.execute(done -> webhooks.pause(webhook, false, Instant.now())));
        copy(Duration.ofHours(2)).all();
        assertThat(received).as("nothing was lost meanwhile").hasSize(20);
    }

    @Test
    void isLeftInPeaceAtOnceWhenItSaysThatItIsGone() {
        long webhook = subscribes(here(), KIND);
        tell(KIND, organisation);
        status = 410;

        copy(Duration.ofSeconds(2)).all();

        assertThat(state(webhook)).isEqualTo("GIVEN_UP REFUSED 410");
        assertThat(acting.person(keeper, () -> transaction.execute(done -> webhooks.find(webhook)))
                        .orElseThrow()
                        .isPausedByFailure())
                .isTrue();
    }

    @Test
    void deliversOnceFromTwoCopies() {
        subscribes(here(), KIND);
        IntStream.range(0, 30).forEach(i -> tell(KIND, organisation));

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(
                                () -> copy(Duration.ofSeconds(2)).all()),
                        CompletableFuture.runAsync(
                                () -> copy(Duration.ofSeconds(2)).all()))
                .join();

        assertThat(received).extracting(Received::id).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void showsTheSecretToNobodyAfterwards() {
        subscribes(here(), KIND);
        String shown = Base64.getEncoder().encodeToString(secret);

        assertThat(acting.person(keeper, () -> transaction.execute(done -> webhooks.all()))
                        .toString())
                .doesNotContain(shown);
    }

    @Test
    void isManagedByTheOwnOrganisationOnly() {
        long webhook = subscribes(here(), KIND);
        long other = cast.player("Annan", Role.ADMINISTRATOR, cast.organisation("Annan"));

        Optional<Webhook> found = acting.person(other, () -> transaction.execute(done -> webhooks.find(webhook)));
        assertThat(found).isEmpty();
    }
}
