package se.samverkan.reporting.publication.page;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.reporting.publication.PublicationStage;
import se.samverkan.testing.SamverkanTest;

/**
 * Three hundred organisers that take part and two hundred pieces of news, and eight readers who ask as fast as they are answered,
 * over the network, each over a connection of the own, for pages at random. Something is released twice a second meanwhile, so
 * that pages have to be drawn anew. Run by {@code bin/bench public}.
 */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=public-bench")
@EnabledIfSystemProperty(named = "samverkan.bench", matches = "public")
class PublicBench {

    private static final int READERS = 8;
    private static final int ASKED = 12_000;
    private static final int ORGANISERS = 300;
    private static final int NEWS = 200;
    private static final long RELEASED_EVERY = 500;

    @Autowired
    WebApplicationContext application;

    @LocalServerPort
    int port;

    private PublicationStage publishing;

    @Test
    void measures() throws Exception {
        publishing = new PublicationStage(application);
        fill();
        List<String> paths = paths();
        run(paths, ASKED / 2);
        told("public: pages that are kept", run(paths, ASKED));
        Thread releasing = Thread.ofVirtual().start(this::releaseOnAndOn);
        told("public: while something is released twice a second", run(paths, ASKED));
        releasing.interrupt();
        releasing.join();
    }

    private void releaseOnAndOn() {
        try {
            for (int number = 0; !Thread.currentThread().isInterrupted(); number++) {
                publishing.released("Nyhet " + number, "Något har hänt.");
                Thread.sleep(RELEASED_EVERY);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> paths() {
        List<String> paths = new ArrayList<>(List.of(
                "/public",
                "/public/programme",
                "/public/participants",
                "/public/progress",
                "/public/news",
                "/public/news.xml",
                "/public/words"));
        publishing
                .stage
                .cast
                .behind()
                .sql(
                        "select '/public/news/' || id from reporting.publication where kind = 'NEWS' and standing = 'RELEASED'")
                .query(String.class)
                .list()
                .forEach(paths::add);
        publishing
                .stage
                .cast
                .behind()
                .sql(
                        "select '/public/participants/' || key from organisation.organisation where key like '95%' order by id limit 50")
                .query(String.class)
                .list()
                .forEach(paths::add);
        return paths;
    }

    /** What came of it: how long each answer took, in nanoseconds and in order, and how many came in a second. */
    private record Measured(long[] took, double perSecond) {}

    private Measured run(List<String> paths, int times) throws Exception {
        long began = System.nanoTime();
        LongStream took = LongStream.empty();
        try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            List<Future<long[]>> all = new ArrayList<>();
            for (int reader = 0; reader < READERS; reader++) {
                Random random = new Random(reader);
                all.add(readers.submit(() -> read(paths, random, times / READERS)));
            }
            for (Future<long[]> one : all) {
                took = LongStream.concat(took, LongStream.of(one.get()));
            }
        }
        long[] sorted = took.sorted().toArray();
        return new Measured(sorted, sorted.length / ((System.nanoTime() - began) / 1e9));
    }

    private long[] read(List<String> paths, Random random, int times) throws Exception {
        long[] took = new long[times];
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int i = 0; i < times; i++) {
                String path = paths.get(random.nextInt(paths.size()));
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Accept-Encoding", "gzip")
                        .build();
                long before = System.nanoTime();
                int status = client.send(request, BodyHandlers.discarding()).statusCode();
                took[i] = System.nanoTime() - before;
                if (status != 200) {
                    throw new AssertionError(path + " answered " + status);
                }
            }
        }
        return took;
    }

    private static void told(String what, Measured measured) {
        System.out.printf(
                Locale.ROOT,
                "%-50s %9.1f ms p95, %5.0f/s   %s%n",
                what,
                measured.took()[measured.took().length * 95 / 100] / 1e6,
                measured.perSecond(),
                "goal 30 ms, 500/s");
    }

    /** Behind the doors, since three hundred organisers by hand would take longer than what is measured. */
    private void fill() {
        publishing.takesPart(Set.of(publishing.stage.first));
        publishing
                .stage
                .cast
                .behind()
                .sql("""
                with organisers as (
                    insert into organisation.organisation (kind, key, number, name, organiser_type, source)
                    select 'ORGANISER', '95' || lpad(n::text, 8, '0'), '95' || lpad(n::text, 8, '0'), 'Kommun ' || n,
                        'MUNICIPAL', 'test'
                    from generate_series(1, %1$d) n returning id, key
                ), units as (
                    insert into organisation.unit (kind, key, code, name, organiser, municipality, source)
                    select 'SCHOOL', '8' || right(o.key, 6) || k, '8' || right(o.key, 6) || k, 'Skola ' || k, o.id, '9898', 'test'
                    from organisers o, generate_series(1, 4) k returning id, organiser
                ), cases as (
                    insert into partnership.partnership (owner_organisation, organiser, variant, variant_version, first_term,
                        standing, told_at, made_by)
                    select %2$d, id, 'ksbs', (select max(version) from programme.version where variant = 'ksbs'), 20244,
                        'RUNNING', now(), %3$d from organisers returning id, organiser
                ), parts as (
                    insert into partnership.participation (partnership, unit, level, standing)
                    select c.id, u.id, 'SCHOOL', 'RUNNING' from cases c join units u on u.organiser = c.organiser
                    returning partnership, unit
                ), begun as (
                    insert into partnership.phase_begun (partnership, unit, phase, day, made_by)
                    select partnership, unit, 'analysis', current_date - 100, %3$d from parts
                ), shown as (
                    insert into reporting.publication (kind, owner_organisation, organiser, about, title, standing, made_by)
                    select 'PARTICIPATION', organiser, organiser, id, 'Prov', 'RELEASED', %3$d from cases returning id, organiser
                ), told as (
                    insert into reporting.publication (kind, owner_organisation, organiser, title, words, standing, made_by)
                    select 'NEWS', organiser, organiser, 'Så går det för oss ' || id, repeat('Vi läser högt varje dag. ', 60),
                        'RELEASED', %3$d from cases order by id limit %4$d returning id
                ), units_shown as (
                    insert into reporting.publication_unit (publication, unit)
                    select s.id, u.id from shown s join units u on u.organiser = s.organiser
                )
                insert into reporting.publication_step (publication, kind, made_by)
                select id, 'RELEASED', %3$d from shown union all select id, 'RELEASED', %3$d from told
                """.formatted(ORGANISERS, publishing.stage.office, publishing.stage.officer, NEWS))
                .update();
        publishing.stage.cast.behind().sql("analyze").update();
    }
}
