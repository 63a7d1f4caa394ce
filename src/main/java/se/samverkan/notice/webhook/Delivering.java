package se.samverkan.notice.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samverkan.notice.webhook.Deliveries.Waiting;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells organisations' own systems what has happened: ids only, signed, tried again after a longer and longer wait. A
 * system that fails again and again is left in peace until somebody has looked at it. Redirects are not followed, and what
 * a system answers is not read.
 */
@Component
class Delivering {

    private static final int AT_A_TIME = 20;
    private static final int MOST_ATTEMPTS = 12;
    private static final int MOST_FAILURES = 20;
    private static final int GONE = 410;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final Duration TOO_OLD = Duration.ofDays(14);

    private final Deliveries deliveries;
    private final Reachable reachable;
    private final PauseNotices pauses;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    Delivering(Deliveries deliveries, Reachable reachable, PauseNotices pauses, JsonMapper json, Clock clock) {
        this.deliveries = deliveries;
        this.reachable = reachable;
        this.pauses = pauses;
        this.json = json;
        this.clock = clock;
    }

    /** Delivers what waits. */
    void all() {
        Instant now = clock.instant();
        deliveries.letFall(now, now.minus(TOO_OLD));
        List<Waiting> rows;
        do {
            rows = deliveries.claim(clock.instant(), AT_A_TIME);
            rows.forEach(this::deliver);
        } while (rows.size() == AT_A_TIME);
    }

    private void deliver(Waiting one) {
        Optional<URI> address = reachable.of(one.url());
        if (address.isEmpty()) {
            failed(one, null, "NOT_REACHABLE");
            return;
        }
        try {
            HttpResponse<InputStream> answer =
                    client.send(request(one, address.get()), HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            answered(one, answer.statusCode());
        } catch (IOException silent) {
            failed(one, null, "NO_ANSWER");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void answered(Waiting one, int status) {
        if (status >= 200 && status < 300) {
            deliveries.delivered(one, status, clock.instant());
        } else {
            failed(one, status, "REFUSED");
        }
    }

    private void failed(Waiting one, @Nullable Integer status, String problem) {
        boolean gone = status != null && status == GONE;
        Instant next = gone || one.attempts() + 1 >= MOST_ATTEMPTS ? null : next(one.attempts());
        int most = gone ? 0 : MOST_FAILURES;
        if (deliveries.undelivered(one, status, problem, next, most, clock.instant())) {
            pauses.paused(one.webhook(), one.organisation());
        }
    }

    private Instant next(int attempts) {
        Duration wait = SHORTEST_WAIT.multipliedBy(1L << Math.min(attempts, 10));
        return clock.instant().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }

    private HttpRequest request(Waiting one, URI address) {
        String id = one.key().toString();
        long time = clock.instant().getEpochSecond();
        String body = body(one);
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("content-type", "application/json")
                .header("user-agent", "Samverkan")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(time))
                .header("webhook-signature", signed(one, id, time, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** By the secret, and by the former one while it holds, with a space between as the specification says. */
    private static String signed(Waiting one, String id, long time, String body) {
        byte[] former = one.formerSecret();
        String signature = Signature.of(one.secret(), id, time, body);
        return former == null ? signature : signature + " " + Signature.of(former, id, time, body);
    }

    private String body(Waiting one) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", one.kind());
        body.put("timestamp", one.toldAt().toString());
        body.put("data", new TreeMap<>(one.about()));
        return json.writeValueAsString(body);
    }
}
