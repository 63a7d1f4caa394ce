package se.samverkan.actionplan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.testing.FourClients;
import se.samverkan.testing.SamverkanTest;

/**
 * Measures the page of a plan with 5 areas, 15 goals, 40 signs and 25 interventions, and its red thread, with four people of its
 * unit. Through the application, not through the network. Run by {@code bin/bench plan}.
 */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=actionplan-bench")
@EnabledIfSystemProperty(named = "samverkan.bench", matches = "plan")
class PlanBench {

    @Autowired
    WebApplicationContext application;

    @Test
    void measures() throws Exception {
        PlanStage stage = new PlanStage(application);
        fill(stage);
        FourClients clients = new FourClients(application, stage.member);
        String path = "/action-plans/" + stage.id;
        FourClients.measure(
                "plan: page of 5 areas and 25 interventions, p95", "goal 80 ms", 800, () -> clients.get(path));
        FourClients.measure("plan: its red thread, p95", "goal 80 ms", 400, () -> clients.get(path + "/thread"));
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
}
