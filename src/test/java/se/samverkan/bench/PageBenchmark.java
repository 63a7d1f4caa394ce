package se.samverkan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Measures a running server from outside, with the JDK alone: {@code java PageBenchmark.java http://localhost:8080}. Four
 * clients ask for pages of random units, one types in the search, one takes all units as JSON, and one comes for the
 * first time; then the demonstration's programme officer reads the candidates of a selection round. The clients use
 * processor time of the same machine, so the figures are lower than what the server can.
 */
final class PageBenchmark {

    private static final int CLIENTS = 4;
    private static final int WARM_UP = 400;
    private static final int PAGES = 4_000;
    private static final int CANDIDATE_PAGES = 400;
    private static final int PAGES_OF_CANDIDATES = 30;
    private static final String OFFICER = "Handläggare";
    private static final Pattern ROUND = Pattern.compile("href=\"(/selection/\\d+)\"");
    private static final Pattern AS = Pattern.compile("action=\"(/sign-in/as/\\d+)\"");
    private static final Pattern PROOF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("\"key\":\"([^\"]+)\",\"code\":");
    private static final Pattern NAME = Pattern.compile("\"name\":\"([^\"]+)\"");
    private static final Pattern PART = Pattern.compile("(?:href|src)=\"(/static/[^\"]+\\.(?:css|js|woff2|svg))\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final String site;

    private PageBenchmark(String site) {
        this.site = site;
    }

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        new PageBenchmark(arguments[0]).measure();
    }

    private void measure() throws InterruptedException, ExecutionException {
        String all = text("/api/v1/school-units?size=20000");
        List<String> codes = found(KEY, all);
        List<String> names = found(NAME, all);
        unitPages(codes);
        typing(names);
        allUnits();
        firstVisit();
        candidates();
    }

    /** The candidates of the demonstration's selection round, read by its invented programme officer. */
    private void candidates() throws InterruptedException, ExecutionException {
        if (!signInAs(OFFICER)) {
            return;
        }
        String round = found(ROUND, text("/selection")).getFirst();
        long began = System.nanoTime();
        text(round + "/candidates");
        print(
                "candidates of a round, the first time",
                (System.nanoTime() - began) / 1e6,
                "ms",
                "computed then, and kept");
        long[] took = load(
                CANDIDATE_PAGES,
                random -> round + "/candidates?show=ALL&order=" + (random.nextBoolean() ? "NAME" : "NEED") + "&page="
                        + (1 + random.nextInt(PAGES_OF_CANDIDATES)));
        print("candidates of a round, p95, 4 clients", millis(took, 95), "ms", "goal 100 ms");
    }

    /** Signs in with one click, as only a demonstration lets anybody do; false where it does not. */
    private boolean signInAs(String role) {
        for (String form : text("/sign-in").split("<form ")) {
            Matcher proof = PROOF.matcher(form);
            Matcher way = AS.matcher(form);
            if (form.contains(role) && proof.find() && way.find()) {
                post(way.group(1), "_csrf=" + URLEncoder.encode(proof.group(1), StandardCharsets.UTF_8));
                return true;
            }
        }
        return false;
    }

    private void unitPages(List<String> codes) throws InterruptedException, ExecutionException {
        Function<Random, String> unit = random -> "/units/" + codes.get(random.nextInt(codes.size()));
        load(WARM_UP, unit);
        long began = System.nanoTime();
        long[] took = load(PAGES, unit);
        double seconds = (System.nanoTime() - began) / 1e9;
        print("unit page, p95, 4 clients", millis(took, 95), "ms", "goal 40 ms");
        print("unit page, 4 clients", PAGES / seconds, "pages/s", "goal 200 pages/s");
    }

    /** So many pages by the clients together; how long each took, in order of length. */
    private long[] load(int pages, Function<Random, String> path) throws InterruptedException, ExecutionException {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<long[]>> each = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                Random random = new Random(client);
                Supplier<String> next = () -> path.apply(random);
                each.add(clients.submit(() -> ask(pages / CLIENTS, next)));
            }
            LongStream took = LongStream.empty();
            for (Future<long[]> one : each) {
                took = LongStream.concat(took, Arrays.stream(one.get()));
            }
            return took.sorted().toArray();
        }
    }

    /** Three to six letters of a name, one letter after the other. */
    private void typing(List<String> names) {
        Random random = new Random(1);
        Supplier<String> next = () -> {
            String name = names.get(random.nextInt(names.size()));
            String letters = name.substring(0, Math.min(name.length(), 3 + random.nextInt(4)));
            return "/search/suggest?q=" + URLEncoder.encode(letters, StandardCharsets.UTF_8);
        };
        ask(100, next);
        long[] took = ask(500, next);
        Arrays.sort(took);
        print("typing in search, p95", millis(took, 95), "ms", "goal 25 ms");
    }

    private void allUnits() {
        long[] took = ask(10, () -> "/api/v1/school-units?size=20000");
        Arrays.sort(took);
        print("all units as JSON, median", millis(took, 50), "ms", "goal 150 ms");
    }

    /** The start page and what it names, as compressed as a browser gets it. */
    private void firstVisit() {
        TreeSet<String> parts = new TreeSet<>(found(PART, text("/")));
        if (parts.stream().noneMatch(part -> part.endsWith(".css"))) {
            throw new IllegalStateException("the start page names no style sheet, so its parts were not found");
        }
        parts.add("/");
        int bytes = parts.stream().mapToInt(part -> get(part, "gzip").length).sum();
        print("weight of a first visit", bytes / 1000.0, "kB", "goal 150 kB");
    }

    private long[] ask(int times, Supplier<String> path) {
        long[] took = new long[times];
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            get(path.get(), "identity");
            took[i] = System.nanoTime() - began;
        }
        return took;
    }

    private String text(String path) {
        return new String(get(path, "identity"), StandardCharsets.UTF_8);
    }

    private byte[] get(String path, String encoding) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site + path))
                .header("Accept-Encoding", encoding)
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void post(String path, String form) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Referer", site + "/sign-in")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            http.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().map(result -> result.group(1)).toList();
    }

    private static double millis(long[] sorted, int percentile) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percentile / 100)] / 1e6;
    }

    private static void print(String what, double value, String unit, String goal) {
        System.out.printf(
                Locale.ROOT, "%-46s %16s   %s%n", what, String.format(Locale.ROOT, "%.1f %s", value, unit), goal);
    }
}
