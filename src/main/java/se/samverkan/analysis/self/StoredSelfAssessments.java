package se.samverkan.analysis.self;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.shared.Period;

/** How units have judged themselves, as row-level security lets the actor see it. */
@Repository
class StoredSelfAssessments {

    private final JdbcClient database;

    StoredSelfAssessments(JdbcClient database) {
        this.database = database;
    }

    List<SelfCriterion> of(long analysis) {
        Map<Long, List<SelfStep>> steps = new HashMap<>();
        database.sql("""
                select s.criterion, s.term, s.step, s.words, s.version
                from analysis.self_step s join analysis.self_criterion c on c.id = s.criterion
                where c.analysis = ? order by s.term desc
                """).param(analysis).query(row -> {
            steps.computeIfAbsent(row.getLong("criterion"), id -> new ArrayList<>())
                    .add(new SelfStep(
                            Period.ofKey(row.getInt("term")),
                            row.getInt("step"),
                            row.getString("words"),
                            row.getInt("version")));
        });
        return database.sql("select id, name from analysis.self_criterion where analysis = ? order by id")
                .param(analysis)
                .query((row, n) -> new SelfCriterion(
                        row.getLong("id"), row.getString("name"), steps.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    void add(long analysis, String name) {
        database.sql("insert into analysis.self_criterion (analysis, name) values (?, ?)")
                .params(analysis, name)
                .update();
    }

    void put(long criterion, Period term, int step, String words) {
        database.sql("""
                insert into analysis.self_step as s (criterion, term, step, words, version) values (?, ?, ?, ?, 1)
                on conflict (criterion, term) do update set step = excluded.step, words = excluded.words,
                    version = s.version + 1, changed_by = access.person(), changed_at = now()
                """).params(criterion, term.key(), step, words).update();
    }
}
