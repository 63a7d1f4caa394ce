package se.samverkan.statistics.skolverket;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that answers as told: first the bad things, then what stands under the path. */
class BadDayServer implements AutoCloseable {

    /** How one answer goes. */
    @FunctionalInterface
    interface Mood {
        void answer(HttpExchange exchange, String body) throws IOException;
    }

    final Map<String, String> bodies = new ConcurrentHashMap<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, List<Mood>> moods = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> times = new ConcurrentHashMap<>();
    private final HttpServer server;

    BadDayServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What stands under a path, after these moods have passed; the last mood stays when there is no body. */
    BadDayServer says(String path, String body, Mood... first) {
        bodies.put(path, body);
        times.remove(path);
        moods.put(path, List.of(first));
        return this;
    }

    /** Forgets everything, as on the morning of another day. */
    void forget() {
        bodies.clear();
        moods.clear();
        times.clear();
        asked.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            asked.add(path);
            int time = times.computeIfAbsent(path, p -> new AtomicInteger()).getAndIncrement();
            List<Mood> some = moods.getOrDefault(path, List.of());
            String body = bodies.get(path);
            if (time < some.size()) {
                some.get(time).answer(exchange, body == null ? "" : body);
            } else if (body == null) {
                send(exchange, 404, "application/json", "{\"status\":\"NOT_FOUND\"}");
            } else {
                send(exchange, 200, "application/json", body);
            }
        }
    }

    static Mood busy(int status, String retryAfter) {
        return (exchange, body) -> {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
            send(exchange, status, "application/json", "{}");
        };
    }

    static Mood status(int status) {
        return (exchange, body) -> send(exchange, status, "application/json", "{}");
    }

    static Mood html() {
        return (exchange, body) -> send(exchange, 200, "text/html", "<html><body>Underhåll</body></html>");
    }

    /** Promises the whole body and closes in the middle. */
    static Mood cut() {
        return (exchange, body) -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
            exchange.getResponseBody().flush();
        };
    }

    /** Sends half a document as if it were whole. */
    static Mood half() {
        return (exchange, body) -> send(exchange, 200, "application/json", body.substring(0, body.length() / 2));
    }

    static Mood silent() {
        return (exchange, body) -> {
            try {
                Thread.sleep(30_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    static Mood elsewhere(URI target) {
        return (exchange, body) -> {
            exchange.getResponseHeaders().set("Location", target.toString());
            send(exchange, 302, "application/json", "{}");
        };
    }

    static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + ";charset=UTF-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
