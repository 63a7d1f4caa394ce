package se.samverkan.statistics.skolverket;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the API one question and does not give up at the first no: waits as long as the server asks for, doubles its
 * pauses where it does not say, and gives up with a reason after a number of attempts.
 *
 * <p>At most so many questions are under way at once; one that pauses lets another go. After 429 everybody waits, since
 * the limit concerns us all. Redirects are not followed: an answer from another place is no answer.
 */
class ApiClient implements AutoCloseable {

    static final String HAL = "application/vnd.skolverket.plannededucations.api.v4.hal+json";

    private static final long LARGEST_ANSWER = 64L * 1024 * 1024;

    private final SkolverketSettings settings;
    private final Clock clock;
    private final HttpClient http;
    private final Semaphore underWay;
    private final JsonMapper json = JsonMapper.shared();
    private volatile long nobodyBefore;

    ApiClient(SkolverketSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.underWay = new Semaphore(settings.concurrency());
        boolean secure = "https".equals(settings.url().getScheme());
        this.http = HttpClient.newBuilder()
                .version(secure ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeout())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /**
     * Asks until there is an answer or a reason why there is none.
     *
     * @param path what to ask for, below the base address, with its query
     */
    Answer ask(String path) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            Attempt came = attempt(path);
            switch (came) {
                case Attempt.Whole whole -> {
                    return new Answer.Body(whole.json(), attempt);
                }
                case Attempt.NotThere _ -> {
                    return new Answer.Nothing(attempt);
                }
                case Attempt.Failed failed -> {
                    if (!failed.worthAnother() || attempt >= settings.attempts()) {
                        return new Answer.GivenUp(failed.reason(), failed.details(), attempt);
                    }
                    pause(failed, attempt);
                }
            }
        }
    }

    private Attempt attempt(String path) throws InterruptedException {
        waitForTheOthers();
        underWay.acquire();
        try {
            return read(http.send(request(path), limited()));
        } catch (HttpTimeoutException e) {
            return Attempt.Failed.passing(
                    "silent", Long.toString(settings.timeout().toSeconds()));
        } catch (IOException e) {
            return Attempt.Failed.passing(
                    e.getMessage() != null && e.getMessage().contains("bytes") ? "cut" : "broken");
        } finally {
            underWay.release();
        }
    }

    private HttpRequest request(String path) {
        String base = settings.url().toString().replaceAll("/+$", "");
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(settings.timeout())
                .header("Accept", path.startsWith(Paths.PLANNED) ? HAL : "application/json")
                .header("User-Agent", "Samverkan")
                .build();
    }

    private static HttpResponse.BodyHandler<byte[]> limited() {
        return HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST_ANSWER);
    }

    private Attempt read(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 404) {
            return new Attempt.NotThere();
        }
        if (status == 429 || status == 503) {
            return Attempt.Failed.busy(status, RetryAfter.of(response.headers(), clock.instant()));
        }
        if (status >= 500 || status == 408) {
            return Attempt.Failed.passing("server-error", Integer.toString(status));
        }
        if (status != 200) {
            return Attempt.Failed.lasting("status", Integer.toString(status));
        }
        return proved(response);
    }

    /** Only what is JSON from the first letter to the last is an answer; HTML in its place passes, as error pages do. */
    private Attempt proved(HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.contains("json")) {
            return Attempt.Failed.passing("not-json", type.replaceAll(";.*", ""));
        }
        try (JsonParser parser = json.createParser(response.body())) {
            if (parser.nextToken() == null) {
                return Attempt.Failed.passing("empty");
            }
            parser.skipChildren();
            return parser.nextToken() == null
                    ? new Attempt.Whole(response.body())
                    : Attempt.Failed.passing("not-json", type.replaceAll(";.*", ""));
        } catch (JacksonException e) {
            return Attempt.Failed.passing("cut");
        }
    }

    private void pause(Attempt.Failed failed, int attempt) throws InterruptedException {
        long doubled = settings.firstPause().toMillis() << Math.min(attempt - 1, 16);
        long longest = settings.longestPause().toMillis();
        long own = ThreadLocalRandom.current().nextLong(doubled / 2, doubled + 1);
        long asked = failed.retryAfter().map(Duration::toMillis).orElse(0L);
        long pause = Math.min(Math.max(own, asked), longest);
        if (failed.everybody()) {
            nobodyBefore = Math.max(nobodyBefore, System.nanoTime() / 1_000_000 + pause);
        }
        Thread.sleep(pause);
    }

    private void waitForTheOthers() throws InterruptedException {
        long wait = nobodyBefore - System.nanoTime() / 1_000_000;
        if (nobodyBefore != 0 && wait > 0) {
            Thread.sleep(wait + ThreadLocalRandom.current().nextLong(50));
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
