package se.samverkan.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.organisation.Registry;
import se.samverkan.testing.SamverkanTest;

/**
 * Measures reading on an invented country of the real one's size. Not part of the ordinary run, since it measures the
 * machine as much as the system: {@code mvn test -Dtest=ReadingAtNationalSizeTests -Dsamverkan.national=true}.
 */
@SamverkanTest
@EnabledIfSystemProperty(named = "samverkan.national", matches = ".+")
class ReadingAtNationalSizeTests {

    private static final int SCHOOLS = Integer.getInteger("samverkan.schools", 1_700);
    private static final int CLIENTS = 4;
    private static final int REQUESTS = 1_500;

    @Autowired
    Registry registry;

    @Autowired
    Intake intake;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SimilarUnits similar;

    @Autowired
    JdbcClient database;

    @LocalServerPort
    int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void readsAUnitsPageQuicklyWhicheverUnitItIs() throws Exception {
        new InventedFigures(registry, intake, transaction, SCHOOLS, SCHOOLS * 2 / 3, SCHOOLS * 5).fill();
        database.sql("analyze statistics.observation").update();
        long began = System.nanoTime();
        similar.refresh();
        System.out.printf("similar units and spans: %d ms%n", (System.nanoTime() - began) / 1_000_000);
        System.out.printf(
                "bands %d, first page %d bytes, port %d%n",
                database.sql("select count(*) from statistics.band")
                        .query(Long.class)
                        .single(),
                page(0).length(),
                port);
        measure("warming");
        List<Double> times = measure("random units");
        assertThat(times.get((int) (times.size() * 0.95))).isLessThan(400);
        Thread.sleep(Long.parseLong(System.getProperty("samverkan.national").replace("true", "0")) * 1000);
    }

    private List<Double> measure(String what) throws Exception {
        long began = System.nanoTime();
        List<Double> times = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Callable<Void>> work = new ArrayList<>();
            for (int c = 0; c < CLIENTS; c++) {
                Random random = new Random(c);
                work.add(() -> {
                    for (int i = 0; i < REQUESTS / CLIENTS; i++) {
                        long start = System.nanoTime();
                        page(random.nextInt(SCHOOLS));
                        times.add((System.nanoTime() - start) / 1e6);
                    }
                    return null;
                });
            }
            for (Future<Void> one : clients.invokeAll(work)) {
                one.get();
            }
        }
        Collections.sort(times);
        System.out.printf(
                "%s: %.0f requests/s, p50 %.1f ms, p95 %.1f ms%n",
                what, times.size() / ((System.nanoTime() - began) / 1e9), times.get(times.size() / 2), times.get((int)
                        (times.size() * 0.95)));
        return times;
    }

    private String page(int school) throws Exception {
        URI address = URI.create("http://localhost:" + port + "/units/" + InventedFigures.school(school));
        var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
