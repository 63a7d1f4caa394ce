package se.samverkan.followup.report;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.followup.FollowUpStage;
import se.samverkan.testing.FourClients;
import se.samverkan.testing.SamverkanTest;

/**
 * Measures the page of a checkpoint of a plan with 15 goals, 40 signs and 25 interventions, with four people of its unit; and 500
 * reports printed by the job, alone and while they read. Through the application, not through the network. Run by {@code bin/bench followup}.
 */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=followup-bench")
@EnabledIfSystemProperty(named = "samverkan.bench", matches = "followup")
class FollowUpBench {

    private static final int REPORTS = 500;

    @Autowired
    WebApplicationContext application;

    @Test
    void measures() throws Exception {
        FollowUpStage stage = new FollowUpStage(application);
        fill(stage);
        stage.adopt(1, "Hela planen");
        stage.decide(2);
        stage.writes(stage.plan.member, 0, "sign-" + stage.sign, "OFTEN", "reading", "Det rör sig");
        FourClients clients = new FourClients(application, stage.plan.member);
        FourClients.measure(
                "followup: a checkpoint of 40 signs and 25 interventions, p95",
                "goal 80 ms",
                800,
                () -> clients.get(stage.checkpoint()));
        print(stage, clients);
    }

    private static void fill(FollowUpStage stage) {
        long area = stage.plan.area().id();
        for (int goal = 1; goal < 15; goal++) {
            long id = stage.plan.add(
                    PlanPartKind.GOAL,
                    "Mål " + goal,
                    area,
                    java.util.Map.of(
                            PlanField.SCALE, "Lektioner",
                            PlanField.BETTER, "HIGHER",
                            PlanField.BASELINE, "3",
                            PlanField.TARGET, "8"));
            for (int sign = 0; sign < (goal % 4 == 0 ? 2 : 3); sign++) {
                stage.plan.add(PlanPartKind.SIGN, "Tecken " + goal + sign, id, java.util.Map.of());
            }
        }
        for (int part = 2; part <= 25; part++) {
            stage.plan.add(
                    PlanPartKind.INTERVENTION,
                    "Insats " + part,
                    area,
                    java.util.Map.of(PlanField.MONDAY, "Lärarna läser. ".repeat(5)));
        }
        stage.people
                .running
                .cast
                .behind()
                .sql("""
                insert into followup.own_figure (plan, goal, organiser, unit, counted_on, value, made_by)
                select %d, w.id, %d, %d, access.today() - n * 30, 3 + n %% 5, %d
                from actionplan.part w, generate_series(1, 12) n where w.plan = %d and w.kind = 'GOAL'
                """.formatted(
                                stage.plan.id,
                                stage.people.running.organiser,
                                stage.people.unit,
                                stage.plan.member,
                                stage.plan.id))
                .update();
    }

    /**
     * The same report 500 times, each under a term of its own, as so many units would have it; and again while four people read: the
     * job must not keep them waiting.
     */
    private void print(FollowUpStage stage, FourClients clients) throws Exception {
        stage.sends(stage.plan.member, stage.address() + "/reports", "kind", "INTERIM");
        stage.people
                .running
                .cast
                .behind()
                .sql("""
                with one as (select * from followup.report where plan = %1$d order by id limit 1),
                more as (insert into followup.report (plan, partnership, agency, organiser, unit, kind, term, made_by, changed_by)
                    select one.plan, one.partnership, one.agency, one.organiser, one.unit, one.kind,
                        (2030 + n / 2) * 10 + case n %% 2 when 0 then 1 else 4 end, one.made_by, one.made_by
                    from one, generate_series(1, %2$d) n returning id, unit),
                areas as (insert into followup.report_area
                    select more.id, a.area, a.unit, a.number, a.title, a.problem, a.causes, a.goals, a.improvements,
                        a.attainment, a.not_reached, a.effects
                    from more, followup.report_area a, one where a.report = one.id)
                insert into followup.report_intervention
                select more.id, i.intervention, i.unit, i.area, i.number, i.title, i.state, i.dose, i.words
                from more, followup.report_intervention i, one where i.report = one.id
                """.formatted(stage.plan.id, REPORTS - 1))
                .update();
        System.out.printf(
                Locale.ROOT,
                "%-50s %9.1f s    %s%n",
                "followup: " + REPORTS + " reports printed as PDF",
                printed(stage),
                "goal 300 s");
        CompletableFuture<Double> job = CompletableFuture.supplyAsync(() -> printed(stage));
        FourClients.measure(
                "followup: a checkpoint while they are printed, p95",
                "goal 80 ms",
                400,
                () -> clients.get(stage.checkpoint()));
        System.out.printf(
                Locale.ROOT,
                "%-50s %9.1f s    %s%n",
                "followup: the same, begun while four people read",
                job.join(),
                "goal 300 s");
    }

    /** Prints all of them; the seconds that it takes. */
    private double printed(FollowUpStage stage) {
        Printing printing = application.getBean(Printing.class);
        long run = stage.people
                .running
                .cast
                .behind()
                .sql("insert into followup.print_run (person) values (?) returning id")
                .param(stage.plan.director)
                .query(Long.class)
                .single();
        long began = System.nanoTime();
        stage.people.does(stage.plan.director, () -> printing.print(run));
        return (System.nanoTime() - began) / 1e9;
    }
}
