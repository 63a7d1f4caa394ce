package se.samverkan.actionplan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.ActingAs;
import se.samverkan.testing.SamverkanTest;

/**
 * Measures the page of a plan with 5 areas, 15 goals, 40 signs and 25 interventions, and its red thread, with four people of its
 * unit. Through the application, not through the network. Run by {@code bin/bench plan}.
 */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=actionplan-bench")
@EnabledIfSystemProperty(named = "samverkan.bench", matches = "plan")
class PlanBench {

    private static final int CLIENTS = 4;

    @Autowired
    WebApplicationContext application;

    private MockMvc mvc;
    private Authentication member;

    @Test
    void measures() throws Exception {
        PlanStage stage = new PlanStage(application);
        fill(stage);
        mvc = MockMvcBuilders.webAppContextSetup(application).build();
        member = UsernamePasswordAuthenticationToken.authenticated(
                stage.people.bean(ActingAs.class).actor(stage.member).orElseThrow(), "", AuthorityUtils.NO_AUTHORITIES);
        String path = "/action-plans/" + stage.id;
        measure("plan: page of 5 areas and 25 interventions, p95", 800, () -> get(path));
        measure("plan: its red thread, p95", 400, () -> get(path + "/thread"));
    }

    /** Behind the doors: four areas more, each of five with three goals, eight signs and five interventions. */
    private static void fill(PlanStage stage) {
        String sql = """
                with areas as (
                    insert into actionplan.part (plan, kind, number, title, words, made_by, changed_by)
                    select %1$d, 'AREA', n, 'Område ' || n, repeat('Mer om det. ', 10), %2$d, %2$d
                    from generate_series(2, 5) n
                    returning id, number
                ), five as (
                    select id, number from areas union all
                    select id, number from actionplan.part where plan = %1$d and kind = 'AREA'
                ), interventions as (
                    insert into actionplan.part (plan, kind, number, upper_part, title, words, fields, made_by, changed_by)
                    select %1$d, 'INTERVENTION', (f.number - 1) * 5 + n, f.id, 'Insats ' || n, repeat('Så gör vi. ', 10),
                        jsonb_build_object('MONDAY', repeat('Lärarna läser. ', 5), 'FIRST', '20271', 'LAST', '20274',
                            'HOURS', '20', 'RESPONSIBLE', '%2$d'), %2$d, %2$d
                    from five f, generate_series(1, 5) n
                ), goals as (
                    insert into actionplan.part (plan, kind, upper_part, title, words, fields, made_by, changed_by)
                    select %1$d, 'GOAL', f.id, 'Mål ' || n, '', jsonb_build_object('SCALE', 'Lektioner', 'BETTER', 'HIGHER',
                        'BASELINE', '3', 'TARGET', '8'), %2$d, %2$d
                    from five f, generate_series(1, 3) n
                    returning id
                )
                insert into actionplan.part (plan, kind, upper_part, title, fields, made_by, changed_by)
                select %1$d, 'SIGN', g.id, 'Tecken ' || n, jsonb_build_object('WHOSE', 'PUPILS', 'TERM', '20271'), %2$d, %2$d
                from (select id, row_number() over (order by id) as place from goals) g, generate_series(1, 3) n
                where n < 3 or g.place <= 10
                """.formatted(stage.id, stage.member);
        stage.people.running.cast.behind().sql(sql).update();
        stage.people.running.cast.behind().sql("analyze").update();
    }

    private static void measure(String what, int times, LongSupplier ask) throws Exception {
        run(times / 2, ask);
        long[] took = run(times, ask);
        System.out.printf(Locale.ROOT, "%-46s %13.1f ms   goal 80 ms%n", what, took[took.length * 95 / 100] / 1e6);
    }

    private static long[] run(int times, LongSupplier ask) throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<long[]>> all = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> clients.submit(() ->
                            LongStream.generate(ask).limit(times / CLIENTS).toArray()))
                    .toList();
            LongStream took = LongStream.empty();
            for (Future<long[]> one : all) {
                took = LongStream.concat(took, Arrays.stream(one.get()));
            }
            return took.sorted().toArray();
        }
    }

    private long get(String path) {
        SecurityContextHolder.getContext().setAuthentication(member);
        try {
            long began = System.nanoTime();
            int status = mvc.perform(MockMvcRequestBuilders.get(path))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            long took = System.nanoTime() - began;
            if (status != 200) {
                throw new AssertionError(path + " answered " + status);
            }
            return took;
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
