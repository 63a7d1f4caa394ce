package se.samverkan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samverkan.shared.database.EmbeddedPostgres;
import se.samverkan.testing.StartedServer;
import se.samverkan.testing.Visitor;
import se.samverkan.testing.Visitor.Answer;
import tools.jackson.databind.json.JsonMapper;

/** A server that was really started, and stopped gently, and killed; and what it wrote into its log meanwhile. */
class BadDaysTests {

    private static final String NAME = "Loggprov Åkerlund";
    private static final String EMAIL = "loggprov.akerlund@prov.example";
    private static final String NUMBER = "19121212-1212";
    private static final String PASSWORD = "fyra gula kor dansar";

    @TempDir
    Path folder;

    @Test
    void writesNobodyIntoItsLogWhateverGoesWrong() throws Exception {
        try (StartedServer server = start()) {
            Visitor visitor = administrator(server);
            Answer added = visitor.submit(
                    visitor.get("/people/new"), "form[action=/people]", Map.of("name", NAME, "email", EMAIL));
            behind("alter table access.person add constraint refused check (name not like 'Loggprov%') not valid");
            Answer failed = visitor.submit(
                    visitor.get(page(added) + "/edit"),
                    "form[action^=/people/]",
                    Map.of("name", NAME + " " + NUMBER, "email", EMAIL));
            Answer again = visitor.submit(
                    visitor.get("/people/new"), "form[action=/people]", Map.of("name", NAME, "email", "x" + EMAIL));
            provoke(server.visitor());

            assertThat(added.status()).isEqualTo(303);
            assertThat(failed.status()).isEqualTo(500).isEqualTo(again.status());
            String log = server.log();
            assertThat(log.lines().toList())
                    .as("both failures are there, with their traces")
                    .anyMatch(line -> line.contains("/people/{id}") && line.contains("DataIntegrityViolationException"))
                    .allSatisfy(
                            line -> assertThat(new JsonMapper().readTree(line).has("@timestamp"))
                                    .isTrue());
            for (String secret : List.of("Loggprov", "loggprov", "kerlund", NUMBER, "191212121212", PASSWORD)) {
                assertThat(log).doesNotContain(secret);
            }
            assertThat(log).doesNotContain(server.firstLink().substring("/welcome/".length()));
        }
        assertThat(java.nio.file.Files.readString(folder.resolve("data/postgres.log")))
                .doesNotContain("Loggprov", "loggprov", NUMBER);
    }

    /** Names and numbers where people and programs put them by mistake. */
    private static void provoke(Visitor visitor) {
        String name = "Loggprov+%C3%85kerlund";
        visitor.get("/units/" + NUMBER + "?q=" + name);
        visitor.get("/organisers/" + NUMBER);
        visitor.get("/" + EMAIL + "/" + NUMBER);
        visitor.get("/people/" + EMAIL);
        visitor.get("/api/v1/school-units?size=" + NUMBER + "&query=" + name);
        visitor.get("/api/v1/organisers/" + NUMBER, "Authorization", "Bearer " + EMAIL);
        visitor.post("/api/v1/imports", Map.of("name", NAME));
        visitor.post("/sign-in/as/" + NUMBER, Map.of("email", EMAIL));
        visitor.submit(
                visitor.get("/sign-in"), "form[action=/sign-in]", Map.of("email", EMAIL, "password", PASSWORD + "!"));
        visitor.submit(
                visitor.get("/sign-in"),
                "form[action=/sign-in]",
                Map.of("email", EMAIL + "\u0000", "password", PASSWORD));
    }

    @Test
    void endsAnOpenRequestBeforeItStops() throws Exception {
        StartedServer server = start();
        String body = "email=x&password=y";
        try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            send(slow, """
                    POST /sign-in HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/x-www-form-urlencoded\r
                    Content-Length: %d\r
                    Connection: close\r
                    \r
                    """.formatted(body.length()) + body.substring(0, 8));
            Thread.sleep(500);

            server.process().destroy();

            assertThat(server.process().waitFor(2, TimeUnit.SECONDS))
                    .as("it waits for the request")
                    .isFalse();
            send(slow, body.substring(8));
            assertThat(new String(slow.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 403")
                    .contains("</html>");
        }
        assertThat(server.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("data/postgres/postmaster.pid"))
                .as("our own PostgreSQL stops with it")
                .doesNotExist();
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
        socket.getOutputStream().flush();
    }

    /** Killed between the change and its line in the log, a save has not happened; the same form is taken afterwards. */
    @Test
    void hasAllOfASaveOrNothingOfItAfterItWasKilledInTheMiddle() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.in(folder.resolve("data"), "64MB")) {
            StartedServer killed = start();
            Visitor visitor = administrator(killed);
            Answer added = visitor.submit(
                    visitor.get("/people/new"), "form[action=/people]", Map.of("name", NAME, "email", EMAIL));
            Answer form = visitor.get(page(added) + "/edit");
            Map<String, String> written = Map.of("name", "Nytt Namn", "email", EMAIL);
            try (Connection connection = postgres.superuser("samverkan");
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("lock table records.audit_value in exclusive mode");
                Thread save = Thread.ofVirtual().start(() -> visitor.submit(form, "form[action^=/people/]", written));
                awaitSomebodyWaiting(postgres);
                killed.kill();
                save.join();
                connection.rollback();
            }

            try (StartedServer next = start()) {
                Visitor after = visitor.at(next.port());
                assertThat(after.get(page(added)).page().select("h1").text()).isEqualTo(NAME);
                Answer saved = after.submit(form, "form[action^=/people/]", written);
                assertThat(saved.location()).endsWith("done=changed");
                assertThat(after.get(page(added)).page().select("h1").text()).isEqualTo("Nytt Namn");
                assertThat(after.get(page(added)).body()).contains(NAME);
            }
        }
    }

    private static void awaitSomebodyWaiting(EmbeddedPostgres postgres) throws Exception {
        String sql = "select count(*) from pg_locks where not granted and relation = 'records.audit_value'::regclass";
        try (Connection connection = postgres.superuser("samverkan");
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < 300; i++) {
                try (var waiting = statement.executeQuery(sql)) {
                    if (waiting.next() && waiting.getInt(1) > 0) {
                        return;
                    }
                }
                Thread.sleep(50);
            }
        }
        throw new AssertionError("the save never came so far");
    }

    /** The page that a redirect leads to, without what it tells there. */
    private static String page(Answer redirect) {
        return redirect.location().replaceFirst("\\?.*", "");
    }

    private StartedServer start() {
        return StartedServer.on(folder.resolve("data"), Map.of());
    }

    private void behind(String sql) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.in(folder.resolve("data"), "64MB");
                Connection connection = postgres.superuser("samverkan");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Visitor administrator(StartedServer server) {
        Visitor visitor = server.visitor();
        visitor.submit(visitor.get(server.firstLink()), "#welcome", Map.of("name", "Asta Hela", "password", PASSWORD));
        return visitor;
    }
}
