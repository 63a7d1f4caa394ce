package se.samverkan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Measures a running server from outside, with the JDK alone: {@code java PageBenchmark.java http://localhost:8080}. Four
 * clients ask for pages of random units, one types in the search, one takes all units as JSON, and one comes for the
 * first time. The clients use processor time of the same machine, so the figures are lower than what the server can.
 */
final class PageBenchmark {

    private static final int CLIENTS = 4;
    private static final int WARM_UP = 400;
    private static final int PAGES = 4_000;
    private static final Pattern KEY = Pattern.compile("\"key\":\"([^\"]+)\",\"code\":");
    private static final Pattern NAME = Pattern.compile("\"name\":\"([^\"]+)\"");
    private static final Pattern PART = Pattern.compile("(?:href|src)=\"(/static/[^\"]+\\.(?:css|js|woff2|svg))\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
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
    }

    private void unitPages(List<String> codes) throws InterruptedException, ExecutionException {
        load(WARM_UP, codes);
        long began = System.nanoTime();
        long[] took = load(PAGES, codes);
        double seconds = (System.nanoTime() - began) / 1e9;
        print("unit page, p95, 4 clients", millis(took, 95), "ms", "goal 40 ms");
        print("unit page, 4 clients", PAGES / seconds, "pages/s", "goal 200 pages/s");
    }

    /** So many pages by the clients together; how long each took, in order of length. */
    private long[] load(int pages, List<String> codes) throws InterruptedException, ExecutionException {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<long[]>> each = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                Random random = new Random(client);
                Supplier<String> next = () -> "/units/" + codes.get(random.nextInt(codes.size()));
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
