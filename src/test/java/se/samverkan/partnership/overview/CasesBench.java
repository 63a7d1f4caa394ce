package se.samverkan.partnership.overview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
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
import se.samverkan.partnership.CaseStage;
import se.samverkan.programme.variant.Phase;
import se.samverkan.testing.SamverkanTest;

/**
 * Fills a database with a thousand partnerships of four units and three years, and measures, with four clients of its officer:
 * the page of a case, the list with search and filters, and a write with its line in the log. Through the application, not
 * through the network. Run by {@code bin/bench cases}.
 */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=cases-bench")
@EnabledIfSystemProperty(named = "samverkan.bench", matches = "cases")
class CasesBench {

    private static final int CLIENTS = 4;
    private static final int CASES = 1000;
    private static final List<String> ASKED = List.of(
            "",
            "?q=björk",
            "?standing=ANY&order=PHASE",
            "?phase=plan&page=2",
            "?standing=PAUSED&order=TERM",
            "?variant=ksbs&page=9",
            "?order=STANDING&standing=ANY&page=30");

    @Autowired
    WebApplicationContext application;

    private CaseStage stage;
    private MockMvc mvc;
    private Authentication officer;

    @Test
    void measures() throws Exception {
        stage = new CaseStage(application);
        mvc = MockMvcBuilders.webAppContextSetup(application).build();
        officer = UsernamePasswordAuthenticationToken.authenticated(
                stage.bean(ActingAs.class).actor(stage.officer).orElseThrow(), "", AuthorityUtils.NO_AUTHORITIES);
        List<Long> cases = fill();
        Function<Random, Long> any = random -> cases.get(random.nextInt(cases.size()));
        measure("cases: page of a case, p95", "goal 60 ms", 800, random -> get("/" + any.apply(random)));
        measure("cases: list of 1,000, p95", "goal 80 ms", 800, random -> get(ASKED.get(random.nextInt(ASKED.size()))));
        List<Deed> deeds = deeds();
        AtomicInteger next = new AtomicInteger();
        measure("cases: a write with its line in the log, p95", "goal 60 ms", 400, random -> {
            Deed deed = deeds.get(next.getAndIncrement());
            long began = System.nanoTime();
            stage.does(
                    stage.officer,
                    () -> stage.steps()
                            .mark(
                                    deed.partnership(),
                                    deed.unit(),
                                    stage.phase(0).key(),
                                    deed.step()));
            return System.nanoTime() - began;
        });
    }

    /** A step that is not done yet, at a unit of a case that runs. */
    private record Deed(long partnership, long unit, String step) {}

    private List<Deed> deeds() {
        return stage.cast
                .behind()
                .sql("""
                        select n.partnership, n.unit, s.step
                        from partnership.participation n
                        join partnership.partnership p on p.id = n.partnership and p.standing = 'RUNNING',
                            unnest(array[:steps]) s (step)
                        where p.owner_organisation = :office and not exists (
                            select from partnership.step_done d
                            where d.partnership = n.partnership and d.unit = n.unit and d.step = s.step)
                        order by md5(n.partnership || s.step || n.unit) limit 1000
                        """)
                .param("office", stage.office)
                .param(
                        "steps",
                        stage.phase(0).steps().stream().map(Phase.Step::key).toList())
                .query(Deed.class)
                .list();
    }

    private void measure(String what, String goal, int times, Function<Random, Long> ask) throws Exception {
        run(times / 2, ask);
        long[] took = run(times, ask);
        System.out.printf(Locale.ROOT, "%-46s %13.1f ms   %s%n", what, took[took.length * 95 / 100] / 1e6, goal);
    }

    private long[] run(int times, Function<Random, Long> ask) throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<long[]>> all = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                Random random = new Random(client);
                all.add(clients.submit(() -> LongStream.generate(() -> ask.apply(random))
                        .limit(times / CLIENTS)
                        .toArray()));
            }
            LongStream took = LongStream.empty();
            for (Future<long[]> one : all) {
                took = LongStream.concat(took, Arrays.stream(one.get()));
            }
            return took.sorted().toArray();
        }
    }

    private long get(String path) {
        SecurityContextHolder.getContext().setAuthentication(officer);
        try {
            long began = System.nanoTime();
            MockHttpServletResponse answer = mvc.perform(MockMvcRequestBuilders.get("/partnerships" + path))
                    .andReturn()
                    .getResponse();
            long took = System.nanoTime() - began;
            if (answer.getStatus() != 200) {
                throw new AssertionError(path + " answered " + answer.getStatus());
            }
            return took;
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** Behind the doors, since a thousand cases by hand would take longer than what is measured. */
    private List<Long> fill() {
        stage.cast
                .behind()
                .sql("""
                with organisers as (
                    insert into organisation.organisation (kind, key, number, name, organiser_type, source)
                    select 'ORGANISER', '96' || lpad(n::text, 8, '0'), '96' || lpad(n::text, 8, '0'),
                        (array['Björkens', 'Åkerns', 'Östra', 'Ängens'])[1 + n %% 4] || ' kommun ' || n, 'INDEPENDENT', 'test'
                    from generate_series(1, %1$d) n returning id, key
                ), units as (
                    insert into organisation.unit (kind, key, code, name, organiser, municipality, source)
                    select 'SCHOOL', '9' || right(o.key, 6) || k, '9' || right(o.key, 6) || k,
                        (array['Björkskolan', 'Ekskolan', 'Lindskolan', 'Almskolan'])[k] || ' ' || o.id, o.id, '9898', 'test'
                    from organisers o, generate_series(1, 4) k returning id, organiser
                ), cases as (
                    insert into partnership.partnership (owner_organisation, organiser, variant, variant_version, first_term,
                        standing, told_at, made_by)
                    select %2$d, id, 'ksbs', (select max(version) from programme.version where variant = 'ksbs'), 20244,
                        case when id %% 10 = 0 then 'PAUSED' else 'RUNNING' end, now(), %3$d
                    from organisers returning id, organiser
                ), parts as (
                    insert into partnership.participation (partnership, unit, level, standing)
                    select c.id, u.id, 'SCHOOL', 'RUNNING' from cases c join units u on u.organiser = c.organiser
                    returning partnership, unit
                ), decisions as (
                    insert into partnership.decision (partnership, unit, kind, day, words, made_by)
                    select partnership, unit, kind, current_date - 1000, 'Som det var sagt.', %3$d
                    from parts, unnest(array['OFFERED', 'ACCEPTED', 'STARTED', 'PAUSED', 'RESUMED']) kind
                ), phases as (
                    insert into partnership.phase_begun (partnership, unit, phase, day, made_by)
                    select partnership, unit, phase, current_date - 900 + 200 * n::int, %3$d
                    from parts, unnest(array['analysis', 'plan']) with ordinality as p (phase, n)
                )
                insert into partnership.step_done (partnership, unit, phase, step, made_by)
                select partnership, unit, 'analysis', step, %3$d
                from parts, unnest(array['form-group', 'figures', 'lead-colleagues']) step
                """.formatted(CASES, stage.office, stage.officer))
                .update();
        stage.cast.behind().sql("analyze").update();
        return stage.cast
                .behind()
                .sql("select id from partnership.partnership where owner_organisation = ?")
                .param(stage.office)
                .query(Long.class)
                .list();
    }
}
